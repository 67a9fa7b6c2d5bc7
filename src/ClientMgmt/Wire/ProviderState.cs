using Polly.CircuitBreaker;

namespace ClientMgmt.Wire;

/// <summary>
/// What a provider remembers between calls. It belongs to an address and a credential: with another address or credential it
/// starts afresh, with other settings only what they concern does.
/// </summary>
internal sealed class ProviderState
{
    private readonly (Uri? Address, object? Credential) _owner;
    private readonly Delegate? _callback;
    private readonly (double FailureRatio, int Throughput, TimeSpan Sampling, TimeSpan Break) _breaker;
    private readonly string _budgets;
    private readonly int _places;
    private readonly int _quota;

    /// <param name="name">The name of the provider.</param>
    /// <param name="provider">Its options.</param>
    /// <param name="credential">The configured credential; null if a callback supplies it.</param>
    /// <param name="documented">The backend's documented budget.</param>
    /// <param name="before">What was remembered before the options changed.</param>
    /// <param name="services">What providers share.</param>
    public ProviderState(
        string name,
        ProviderOptions provider,
        ProviderCredential? credential,
        IReadOnlyDictionary<string, int> documented,
        ProviderState? before,
        WireServices services)
    {
        ResilienceOptions options = provider.Resilience;

        // Each reload may make another object of the same callback, so the limits go by its code. What it has caught in its
        // closure may be another credential all the same.
        _owner = (provider.Address, (object?)credential ?? provider.CredentialCallback?.Method);
        _callback = provider.CredentialCallback;
        _breaker = (options.FailureRatio, options.MinimumThroughput, options.SamplingDuration, options.BreakDuration);
        _budgets = string.Join(
            ' ', options.RequestsPerMinute.Keys.Order(StringComparer.OrdinalIgnoreCase).Select(method => $"{method.ToUpperInvariant()} {options.RequestsPerMinute[method]}"));
        (_places, _quota) = (options.MaxConcurrency, options.RetryQuota);
        Changes = before?.Changes ?? new KeyedLock();
        before = before is not null && before._owner.Equals(_owner) ? before : null;
        Requests = Renew(before?.Requests) with
        {
            Budgets = before?._budgets == _budgets
                ? before.Requests.Budgets
                : new Budgets(options.RequestsPerMinute, documented, services.Time),
            Turns = before?._places == _places ? before.Requests.Turns : new SemaphoreSlim(_places),
        };
        Exchange = Renew(before?.Exchange);
        Credentials = before is not null && Equals(before._callback, _callback) ? before.Credentials : new CredentialSource(credential, services.Time);

        RequestLimits Renew(RequestLimits? old)
        {
            if (old is not null && (before!._breaker, before._quota) == (_breaker, _quota))
            {
                return old;
            }

            var quota = new RetryQuota(_quota);
            var circuit = new CircuitBreakerStateProvider();
            return new RequestLimits(RequestPipeline.Build(options, quota, circuit, name, services), quota, circuit);
        }
    }

    public RequestLimits Requests { get; }

    /// <summary>For the exchange of credentials, whose failures are its own.</summary>
    public RequestLimits Exchange { get; }

    public CredentialSource Credentials { get; }

    /// <summary>Orders the changes of each client, whatever the address is.</summary>
    public KeyedLock Changes { get; }
}
