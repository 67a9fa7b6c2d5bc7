using System.CommandLine;
using ClientMgmt.Cli.Demo;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Sandbox;
using Spectre.Console;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt demo</c>: every operation, against a sandbox of its own or against a configured provider.</summary>
internal static class DemoCommand
{
    private const string Note =
        "With --provider it drives that provider, as it is configured, with clients of its own: their names begin with 'Demo' and letters that no other run has. "
        + "They are removed at the end, also after a failure or Ctrl-C; what could not be removed is told. What would touch other clients, or needs an end user, is not run.";

    public static Command Create(Runner runner)
    {
        var command = new ToolCommand("demo", "Starts a sandbox and drives all four providers through every operation; with --provider, one that is configured.")
        {
            Notes = [("A configured provider", Note)],
            Examples = ["clientmgmt demo", "clientmgmt demo --provider main"],
        };
        runner.Run(command, session => session.ProviderName is null
            ? RunAsync(DemoRunner.Sandbox, session.View.OutputConsole(), session.Token)
            : RunConfiguredAsync(session));
        return command;
    }

    internal static async Task<int> RunAsync(SandboxOptions sandbox, IAnsiConsole console, CancellationToken cancellationToken)
    {
        DemoResults results = await DemoRunner.RunAsync(
            sandbox, address => DemoReport.WriteHeading(console, address), cancellationToken).ConfigureAwait(false);
        DemoReport.Write(console, results);
        return results.Count(Outcome.Failed) == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<int> RunConfiguredAsync(Session session)
    {
        IAnsiConsole console = session.View.OutputConsole();
        (DemoResults results, IReadOnlyList<string> left) = await ConfiguredDemo.RunAsync(session).ConfigureAwait(false);
        DemoReport.WriteHeading(console, results.Providers[0]);
        DemoReport.Write(console, results);
        if (left.Count == 0)
        {
            console.WriteLine(PlainText.Sentence(DemoReport.Removed(left)));
        }
        else
        {
            await session.View.ErrorAsync(DemoReport.Removed(left)).ConfigureAwait(false);
            foreach (string line in left)
            {
                session.View.Note($"  {line}");
            }
        }

        return results.Count(Outcome.Failed) == 0 && left.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
