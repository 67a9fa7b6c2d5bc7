using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ClientMgmt.Sandbox.DocSpace.Java;

/// <summary>
/// What the URI parser of the server's language takes after the scheme, and the little more that its URL class asks of
/// a host. The parser knows an authority with a host and one that is any name, so that most hosts pass.
/// </summary>
internal static class JavaUri
{
    private const string Unreserved = "_-!.~'()*";
    private const string InName = "$,;:@&=+";
    private const string InUserInfo = ";:&=+$,";
    private const string InPath = ":@&=+$,;/";
    private const string InAny = ";/?:@&=+$,[]";

    public static bool Parses(string afterScheme)
    {
        (string rest, string? fragment) = Split(afterScheme, '#');
        if (rest.Length == 0 || !Has(fragment ?? "", InAny))
            return false;
        if (!rest.StartsWith('/'))
            return Has(rest, InAny);
        (string hierarchy, string? query) = Split(rest, '?');
        if (!Has(query ?? "", InAny))
            return false;
        if (Authority(rest) is not { } authority)
            return Has(hierarchy, InPath);
        string path = hierarchy[(2 + authority.Length)..];

        // An authority may only be empty before something else.
        bool named = authority.Length > 0 ? IsAuthority(authority) : path.Length > 0 || query is not null || fragment is not null;
        return named && Has(path, InPath);
    }

    /// <summary>Whether the port of the authority, when there is one, is empty, a number or -1.</summary>
    public static bool HasPort(string afterScheme)
    {
        (string rest, _) = Split(afterScheme, '#');
        if (Authority(rest) is not { } authority || authority.Count(c => c == '@') > 1)
            return true;
        string host = authority[(authority.IndexOf('@', StringComparison.Ordinal) + 1)..];
        int from = host.StartsWith('[') ? host.IndexOf(']', StringComparison.Ordinal) : 0;
        int colon = from < 0 ? -1 : host.IndexOf(':', from);
        return colon < 0 || colon == host.Length - 1
            || (int.TryParse(host[(colon + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int port) && port >= -1);
    }

    private static string? Authority(string rest)
    {
        if (!rest.StartsWith("//", StringComparison.Ordinal))
            return null;
        int end = rest.IndexOfAny(['/', '?'], 2);
        return end < 0 ? rest[2..] : rest[2..end];
    }

    private static bool IsAuthority(string authority)
    {
        if (Has(authority, InName))
            return true;
        int at = authority.LastIndexOf('@');
        string host = authority[(at + 1)..];
        int close = host.IndexOf(']', StringComparison.Ordinal);
        return (at < 0 || Has(authority[..at], InUserInfo))
            && host.StartsWith('[') && close > 0 && IsAddress(host[1..close])
            && (close == host.Length - 1 || (host[close + 1] == ':' && host[(close + 2)..].All(char.IsAsciiDigit)));
    }

    private static bool IsAddress(string text) =>
        text.Contains(':', StringComparison.Ordinal)
        && IPAddress.TryParse(text, out IPAddress? address)
        && address.AddressFamily == AddressFamily.InterNetworkV6;

    private static (string Before, string? After) Split(string text, char separator)
    {
        int index = text.IndexOf(separator, StringComparison.Ordinal);
        return index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);
    }

    private static bool Has(string text, string allowed)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool passes = c == '%'
                ? i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2])
                : char.IsAscii(c)
                    ? char.IsAsciiLetterOrDigit(c) || Unreserved.Contains(c, StringComparison.Ordinal) || allowed.Contains(c, StringComparison.Ordinal)
                    : !char.IsControl(c) && !JavaText.IsSeparator(c);
            if (!passes)
                return false;
        }

        return true;
    }
}
