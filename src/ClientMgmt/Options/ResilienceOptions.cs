namespace ClientMgmt;

/// <summary>
/// How a provider deals with faults and load. Requests that read are sent again after transient failures; requests that
/// write only if the server certainly did not act. Changes take effect with the next call.
/// </summary>
public sealed class ResilienceOptions
{
    /// <summary>How often a failed request is sent again. Default: 3. With 0, never.</summary>
    public int MaxRetryAttempts { get; set; } = 3;

    /// <summary>
    /// The wait before the first retry, where the server names none. It doubles with each retry, and up to half of it is
    /// taken off at random. Default: 0.8 seconds.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(0.8);

    /// <summary>The longest such wait. Default: 60 seconds. A delay that the server names is not cut by it.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How many retries are in stock, so that an outage does not multiply the load. Each retry takes one. A retry that
    /// succeeds gives it back, and so do five requests that succeed at once. While the stock is empty, failures are reported
    /// without a retry. Default: 100 retries.
    /// </summary>
    public int RetryQuota { get; set; } = 100;

    /// <summary>
    /// How long one attempt may take until its answer is complete. Default: 30 seconds.
    /// <see cref="Timeout.InfiniteTimeSpan"/> sets no bound.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a request may take with all its retries and the waits between them. Default: 5 minutes.
    /// <see cref="Timeout.InfiniteTimeSpan"/> sets no bound. Some waits before a request do not count: for
    /// <see cref="RequestsPerMinute"/>, for <see cref="MaxConcurrency"/> and, after a 429, for the server. A wait for the server that would
    /// take longer than this is not begun; the call fails at once.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long it may take to obtain a credential. The time is counted for <see cref="ProviderOptions.CredentialCallback"/>,
    /// and anew for the exchange of its credential with all retries. Default: 1 minute.
    /// <see cref="Timeout.InfiniteTimeSpan"/> sets no bound.
    /// </summary>
    public TimeSpan CredentialTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The part of attempts that must fail, within <see cref="SamplingDuration"/>, for the circuit breaker to open; while it
    /// is open, nothing is sent. More than 0, at most 1. Default: 0.5.
    /// </summary>
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>
    /// How many attempts within <see cref="SamplingDuration"/> the circuit breaker needs to judge by; at least 2. Default:
    /// 20. With 0, there is no circuit breaker.
    /// </summary>
    public int MinimumThroughput { get; set; } = 20;

    /// <summary>The time over which the circuit breaker judges. At least 0.5 seconds. Default: 30 seconds.</summary>
    public TimeSpan SamplingDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the circuit breaker stays open before it tries one request. At least 0.5 seconds. Default: 15 seconds.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How many requests may be under way at once; more wait their turn. Default: 64.</summary>
    public int MaxConcurrency { get; set; } = 64;

    /// <summary>
    /// Requests per minute by HTTP method; further requests wait. <c>*</c> stands for all methods that are not named,
    /// together. 0 means no limit. By default, the backend's documented budget counts: on DocSpace, for each user, <c>GET</c>
    /// 200, <c>POST</c> 10, <c>PUT</c>, <c>PATCH</c> and <c>DELETE</c> 15 each. For Authlete there is no limit unless you set
    /// one, because its budget is large (100 requests a second by its documents) and differs by plan. If the server refuses
    /// requests, the library waits as the server says.
    /// </summary>
    public IDictionary<string, int> RequestsPerMinute { get; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
}
