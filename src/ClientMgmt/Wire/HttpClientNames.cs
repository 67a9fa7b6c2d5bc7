namespace ClientMgmt.Wire;

/// <summary>The names under which the HTTP client factory knows the providers' clients.</summary>
internal static class HttpClientNames
{
    private const string Prefix = "ClientMgmt:";

    public static string Of(string provider) => Prefix + provider.ToLowerInvariant();

    public static bool IsProvider(string? name) => name?.StartsWith(Prefix, StringComparison.Ordinal) == true;
}
