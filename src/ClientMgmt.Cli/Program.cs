using System.CommandLine;
using System.CommandLine.Help;

namespace ClientMgmt.Cli;

/// <summary>The tool <c>clientmgmt</c>.</summary>
internal static class Program
{
    private const string Name = "clientmgmt";

    /// <summary>Everything was as asked.</summary>
    public const int Success = 0;

    /// <summary>Something could not be done, or differed from what was asked.</summary>
    public const int Failure = 1;

    /// <summary>The command line was wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Cancelled = 130;

    public static Task<int> Main(string[] args) => RunAsync(args, Console.Out, Console.Error);

    internal static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        ParseResult parsed = CreateRoot().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await WriteErrorAsync(error, $"{Problem(parsed)} See '{CommandLine(parsed)} --help'.").ConfigureAwait(false);
            return WrongUsage;
        }

        var invocation = new InvocationConfiguration { Output = output, Error = error };
        return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
    }

    internal static Task WriteErrorAsync(TextWriter error, string message) => error.WriteLineAsync($"{Name}: {message}");

    // Not a RootCommand, which would call itself by the name of the assembly.
    private static Command CreateRoot() => new(Name, "Manages OAuth clients across backends.")
    {
        new HelpOption(),
        new VersionOption(),
        DemoCommand.Create(),
        SandboxCommand.Create(),
    };

    private static string Problem(ParseResult parsed) => parsed.UnmatchedTokens.Count > 0
        ? $"'{parsed.UnmatchedTokens[0]}' is not known here."
        : parsed.Errors[0].Message;

    private static string CommandLine(ParseResult parsed) =>
        parsed.CommandResult.Command is { Name: not Name } command ? $"{Name} {command.Name}" : Name;
}
