using Polly;
using Polly.CircuitBreaker;

namespace ClientMgmt.Wire;

/// <summary>What requests share: the strategies with the circuit breaker, the retry quota, and where there are any, budgets and turns.</summary>
internal sealed record RequestLimits(
    ResiliencePipeline<Attempt> Strategies, RetryQuota Quota, CircuitBreakerStateProvider Circuit, Budgets? Budgets = null, SemaphoreSlim? Turns = null);
