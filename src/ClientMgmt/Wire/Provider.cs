using ClientMgmt.Http;

namespace ClientMgmt.Wire;

/// <summary>A provider as it is configured now; a change of its configuration makes another.</summary>
internal sealed class Provider
{
    private readonly string _baseUrl;

    /// <param name="name">Its name, as the configuration spells it.</param>
    /// <param name="options">Its options, in which there is no mistake.</param>
    /// <param name="maxResponseBytes">How large an answer may be.</param>
    /// <param name="state">What it remembers.</param>
    /// <param name="services">What it shares with the others.</param>
    public Provider(
        string name, ProviderOptions options, long maxResponseBytes, ProviderState state, WireServices services)
    {
        (Name, Options, MaxResponseBytes, State, Services) = (name, options, maxResponseBytes, state, services);
        _baseUrl = Directory(options.Address!);
    }

    public string Name { get; }

    public ProviderOptions Options { get; }

    public long MaxResponseBytes { get; }

    public ProviderState State { get; }

    public WireServices Services { get; }

    /// <summary>The name of its HTTP client.</summary>
    public string ClientName => field ??= ProviderHttpClient.NameOf(Name);

    /// <summary>The whole address of a request.</summary>
    public Uri Locate(ApiRequest request) => request.Address ?? new(_baseUrl + request.ToUrl());

    /// <summary>The scheme, host and port of a configured address. GetLeftPart drops the zone of an IPv6 address.</summary>
    public static string OriginOf(Uri address)
    {
        string text = address.OriginalString;
        int path = text.IndexOf('/', text.IndexOf("://", StringComparison.Ordinal) + 3);
        return path < 0 ? text : text[..path];
    }

    private static string Directory(Uri address) => OriginOf(address) + address.AbsolutePath.TrimEnd('/') + "/";
}
