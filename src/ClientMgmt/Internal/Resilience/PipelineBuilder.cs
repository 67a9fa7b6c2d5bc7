using ClientMgmt.Http;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace ClientMgmt.Resilience;

/// <summary>Puts the strategies together: a bound on the whole, retries, a circuit breaker, a bound on each attempt.</summary>
internal static class PipelineBuilder
{
    public static ResiliencePipeline<HttpResponseMessage> Build(ResilienceOptions options, RetryQuota quota, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (options.TotalTimeout != Timeout.InfiniteTimeSpan)
        {
            builder.AddTimeout(options.TotalTimeout);
        }

        if (options.MaxRetryAttempts > 0)
        {
            builder.AddRetry(Retry(options, new RetryPolicy(options, quota, time)));
        }

        if (options.MinimumThroughput > 0)
        {
            builder.AddCircuitBreaker(Breaker(options));
        }

        if (options.AttemptTimeout != Timeout.InfiniteTimeSpan)
        {
            builder.AddTimeout(options.AttemptTimeout);
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
