using Polly;

namespace ClientMgmt.Wire;

/// <summary>Lets no more requests be under way at once than the options allow.</summary>
internal sealed class TurnStrategy(TimeProvider time) : ResilienceStrategy<Attempt>
{
    protected override async ValueTask<Outcome<Attempt>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<Attempt>>> callback, ResilienceContext context, TState state)
    {
        CallProgress progress = CallProgress.Of(context);
        if (progress.Call.Limits.Turns is not { } turns)
        {
            return await callback(context, state).ConfigureAwait(false);
        }

        try
        {
            Task turn = turns.WaitAsync(context.CancellationToken);
            if (!turn.IsCompletedSuccessfully)
            {
                long asked = time.GetTimestamp();
                await turn.ConfigureAwait(false);
                progress.Waited(time.GetElapsedTime(asked));
            }
        }
        catch (OperationCanceledException e)
        {
            return Outcome.FromException<Attempt>(e);
        }

        try
        {
            return await callback(context, state).ConfigureAwait(false);
        }
        finally
        {
            turns.Release();
        }
    }
}
