using System.Net.Http.Headers;
using System.Text.Json;
using ClientMgmt.Credentials;
using ClientMgmt.Registration;
using ClientMgmt.Resilience;
using ClientMgmt.Telemetry;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Http;

/// <summary>What all calls to one provider share. Options are read anew for each call.</summary>
internal sealed class ProviderContext
{
    public const string HttpClientName = "ClientMgmt";

    private static readonly ProductInfoHeaderValue s_userAgent = new(Instruments.Name, Instruments.Version);

    private readonly IOptionsMonitor<ClientManagementOptions> _options;
    private readonly IHttpClientFactory _clients;
    private readonly Lock _gate = new();
    private ProviderOptions? _pipelineOptions;
    private string? _pipelineKey;
    private ProviderPipeline? _pipeline;

    public ProviderContext(
        string name,
        IOptionsMonitor<ClientManagementOptions> options,
        IHttpClientFactory clients,
        TimeProvider time,
        Instruments telemetry)
    {
        (Name, _options, _clients, Time, Telemetry) = (name, options, clients, time, telemetry);
        Credentials = new CredentialSource(this);
    }

    public string Name { get; }

    public TimeProvider Time { get; }

    public Instruments Telemetry { get; }

    public CredentialSource Credentials { get; }

    public KeyedLock Changes { get; } = new();

    public ProviderOptions Options => _options.CurrentValue.Providers.TryGetValue(Name, out ProviderOptions? provider)
        ? provider
        : throw new InvalidOperationException($"The provider '{Name}' is no longer configured.");

    /// <summary>A client for one call; its handlers are pooled by the factory, and time its requests.</summary>
    public HttpClient CreateHttpClient(ProviderOptions provider)
    {
        HttpClient client = _clients.CreateClient(HttpClientName);
        client.BaseAddress = Directory(provider.BaseAddress!);
        client.Timeout = Timeout.InfiniteTimeSpan;

        // DocSpace answers 500 to requests without a User-Agent, and to some that hold parts of browsers' names.
        client.DefaultRequestHeaders.UserAgent.Clear();
        client.DefaultRequestHeaders.UserAgent.Add(s_userAgent);
        return client;
    }

    /// <summary>What the requests share; made anew, with its state forgotten, when the settings for it have changed.</summary>
    public ProviderPipeline GetPipeline(ProviderOptions provider)
    {
        lock (_gate)
        {
            if (_pipeline is null || !ReferenceEquals(provider, _pipelineOptions))
            {
                string key = $"{provider.Backend} {JsonSerializer.Serialize(provider.Resilience)}";
                if (key != _pipelineKey)
                {
                    IReadOnlyDictionary<string, int> budget =
                        BackendRegistry.Find(provider.Backend!.Value)!.RequestsPerMinute;
                    _pipeline = new ProviderPipeline(provider.Resilience, budget, Time);
                }

                (_pipelineOptions, _pipelineKey) = (provider, key);
            }

            return _pipeline!;
        }
    }

    /// <summary>A bound on work that several callers wait for, so that none of them can end it.</summary>
    public CancellationTokenSource Limit(ProviderOptions provider) => new(provider.Resilience.TotalTimeout, Time);

    // Relative URLs replace everything after the last slash of the base address.
    private static Uri Directory(Uri address) =>
        address.AbsolutePath.EndsWith('/') ? address : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;
}
