using System.CommandLine;
using ClientMgmt.Cli.Demo;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Sandbox;
using Spectre.Console;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt demo</c>: every operation of every backend, against a sandbox of its own.</summary>
internal static class DemoCommand
{
    public static Command Create(ToolEnvironment environment, GlobalOptions globals)
    {
        var command = new Command("demo", "Starts a sandbox and drives all four providers through every operation.");
        command.SetAction((parsed, token) => RunAsync(
            DemoRunner.Sandbox,
            Terminal.Create(
                parsed.InvocationConfiguration.Output, environment, environment.OutputIsTerminal, !parsed.GetValue(globals.NoColor)),
            parsed.InvocationConfiguration.Error,
            token));
        return command;
    }

    internal static async Task<int> RunAsync(
        SandboxOptions sandbox, IAnsiConsole console, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            DemoResults results = await DemoRunner.RunAsync(
                sandbox, address => DemoReport.WriteHeading(console, address), cancellationToken).ConfigureAwait(false);
            DemoReport.Write(console, results);
            return results.Count(Outcome.Failed) == 0 ? ExitCode.Done : ExitCode.Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await View.WriteErrorAsync(error, "the demo was cancelled.").ConfigureAwait(false);
            return ExitCode.Cancelled;
        }
    }
}
