using System.CommandLine;
using ClientMgmt.Cli.Commands;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli;

/// <summary>The tool <c>clientmgmt</c>.</summary>
internal static class Program
{
    public const string Name = "clientmgmt";

    // After Ctrl-C, a request that registers or changes a client is waited for, because its answer may hold the only key to it.
    private static readonly TimeSpan s_timeToEnd = TimeSpan.FromMinutes(1);

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

        ParseResult parsed = root.Parse(args, CommandLine.Parser);
        if (parsed.Errors.Count > 0)
        {
            await View.WriteErrorAsync(error, CommandLine.Problem(parsed)).ConfigureAwait(false);
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = s_timeToEnd,
            },
            cancellationToken).ConfigureAwait(false);
    }
}
