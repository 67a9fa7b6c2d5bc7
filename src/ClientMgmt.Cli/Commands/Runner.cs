using System.CommandLine;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary>Runs the commands that talk to a provider: within the time, with one line for an error, and with its exit code.</summary>
internal sealed class Runner(ToolEnvironment environment, GlobalOptions globals)
{
    public ToolEnvironment Environment => environment;

    public void Run(Command command, Func<Session, Task<int>> body) =>
        command.SetAction((parsed, token) => RunAsync(parsed, body, token));

    public void Run(Command command, Func<Session, Task> body) => Run(command, async session =>
    {
        await body(session).ConfigureAwait(false);
        return ExitCode.Done;
    });

    private async Task<int> RunAsync(ParseResult parsed, Func<Session, Task<int>> body, CancellationToken cancellationToken)
    {
        TimeSpan? limit = parsed.GetValue(globals.Timeout);
        using CancellationTokenSource timer = limit is { } delay ? new(delay, environment.Time) : new();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        var session = new Session(parsed, environment, globals, either.Token);
        await using (session.ConfigureAwait(false))
        {
            try
            {
                return await body(session).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (either.IsCancellationRequested)
            {
                string reason = cancellationToken.IsCancellationRequested
                    ? "cancelled"
                    : $"not done within --timeout {Duration.Describe(limit!.Value)}";
                (string text, int done) = session.Progress();
                await session.View.ErrorAsync($"{reason}; {text}", details: ErrorDocument.OfKind(
                    cancellationToken.IsCancellationRequested ? "cancelled" : "timeout")).ConfigureAwait(false);
                return cancellationToken.IsCancellationRequested ? ExitCode.Cancelled
                    : done > 0 ? ExitCode.Partly
                    : session.IsOutcomeUnknown() ? ExitCode.Unknown
                    : ExitCode.Failed;
            }
            catch (OutputException e)
            {
                (string text, int done) = session.Progress();
                await session.View.ErrorAsync($"{e.Message} {PlainText.Sentence(text)}", e).ConfigureAwait(false);
                return done > 0 ? ExitCode.Partly : ExitCode.Failed;
            }
            catch (ManifestException e)
            {
                await ManifestProblems.WriteAsync(session, e.Problems).ConfigureAwait(false);
                await session.View.TraceAsync(e).ConfigureAwait(false);
                return ExitCode.Usage;
            }
            catch (Exception e)
            {
                ErrorReport report = ErrorReport.Of(e, session);
                await session.View.ErrorAsync(report.Line, e).ConfigureAwait(false);
                return report.ExitCode;
            }
        }
    }
}
