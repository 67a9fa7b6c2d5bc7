using System.Net.Http.Headers;
using ClientMgmt.Registration;
using ClientMgmt.Resilience;
using ClientMgmt.Telemetry;

namespace ClientMgmt.Http;

/// <summary>What follows from the options of a provider, for all calls until they change.</summary>
internal sealed class ProviderSetup
{
    // DocSpace answers 500 to requests without a User-Agent, and to some that hold parts of browsers' names.
    private static readonly string s_userAgent = $"{Instruments.Name}/{Instruments.Version}";

    private readonly string _baseUrl;
    private readonly string _pipelineKey;
    private readonly KeyValuePair<string, HeaderStringValues>[] _headers;

    /// <param name="options">The options, of which these are a part.</param>
    /// <param name="provider">The provider's own.</param>
    /// <param name="configured">The HTTP client that the application may have configured; its default headers are sent.</param>
    /// <param name="before">What was before, whose budgets and breaker go on if the settings for them are the same.</param>
    /// <param name="time">The clock.</param>
    public ProviderSetup(
        ClientManagementOptions options, ProviderOptions provider, HttpClient configured, ProviderSetup? before, TimeProvider time)
    {
        BackendDefinition definition = BackendRegistry.Find(provider.Backend!.Value)!;
        (Options, Provider) = (options, provider);
        Credential = provider.CredentialCallback is null ? definition.ReadCredential(provider) : null;
        _baseUrl = Directory(provider.BaseAddress!);
        _headers = [.. configured.DefaultRequestHeaders.NonValidated.Where(h => h.Key != "User-Agent")];
        _pipelineKey = $"{provider.Backend} {OptionSettings.TextOf(provider.Resilience)}";
        Pipeline = before?._pipelineKey == _pipelineKey
            ? before.Pipeline
            : new ProviderPipeline(provider.Resilience, definition.RequestsPerMinute, time);
    }

    public ClientManagementOptions Options { get; }

    public ProviderOptions Provider { get; }

    /// <summary>The credential; null where a callback supplies it.</summary>
    public ProviderCredential? Credential { get; }

    public ProviderPipeline Pipeline { get; }

    /// <summary>Completes a request of a generated client, whose URLs are relative.</summary>
    public void Complete(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(_baseUrl + request.RequestUri!.OriginalString);
        request.Headers.TryAddWithoutValidation("User-Agent", s_userAgent);
        foreach ((string name, HeaderStringValues values) in _headers)
        {
            if (!request.Headers.NonValidated.Contains(name))
            {
                request.Headers.TryAddWithoutValidation(name, values);
            }
        }
    }

    private static string Directory(Uri address) => address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/";
}
