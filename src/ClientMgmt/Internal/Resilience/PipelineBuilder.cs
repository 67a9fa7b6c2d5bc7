using ClientMgmt.Http;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace ClientMgmt.Resilience;

/// <summary>Puts the strategies together: retries, a circuit breaker, a bound on each attempt.</summary>
internal static class PipelineBuilder
{
    public static ResiliencePipeline<HttpResponseMessage> Build(ResilienceOptions options, RetryQuota quota, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        var policy = new RetryPolicy(options, quota, time);
        if (options.MaxRetryAttempts > 0)
        {
            builder.AddRetry(Retry(options, policy));
        }

        if (options.MinimumThroughput > 0)
        {
            builder.AddCircuitBreaker(Breaker(options));
        }

        // No wait before a retry goes beyond the total timeout, so that bounding the attempts bounds the whole.
        if (options.AttemptTimeout != Timeout.InfiniteTimeSpan || options.TotalTimeout != Timeout.InfiniteTimeSpan)
        {
            builder.AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = args => ValueTask.FromResult(policy.NextTimeout(Call(args.Context))),
            });
        }

        return builder.Build();
    }

    private static RetryStrategyOptions<HttpResponseMessage> Retry(ResilienceOptions options, RetryPolicy policy) => new()
    {
        MaxRetryAttempts = options.MaxRetryAttempts,
        ShouldHandle = args => ValueTask.FromResult(!args.Context.CancellationToken.IsCancellationRequested
            && policy.Decide(Call(args.Context), args.Outcome)),
        DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Call(args.Context).NextDelay),
        OnRetry = args =>
        {
            Call(args.Context).Retry(args.Outcome);
            return ValueTask.CompletedTask;
        },
    };

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker(ResilienceOptions options) => new()
    {
        FailureRatio = options.FailureRatio,
        MinimumThroughput = options.MinimumThroughput,
        SamplingDuration = options.SamplingDuration,
        BreakDuration = options.BreakDuration,
        ShouldHandle = args => ValueTask.FromResult(args.Outcome switch
        {
            { Exception: { } failure } => Faults.IsTransient(failure) && !args.Context.CancellationToken.IsCancellationRequested,
            { Result: { } response } => Faults.IsTransient((int)response.StatusCode),
            _ => false,
        }),
        OnOpened = args =>
        {
            HttpCall call = Call(args.Context);
            call.Context.Telemetry.CircuitOpened(call, args.BreakDuration);
            return ValueTask.CompletedTask;
        },
        OnClosed = args =>
        {
            HttpCall call = Call(args.Context);
            call.Context.Telemetry.CircuitClosed(call);
            return ValueTask.CompletedTask;
        },
    };

    private static HttpCall Call(ResilienceContext context) =>
        context.Properties.TryGetValue(HttpCall.PipelineKey, out HttpCall? call) ? call
            : throw new InvalidOperationException("A request without a call has no pipeline.");
}
