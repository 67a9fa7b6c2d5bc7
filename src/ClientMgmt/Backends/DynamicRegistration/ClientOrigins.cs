using ClientMgmt.Options;

namespace ClientMgmt.DynamicRegistration;

/// <summary>Where the key of a client may be sent to: it is taken to no place that the configuration does not speak of.</summary>
internal static class ClientOrigins
{
    /// <summary>The origins of a setting; null for each that is none.</summary>
    public static IEnumerable<string?> Parse(string? setting) => (setting ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(text => Uri.TryCreate(text, UriKind.Absolute, out Uri? origin) && IsWeb(origin)
            && origin is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" } ? Of(origin) : null);

    /// <summary>Why an address is not taken for that of a client; null if it is.</summary>
    public static string? Refuse(Uri address, Uri endpoint, ProviderOptions options) =>
        !IsWeb(address) ? "the address that the server gave for the client is neither http nor https"
        : address.UserInfo.Length > 0 || address.Fragment.Length > 0 ? "the address that the server gave for the client holds a user name or a fragment, which no such address has"
        : address.Scheme == Uri.UriSchemeHttp && !ThisMachine.Has(address) && !options.AllowHttp
            ? "the address that the server gave for the client is plain http, where its key can be read on the way; set AllowHttp to take it"
        : AreSame(address, endpoint) || Parse(options.AllowedOrigins).Contains(Of(address)) ? null
        : $"the server gave an address for the client at {Of(address)}; add that to AllowedOrigins if it is right";

    private static bool IsWeb(Uri address) => address.IsAbsoluteUri && address.Scheme is "https" or "http";

    private static bool AreSame(Uri address, Uri other) => address.Scheme == other.Scheme && address.Port == other.Port
        && address.IdnHost.Equals(other.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static string Of(Uri address) => $"{address.Scheme}://{address.IdnHost}:{address.Port}".ToLowerInvariant();
}
