using ClientMgmt.Sandbox.DocSpace.Java;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>
/// Which URLs the server takes. Page URLs run through two checks that do not agree with each other; redirect URIs
/// and origins through a third, far looser one.
/// </summary>
internal static class UrlRules
{
    private const string FirstPunctuation = "-._~:/?#[]@!$&'()*+,;=";
    private const string SecondPunctuation = "-()@:_+.~#?&/=";
    private const string Claude = "claude";
    private static readonly string[] s_setSchemes = ["http", "https", Claude];

    /// <summary>First check: the scheme may be missing before a DNS name, a path begins with a slash and has no percent sign.</summary>
    public static bool PassesRequest(string url)
    {
        bool hasScheme = SplitScheme(url, out string rest);
        (string authority, string path) = SplitPath(rest);
        (string host, string? port) = SplitPort(authority);
        bool hostFits = IsDnsName(host) || (hasScheme && IsAddress(host));
        bool portFits = port is null || (port.Length > 0 && port.All(char.IsAsciiDigit));
        return hostFits && portFits && Has(path, FirstPunctuation);
    }

    /// <summary>
    /// Second check: the scheme is there, a label after the first is short, up to its end or a hyphen, and the path has
    /// fewer signs than the first check lets pass.
    /// </summary>
    public static bool PassesCommand(string url)
    {
        if (!SplitScheme(url, out string rest))
            return false;
        (string authority, string path) = SplitPath(rest);
        string host = SplitPort(authority).Host;
        return Has(path, SecondPunctuation)
            && host.Split('.').Skip(1).Any(label => label.Split('-')[0].Length is >= 1 and <= 6);
    }

    /// <summary>Entries of the sets: one of three schemes in any case, and something that parses as a URI.</summary>
    public static bool IsSetEntry(string? url)
    {
        int colon = url?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon <= 0 || !s_setSchemes.Contains(url![..colon], StringComparer.OrdinalIgnoreCase))
            return false;
        string rest = url[(colon + 1)..];
        return JavaUri.Parses(rest) && (url[..colon].Equals(Claude, StringComparison.OrdinalIgnoreCase) || JavaUri.HasPort(rest));
    }

    private static bool Has(string path, string punctuation) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || punctuation.Contains(c, StringComparison.Ordinal));

    private static bool SplitScheme(string url, out string rest)
    {
        foreach (string scheme in (ReadOnlySpan<string>)["http://", "https://"])
        {
            if (url.StartsWith(scheme, StringComparison.Ordinal))
            {
                rest = url[scheme.Length..];
                return true;
            }
        }

        rest = url;
        return false;
    }

    private static (string Authority, string Path) SplitPath(string rest)
    {
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (rest, "") : (rest[..slash], rest[slash..]);
    }

    private static (string Host, string? Port) SplitPort(string authority)
    {
        int colon = authority.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (authority, null) : (authority[..colon], authority[(colon + 1)..]);
    }

    private static bool IsDnsName(string host) =>
        host.Split('.') is { Length: >= 2 } labels
        && labels.All(label => label.Length > 0 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        && labels[^1] is { Length: >= 2 } last
        && last.All(char.IsAsciiLetter);

    /// <summary>Four numbers of up to three digits, whatever their size.</summary>
    private static bool IsAddress(string host) =>
        host.Split('.') is { Length: 4 } parts && parts.All(part => part.Length is >= 1 and <= 3 && part.All(char.IsAsciiDigit));
}
