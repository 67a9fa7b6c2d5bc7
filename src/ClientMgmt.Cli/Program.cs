using System.CommandLine;
using System.Text;
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

    public static Task<int> Main(string[] args)
    {
        // Names are not to depend on the locale.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return RunAsync(args, Console.Out, Console.Error, ToolEnvironment.OfProcess());
    }

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
        (output, error) = (new ResultWriter(output), new ErrorWriter(error));
        try
        {
            return await RunAsync(ToolCommands.Create(environment, args), args, new View(output, error, environment), cancellationToken).ConfigureAwait(false);
        }
        catch (OutputException e)
        {
            await View.WriteErrorAsync(error, e.Message).ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }

    private static async Task<int> RunAsync(Command root, string[] args, View view, CancellationToken cancellationToken)
    {
        if (Suggestions.TryWrite(root, args, view.Output))
        {
            return ExitCode.Done;
        }

        ParseResult parsed = CommandLine.Read(root, args);
        if (CommandLineMistake.Of(parsed) is { } mistake)
        {
            await (view with { Format = OutputFormats.Of(parsed) }).ErrorAsync(mistake, details: ErrorDocument.OfKind("usage")).ConfigureAwait(false);
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = view.Output,
                Error = view.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = s_timeToEnd,
            },
            cancellationToken).ConfigureAwait(false);
    }
}
