using System.CommandLine;
using ClientMgmt.Cli.Commands;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli;

/// <summary>The tool <c>clientmgmt</c>.</summary>
internal static class Program
{
    public const string Name = "clientmgmt";

    public static Task<int> Main(string[] args) =>
        RunAsync(args, Console.Out, Console.Error, ToolEnvironment.OfProcess());

    internal static Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default) =>
        RunAsync(args, output, error, ToolEnvironment.OfProcess().WithoutTerminal(), cancellationToken);

    internal static async Task<int> RunAsync(
        string[] args,
        TextWriter output,
        TextWriter error,
        ToolEnvironment environment,
        CancellationToken cancellationToken = default)
    {
        Command root = ToolCommands.Create(environment);
        if (Suggestions.TryWrite(root, args, output))
        {
            return ExitCode.Done;
        }

        ParseResult parsed = CommandLine.Read(root, args);
        if (CommandLineMistake.Of(parsed) is { } mistake)
        {
            await View.WriteErrorAsync(error, mistake).ConfigureAwait(false);
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false },
            cancellationToken).ConfigureAwait(false);
    }
}
