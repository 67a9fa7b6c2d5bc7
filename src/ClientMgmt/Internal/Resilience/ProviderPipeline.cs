using ClientMgmt.Http;
using Polly;

namespace ClientMgmt.Resilience;

/// <summary>What all requests of one provider share: budgets, turns, the retry quota and the strategies with their state.</summary>
internal sealed class ProviderPipeline
{
    private readonly TimeProvider _time;
    private readonly Gate _turns;
    private readonly RateLimits _limits;

    public ProviderPipeline(ResilienceOptions options, IReadOnlyDictionary<string, int> documentedBudget, TimeProvider time)
    {
        _time = time;
        _turns = new Gate(options.MaxConcurrency);
        _limits = new RateLimits(options.RequestsPerMinute, documentedBudget, time);
        Quota = new RetryQuota(options.RetryQuota);
        Strategies = PipelineBuilder.Build(options, Quota, time);
    }

    public RetryQuota Quota { get; }

    public ResiliencePipeline<HttpResponseMessage> Strategies { get; }

    /// <summary>Waits until the budget allows a request, then for a turn, which ends when the result is disposed.</summary>
    public async ValueTask<IDisposable> WaitAsync(HttpCall call, string method, CancellationToken cancellationToken)
    {
        call.Budget = _limits.For(method);
        TimeSpan wait = call.Budget?.Take() ?? TimeSpan.Zero;
        try
        {
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
            }

            long asked = _time.GetTimestamp();
            ValueTask<IDisposable> turn = _turns.EnterAsync(cancellationToken);
            bool isCrowded = !turn.IsCompleted;
            IDisposable place = await turn.ConfigureAwait(false);
            if (isCrowded || wait > TimeSpan.Zero)
            {
                call.Context.Telemetry.Waited(call, wait + _time.GetElapsedTime(asked));
            }

            return place;
        }
        catch (OperationCanceledException)
        {
            call.Budget?.Return();
            throw;
        }
    }
}
