using Microsoft.Extensions.Options;

namespace ClientMgmt.Http;

/// <summary>What an adapter needs to know about the provider that it serves. Options are read anew for each call.</summary>
internal sealed class ProviderContext(
    string name, IOptionsMonitor<ClientManagementOptions> options, IHttpClientFactory clients, TimeProvider time)
{
    public const string HttpClientName = "ClientMgmt";

    private static readonly string s_userAgent =
        $"ClientMgmt/{typeof(ProviderContext).Assembly.GetName().Version!.ToString(3)}";

    public string Name => name;

    public TimeProvider Time => time;

    public ProviderOptions Options => options.CurrentValue.Providers.TryGetValue(name, out ProviderOptions? provider)
        ? provider
        : throw new InvalidOperationException($"The provider '{name}' is no longer configured.");

    /// <summary>A client for one call; its handlers are pooled by the factory.</summary>
    public HttpClient CreateHttpClient(ProviderOptions provider)
    {
        HttpClient client = clients.CreateClient(HttpClientName);
        client.BaseAddress = Directory(provider.BaseAddress!);
        client.Timeout = provider.Resilience.AttemptTimeout;

        // DocSpace answers 500 to requests without a User-Agent, and to some that hold parts of browsers' names.
        client.DefaultRequestHeaders.UserAgent.Clear();
        client.DefaultRequestHeaders.UserAgent.ParseAdd(s_userAgent);
        return client;
    }

    // Relative URLs replace everything after the last slash of the base address.
    private static Uri Directory(Uri address) =>
        address.AbsolutePath.EndsWith('/') ? address : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;
}
