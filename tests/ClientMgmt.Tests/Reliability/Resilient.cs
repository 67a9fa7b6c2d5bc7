using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Hosts that send failed requests again.</summary>
internal static class Resilient
{
    /// <summary>
    /// Three retries, at once: only what a server or a test asks for takes time, and that is the time of a manual clock.
    /// </summary>
    public static WireHost Host(
        Backend backend,
        TimeProvider time,
        Action<ResilienceOptions>? change = null,
        Action<ProviderOptions>? provider = null,
        long? maxResponseBytes = null) =>
        WireHost.For(
            backend,
            p =>
            {
                p.Resilience.MaxRetryAttempts = 3;
                p.Resilience.RetryDelay = TimeSpan.Zero;
                p.Resilience.AttemptTimeout = Timeout.InfiniteTimeSpan;
                p.Resilience.TotalTimeout = Timeout.InfiniteTimeSpan;
                change?.Invoke(p.Resilience);
                provider?.Invoke(p);
            },
            o => o.MaxResponseBytes = maxResponseBytes ?? o.MaxResponseBytes,
            time);
}
