using System.Net;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>
/// Which URLs the server takes. Page URLs run through two checks that do not agree with each other; redirect URIs
/// and origins through a third, far looser one.
/// </summary>
internal static class UrlRules
{
    private const string PathPunctuation = "-()@:_+.~#?&/=";
    private const string IllegalInUri = " \"<>\\^`{|}";
    private static readonly string[] s_setSchemes = ["http", "https", "claude"];

    /// <summary>First check: the scheme may be missing before a DNS name, a path begins with a slash and has no percent sign.</summary>
    public static bool PassesRequest(string url)
    {
        bool hasScheme = SplitScheme(url, out string rest);
        (string authority, string path) = SplitPath(rest);
        (string host, string? port) = SplitPort(authority);
        bool hostFits = IsDnsName(host) || (hasScheme && IsAddress(host));
        bool portFits = port is null || (port.Length > 0 && port.All(char.IsAsciiDigit));
        return hostFits && portFits && path.All(c => char.IsAsciiLetterOrDigit(c) || PathPunctuation.Contains(c, StringComparison.Ordinal));
    }

    /// <summary>Second check: the scheme is there, and a label after the first is short, up to its end or a hyphen.</summary>
    public static bool PassesCommand(string url)
    {
        if (!SplitScheme(url, out string rest))
            return false;
        string host = SplitPort(SplitPath(rest).Authority).Host;
        return host.Split('.').Skip(1).Any(label => label.Split('-')[0].Length is >= 1 and <= 6);
    }

    /// <summary>Entries of the sets: one of three schemes in any case, and something that parses as a URI.</summary>
    public static bool IsSetEntry(string? url)
    {
        int colon = url?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0
            && s_setSchemes.Contains(url![..colon], StringComparer.OrdinalIgnoreCase)
            && colon + 1 < url.Length
            && url.Count(c => c == '#') <= 1
            && url.All(c => !char.IsControl(c) && !char.IsWhiteSpace(c) && !IllegalInUri.Contains(c, StringComparison.Ordinal))
            && PercentSignsEncode(url)
            && BracketsHoldAnAddress(url[(colon + 1)..]);
    }

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

    private static bool IsAddress(string host) =>
        host.Split('.') is { Length: 4 } parts && parts.All(part => part.Length is >= 1 and <= 3 && byte.TryParse(part, out _));

    private static bool PercentSignsEncode(string url)
    {
        for (int i = url.IndexOf('%', StringComparison.Ordinal); i >= 0; i = url.IndexOf('%', i + 1))
        {
            if (i + 2 >= url.Length || !char.IsAsciiHexDigit(url[i + 1]) || !char.IsAsciiHexDigit(url[i + 2]))
                return false;
        }

        return true;
    }

    private static bool BracketsHoldAnAddress(string rest)
    {
        int open = rest.IndexOf('[', StringComparison.Ordinal);
        int close = rest.IndexOf(']', StringComparison.Ordinal);
        if (open < 0 && close < 0)
            return true;
        int authorityEnd = rest.Length > 2 ? rest.IndexOfAny(['/', '?', '#'], 2) : -1;
        bool inAuthority = rest.StartsWith("//", StringComparison.Ordinal) && (authorityEnd < 0 || close < authorityEnd);

        // Java's parser lets brackets stand in a query or fragment, never in a path.
        if (!inAuthority)
            return rest.IndexOfAny(['?', '#']) is var tail and >= 0 && open > tail && (close < 0 || close > tail);
        return open >= 2 && close > open && IPAddress.TryParse(rest[(open + 1)..close], out IPAddress? address)
            && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6;
    }
}
