using System.Diagnostics;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Cli.Demo;

/// <summary>Runs one step with one provider and tells how it ended.</summary>
internal sealed class StepRunner(SandboxServer sandbox)
{
    public async Task<StepResult> RunAsync(DemoStep step, DemoRun run, CancellationToken cancellationToken)
    {
        (_, bool supported, string? remark) = run.Clients.Capabilities.Operations[step.Operation];
        var result = new StepResult(run.Provider.Name, step.Operation, Outcome.Done, Remark: remark);
        try
        {
            Expect.Equal("the provider", run.Provider.Name, run.Clients.Provider);
            return supported
                ? result with { Time = await DoAsync(step, run, cancellationToken).ConfigureAwait(false) }
                : result with { Outcome = await RefusedAsync(step, run, cancellationToken).ConfigureAwait(false) };
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return result with { Outcome = Outcome.Failed, Remark = e.Message };
        }
    }

    private async Task<TimeSpan> DoAsync(DemoStep step, DemoRun run, CancellationToken cancellationToken)
    {
        await step.PrepareAsync(run, cancellationToken).ConfigureAwait(false);
        int before = sandbox.Requests.Count;
        long start = Stopwatch.GetTimestamp();
        object? answer = await step.CallAsync(run, cancellationToken).ConfigureAwait(false);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        run.Sent = [.. sandbox.Requests.Skip(before)];
        await step.CheckAsync(run, answer, cancellationToken).ConfigureAwait(false);
        return time;
    }

    /// <summary>What the capabilities call impossible must be refused, and that before any request.</summary>
    private async Task<Outcome> RefusedAsync(DemoStep step, DemoRun run, CancellationToken cancellationToken)
    {
        int before = sandbox.Requests.Count;
        try
        {
            await step.CallAsync(run, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationNotSupportedException e)
        {
            Expect.Equal("the operation in the error", step.Operation, e.Error.Operation);
            Expect.Equal("the number of requests sent", 0, sandbox.Requests.Count - before);
            return Outcome.NotSupported;
        }

        throw new MismatchException("the capabilities call it not supported, yet the call was not refused");
    }
}
