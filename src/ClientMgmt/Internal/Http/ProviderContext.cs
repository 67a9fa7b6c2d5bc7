using ClientMgmt.Credentials;
using ClientMgmt.Resilience;
using ClientMgmt.Telemetry;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Http;

/// <summary>What all calls to one provider share. Options are read anew for each call.</summary>
internal sealed class ProviderContext
{
    public const string HttpClientName = "ClientMgmt";

    private readonly IOptionsMonitor<ClientManagementOptions> _options;
    private readonly IHttpClientFactory _clients;
    private readonly IHttpMessageHandlerFactory _handlers;
    private readonly Lock _gate = new();
    private volatile ProviderSetup? _setup;

    public ProviderContext(
        string name,
        IOptionsMonitor<ClientManagementOptions> options,
        IHttpClientFactory clients,
        IHttpMessageHandlerFactory handlers,
        TimeProvider time,
        Instruments telemetry)
    {
        (Name, _options, _clients, _handlers, Time, Telemetry) = (name, options, clients, handlers, time, telemetry);
        Credentials = new CredentialSource(this);
    }

    public string Name { get; }

    public TimeProvider Time { get; }

    public Instruments Telemetry { get; }

    public CredentialSource Credentials { get; }

    public KeyedLock Changes { get; } = new();

    /// <summary>The options as they are now.</summary>
    /// <exception cref="OptionsValidationException">There is a mistake in them.</exception>
    /// <exception cref="InvalidOperationException">They no longer hold the provider.</exception>
    public ProviderOptions Options => Find(_options.CurrentValue);

    /// <summary>What follows from the options as they are now.</summary>
    /// <exception cref="OptionsValidationException">There is a mistake in them.</exception>
    /// <exception cref="InvalidOperationException">They no longer hold the provider.</exception>
    public ProviderSetup GetSetup()
    {
        ClientManagementOptions options = _options.CurrentValue;
        return _setup is { } setup && ReferenceEquals(setup.Options, options) ? setup : SetUp(options);
    }

    /// <summary>
    /// Sends single requests; the handlers are pooled by the factory. An HttpClient in between would bound the time again,
    /// and refuse to send a request a second time.
    /// </summary>
    public HttpMessageInvoker CreateInvoker() => new(_handlers.CreateHandler(HttpClientName), disposeHandler: false);

    /// <summary>A bound on work that several callers wait for, so that none of them can end it.</summary>
    public CancellationTokenSource Limit(ProviderOptions provider) => new(provider.Resilience.TotalTimeout, Time);

    private ProviderOptions Find(ClientManagementOptions options) =>
        options.Providers.TryGetValue(Name, out ProviderOptions? provider)
            ? provider
            : throw new InvalidOperationException($"The provider '{Name}' is no longer configured.");

    private ProviderSetup SetUp(ClientManagementOptions options)
    {
        ProviderOptions provider = Find(options);
        lock (_gate)
        {
            if (_setup is { } setup && ReferenceEquals(setup.Options, options))
            {
                return setup;
            }

            using HttpClient configured = _clients.CreateClient(HttpClientName);
            return _setup = new ProviderSetup(options, provider, configured, _setup, Time);
        }
    }
}
