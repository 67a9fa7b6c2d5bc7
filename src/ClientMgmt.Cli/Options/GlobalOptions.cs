using System.CommandLine;
using System.CommandLine.Completions;
using ClientMgmt.Cli.Configuration;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Options;

/// <summary>The options of every command.</summary>
internal sealed class GlobalOptions(ToolEnvironment environment)
{
    private const string ConfigName = "--config";

    public Option<string?> Provider { get; } = new("--provider")
    {
        Description = "The provider to use, by its name in the configuration; otherwise the one that the configuration names.",
        HelpName = "NAME",
        Recursive = true,
        CompletionSources = { context => Providers(environment, context) },
    };

    public Option<string?> Config { get; } = new(ConfigName)
    {
        Description = "The configuration file; otherwise clientmgmt.json here or in the user's configuration folder.",
        HelpName = "FILE",
        Recursive = true,
    };

    public Option<OutputFormat> Output { get; } = OutputFormats.Option();

    public Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Shows retries and waits, and the stack trace of an error, on standard error.",
        Recursive = true,
        Arity = ArgumentArity.Zero,
    };

    public Option<bool> NoColor { get; } = new("--no-color")
    {
        Description = "Uses no colour on a terminal; so does the variable NO_COLOR.",
        Recursive = true,
        Arity = ArgumentArity.Zero,
    };

    public Option<TimeSpan?> Timeout { get; } = new("--timeout")
    {
        Description = "Stops the whole command after a time such as 30s, 5m or 00:05:00.",
        HelpName = "DURATION",
        Recursive = true,
        CustomParser = Duration.Parse,
    };

    public Option<bool> ShowSecrets { get; } = new("--show-secrets")
    {
        Description = "Shows client secrets instead of [redacted].",
        Recursive = true,
        Arity = ArgumentArity.Zero,
    };

    public void AddTo(Command root)
    {
        foreach (Option option in new Option[] { Provider, Config, Output, Verbose, NoColor, Timeout, ShowSecrets })
        {
            root.Add(option);
        }
    }

    // Whatever is wrong with the configuration is told when a command runs, not while somebody types.
    public static IEnumerable<CompletionItem> Providers(ToolEnvironment environment, CompletionContext context)
    {
        try
        {
            return [.. ConfigurationLoader.Load(environment, context.ParseResult.GetValue<string?>(ConfigName)).Providers
                .Select(p => new CompletionItem(p))];
        }
        catch (UsageException)
        {
            return [];
        }
    }
}
