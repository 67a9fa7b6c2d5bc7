using System.Diagnostics;
using ClientMgmt.Cli.Output;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Cli.Demo;

/// <summary>Runs one step with one provider and tells how it ended.</summary>
/// <param name="sandbox">The sandbox; null where the backend is somebody's, so that nobody sees the requests.</param>
internal sealed class StepRunner(SandboxServer? sandbox)
{
    private int Seen => sandbox?.Requests.Count ?? 0;

    public async Task<StepResult> RunAsync(DemoStep step, DemoRun run, CancellationToken cancellationToken)
    {
        (_, bool supported, string? remark) = run.Clients.Capabilities.Operations[step.Operation];
        var result = new StepResult(run.Provider.Name, step.Operation, Outcome.Done, Remark: remark);
        if (step.WhyNot(run) is { } reason)
        {
            return supported ? result with { Outcome = Outcome.NotRun, Remark = reason } : result with { Outcome = Outcome.NotSupported };
        }

        try
        {
            Expect.Equal("the provider", run.Provider.Name, run.Clients.Provider);
            return supported
                ? result with { Time = await DoAsync(step, run, cancellationToken).ConfigureAwait(false) }
                : result with { Outcome = await RefusedAsync(step, run, cancellationToken).ConfigureAwait(false) };
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return result with { Outcome = Outcome.Failed, Remark = PlainText.OneLine(e.Message), Error = e };
        }
    }

    private async Task<TimeSpan> DoAsync(DemoStep step, DemoRun run, CancellationToken cancellationToken)
    {
        await step.PrepareAsync(run, cancellationToken).ConfigureAwait(false);
        int before = Seen;
        long start = Stopwatch.GetTimestamp();
        object? answer = await step.CallAsync(run, cancellationToken).ConfigureAwait(false);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        run.Sent = sandbox is null ? null : [.. sandbox.Requests.Skip(before)];
        await step.CheckAsync(run, answer, cancellationToken).ConfigureAwait(false);
        return time;
    }

    /// <summary>What the capabilities call impossible must be refused, and that before any request.</summary>
    private async Task<Outcome> RefusedAsync(DemoStep step, DemoRun run, CancellationToken cancellationToken)
    {
        int before = Seen;
        try
        {
            await step.CallAsync(run, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationNotSupportedException e)
        {
            Expect.Equal("the operation in the error", step.Operation, e.Error.Operation);
            Expect.Equal("the number of requests sent", 0, Seen - before);
            return Outcome.NotSupported;
        }

        throw new MismatchException("the capabilities call it not supported, yet the call was not refused");
    }
}
