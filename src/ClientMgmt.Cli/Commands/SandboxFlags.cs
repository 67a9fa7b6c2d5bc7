using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ClientMgmt.Cli.Options;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Cli.Commands;

/// <summary>What <c>clientmgmt sandbox</c> serves, and how it behaves.</summary>
internal sealed class SandboxFlags
{
    private const int DefaultPort = 8092;
    private const int LargestPort = 65535;

    private static readonly Dictionary<string, DocSpaceGeneration> s_generations = new()
    {
        ["3.0"] = DocSpaceGeneration.Version30,
        ["3.1"] = DocSpaceGeneration.Version31,
        ["3.7"] = DocSpaceGeneration.Version37,
        ["next"] = DocSpaceGeneration.Next,
    };

    private static readonly Dictionary<string, DocSpaceLimits> s_limits = new()
    {
        ["documented"] = DocSpaceLimits.Documented,
        ["minified"] = DocSpaceLimits.Minified,
        ["none"] = DocSpaceLimits.None,
    };

    private readonly Option<int> _port = new("--port", "-p")
    {
        Description = "The loopback port to listen on; 0 takes any free one.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => DefaultPort,
        CustomParser = ParsePort,
    };

    private readonly Option<string> _server = Choice(
        "--server", "The server of dynamic client registration that it answers as", "NAME", DynamicRegistrationPresets.Names, DynamicRegistrationPresets.Generic);

    private readonly Option<string> _generation = Choice(
        "--docspace-version", "The version of DocSpace that it answers as; 3.1 goes as far as 3.6, and next is what comes after 3.7", "VERSION", s_generations.Keys, "3.7");

    private readonly Option<string> _limits = Choice(
        "--limits", "The rate limits of DocSpace; minified are those of its minified build", "WHICH", s_limits.Keys, "documented");

    private readonly Option<TimeSpan?> _latency = new("--latency")
    {
        Description = "Lets every request wait for a time such as 200ms or 2s before anything else.",
        HelpName = "DURATION",
        CustomParser = Duration.Parse,
    };

    private readonly Option<SandboxFault[]> _faults = new("--fault")
    {
        Description = "Lets requests go wrong, such as 'POST /clients 503 x2'. A method or *, perhaps a part of the path that begins with /, and what happens: "
            + "a status; html or empty as its body; a time to wait before; hang, close or reset for no answer, with half for half of one; done or undone for whether the request is "
            + "processed all the same; xN for how often, or always. Or one fault as JSON, as POST /sandbox/faults takes it. May be given several times; of "
            + "those that fit a request, the first hits it.",
        HelpName = "TEXT",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = ParseFaults,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> _hosts = new("--allowed-host")
    {
        Description = "Another name by which programs reach it, beside those of this machine; * allows all. May be given several times.",
        HelpName = "NAME",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _state = new("--state")
    {
        Description = "Keeps what it holds in a file (mode 0600), and goes on from there at the next start.",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _port, _state, _server, _generation, _limits, _latency, _faults, _hosts })
        {
            command.Add(option);
        }
    }

    public SandboxOptions Options(ParseResult parsed, ToolEnvironment environment) => new()
    {
        Port = parsed.GetValue(_port),
        Latency = parsed.GetValue(_latency) ?? TimeSpan.Zero,
        AllowedHosts = parsed.GetValue(_hosts) ?? [],
        StateFile = parsed.GetValue(_state) is { } file ? environment.GivenPath(file) : null,
        DocSpacePortals =
        [
            new()
            {
                Generation = s_generations[parsed.GetRequiredValue(_generation)],
                Limits = s_limits[parsed.GetRequiredValue(_limits)],
            },
        ],
        DynamicRegistration = new() { Behavior = DynamicRegistrationPresets.Get(parsed.GetRequiredValue(_server)) },
    };

    public IReadOnlyList<SandboxFault> Faults(ParseResult parsed) => parsed.GetValue(_faults) ?? [];

    private static Option<string> Choice(string name, string description, string helpName, IEnumerable<string> values, string byDefault)
    {
        Option<string> option = new(name)
        {
            Description = $"{description}: {string.Join(", ", values)}.",
            HelpName = helpName,
            DefaultValueFactory = _ => byDefault,
        };
        option.AcceptOnlyFromAmong([.. values]);
        return option;
    }

    private static int ParsePort(ArgumentResult result)
    {
        if (result.Tokens is [{ Value: string text }]
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= LargestPort)
        {
            return port;
        }

        result.AddError($"--port must be a number from 0 to {LargestPort}.");
        return 0;
    }

    private static SandboxFault[]? ParseFaults(ArgumentResult result)
    {
        try
        {
            return [.. result.Tokens.Select(token => SandboxFault.Parse(token.Value))];
        }
        catch (ArgumentException e)
        {
            result.AddError($"--fault: {e.Message}");
            return null;
        }
    }
}
