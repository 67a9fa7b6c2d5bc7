using Polly;
using Polly.CircuitBreaker;

namespace ClientMgmt.Wire;

/// <summary>Waits until the own budget and the server's limit allow the request.</summary>
internal sealed class BudgetStrategy(TimeProvider time) : ResilienceStrategy<Attempt>
{
    protected override async ValueTask<Outcome<Attempt>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<Attempt>>> callback, ResilienceContext context, TState state)
    {
        CallProgress progress = CallProgress.Of(context);

        // The one request that tries whether the server works again must not wait: all others are refused meanwhile.
        if (progress.Call.Limits.Budgets is not { } budgets || progress.Call.Limits.Circuit.CircuitState == CircuitState.HalfOpen)
        {
            return await callback(context, state).ConfigureAwait(false);
        }

        (TokenBucket? own, Throttle server) = budgets.For(progress.Call.Request.Method);
        bool isAlone;
        try
        {
            long asked = time.GetTimestamp();
            TimeSpan wait = own?.Take() ?? TimeSpan.Zero;
            ValueTask<bool> turn = wait > TimeSpan.Zero
                ? WaitAsync(own!, wait, server, progress, context.CancellationToken)
                : server.EnterAsync(progress.TimeLeft, progress, context.CancellationToken);

            // The wait for the own budget may be over before anybody looks.
            bool waits = wait > TimeSpan.Zero || !turn.IsCompletedSuccessfully;
            isAlone = await turn.ConfigureAwait(false);
            if (waits)
            {
                progress.Waited(time.GetElapsedTime(asked));
            }
        }
        catch (OperationCanceledException e)
        {
            own?.Return();
            return Outcome.FromException<Attempt>(e);
        }
        catch (ThrottledException e)
        {
            own?.Return();
            return Outcome.FromResult(Attempt.Unsent(e));
        }

        Attempt? answer = null;
        try
        {
            Outcome<Attempt> outcome = await callback(context, state).ConfigureAwait(false);
            answer = outcome.Result;
            return outcome;
        }
        finally
        {
            server.Leave(answer, isAlone);
        }
    }

    private async ValueTask<bool> WaitAsync(
        TokenBucket own, TimeSpan wait, Throttle server, CallProgress progress, CancellationToken cancellationToken)
    {
        TimeSpan patience = progress.TimeLeft;
        progress.Waiting(wait, own.PerMinute);
        await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        return await server.EnterAsync(patience, progress, cancellationToken).ConfigureAwait(false);
    }
}
