using System.CommandLine;
using ClientMgmt.Cli.Configuration;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Options;

/// <summary>The options of every command.</summary>
internal sealed class GlobalOptions(ToolEnvironment environment)
{
    public Option<string?> Provider { get; } = new("--provider")
    {
        Description = "The provider to use, by its name in the configuration.",
        HelpName = "NAME",
        Recursive = true,
        CompletionSources = { _ => Providers(environment) },
    };

    public Option<string?> Config { get; } = new("--config")
    {
        Description = "The configuration file.",
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
    private static IEnumerable<System.CommandLine.Completions.CompletionItem> Providers(ToolEnvironment environment)
    {
        try
        {
            return [.. ConfigurationLoader.Load(environment, null).Providers
                .Select(p => new System.CommandLine.Completions.CompletionItem(p))];
        }
        catch (Commands.UsageException)
        {
            return [];
        }
    }
}
