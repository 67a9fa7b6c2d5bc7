using System.CommandLine;
using ClientMgmt.Cli.Demo;
using ClientMgmt.Sandbox;
using Spectre.Console;

namespace ClientMgmt.Cli;

/// <summary><c>clientmgmt demo</c>: every operation of every backend, against a sandbox of its own.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var command = new Command("demo", "Starts a sandbox and drives all three providers through every operation.");
        command.SetAction((parsed, token) => RunAsync(
            DemoRunner.Sandbox, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, token));
        return command;
    }

    internal static async Task<int> RunAsync(
        SandboxOptions sandbox, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        IAnsiConsole console = Terminal.Create(output);
        try
        {
            DemoResults results = await DemoRunner.RunAsync(
                sandbox, address => DemoReport.WriteHeading(console, address), cancellationToken).ConfigureAwait(false);
            DemoReport.Write(console, results);
            return results.Count(Outcome.Failed) == 0 ? Program.Success : Program.Failure;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Program.WriteErrorAsync(error, "the demo was cancelled.").ConfigureAwait(false);
            return Program.Cancelled;
        }
    }
}
