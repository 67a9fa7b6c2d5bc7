using Polly;

namespace ClientMgmt.Wire;

/// <summary>Waits until the server's limit allows the request, and keeps to what the server says of it.</summary>
internal sealed class BudgetStrategy(TimeProvider time) : ResilienceStrategy<Attempt>
{
    protected override async ValueTask<Outcome<Attempt>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<Attempt>>> callback, ResilienceContext context, TState state)
    {
        CallProgress progress = CallProgress.Of(context);
        if (progress.Call.Limits.Budgets?.For(progress.Call.Request.Method) is not { } budget)
        {
            return await callback(context, state).ConfigureAwait(false);
        }

        TimeSpan wait = budget.Take();
        if (wait > TimeSpan.Zero)
        {
            try
            {
                await Task.Delay(wait, time, context.CancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException e)
            {
                budget.Return();
                return Outcome.FromException<Attempt>(e);
            }

            progress.Waited(wait);
        }

        Outcome<Attempt> outcome = await callback(context, state).ConfigureAwait(false);
        if (outcome.Result is { Status: 429, Delay: { } pause })
        {
            budget.Pause(pause);
        }

        return outcome;
    }
}
