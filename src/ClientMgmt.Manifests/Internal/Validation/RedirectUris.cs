using System.Text.Json;
using System.Text.RegularExpressions;

namespace ClientMgmt.Manifests;

/// <summary>Redirect URIs that cannot be right, or that give a code to whoever listens (RFC 6749 section 3.1.2, RFC 8252, RFC 9700).</summary>
internal static partial class RedirectUris
{
    private static readonly string[] s_names = ["redirect_uris", "post_logout_redirect_uris"];

    // What a browser does not send anybody to, or runs or shows by itself.
    private static readonly string[] s_schemes = ["javascript", "data", "vbscript", "about", "blob", "file", "view-source", "mailto"];

    public static IEnumerable<ManifestProblem> Check(ClientManifest manifest) =>
        from name in s_names
        where manifest.Values.ContainsKey(name) && manifest.Values[name].ValueKind == JsonValueKind.Array
        from entry in manifest.Values[name].EnumerateArray()
        let uri = entry.GetString()!
        let fault = Find(uri)
        where fault is not null
        select ManifestRules.Problem(manifest, name, $"'{uri}' {fault}");

    private static string? Find(string uri)
    {
        string scheme = Scheme().Match(uri).Groups["scheme"].Value.ToLowerInvariant();
        return uri.Any(char.IsWhiteSpace) ? "holds white space."
            : scheme.Length == 0 ? "is not absolute; write it with its scheme, such as https."
            : s_schemes.Contains(scheme) ? $"leads nowhere: nobody is redirected to {scheme}."
            : uri.Contains('#', StringComparison.Ordinal) ? "has a fragment, which no redirect URI may have."
            : scheme is not ("http" or "https") ? null
            : !Uri.TryCreate(uri, UriKind.Absolute, out Uri? parsed) ? "is no address."
            : scheme == "http" && !parsed.IsLoopback ? "is not encrypted; only an address of the same machine may be http."
            : null;
    }

    [GeneratedRegex(@"\A(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):")]
    private static partial Regex Scheme();
}
