using System.Text;
using System.Text.RegularExpressions;

namespace ClientMgmt.DocSpace;

/// <summary>
/// What the servers refuse of values, found by asking three versions of them. What is not certain is left to the server: a
/// value that it would take is never refused here.
/// </summary>
internal static partial class DocSpaceRules
{
    private const int LongestLogo = 256_000;
    private const int LongestColumn = 255;
    private const int MostEntries = 12;

    /// <summary>The name, by version 3.7 and later: lengths are counted in UTF-16 units, and stored in code points.</summary>
    public static string? Name(object value, bool isCreation) =>
        ((string)value).Length < 3 ? "must have at least 3 characters"
        : IsTooLong((string)value) ? "must have at most 255 characters"
        : IsBlank((string)value) ? "must not be blank"
        : null;

    /// <summary>The name, by version 3.6, which takes blanks at first and shorter names later.</summary>
    public static string? NameUpTo36(object value, bool isCreation) =>
        isCreation && ((string)value).Length < 3 ? "must have at least 3 characters"
        : IsTooLong((string)value) ? "must have at most 255 characters"
        : !isCreation && IsBlank((string)value) ? "must not be blank"
        : null;

    public static string? Description(object value, bool isCreation) =>
        ((string)value).Length > LongestColumn ? "must have at most 255 characters; one outside of the basic plane, such as an emoji, counts as two" : null;

    /// <summary>The logo, which only a creation decodes and measures.</summary>
    public static string? Logo(object value, bool isCreation)
    {
        ReadOnlySpan<char> logo = (string)value, data = logo[(logo.IndexOf(',') + 1)..], digits = data.TrimEnd('=');
        return !isCreation ? null
            : !Base64().IsMatch(data) || digits.Length % 4 == 1 ? "must hold base64"
            : digits.Length * 3L / 4 > LongestLogo ? "must hold at most 256,000 bytes"
            : null;
    }

    public static string? Page(object value, bool isCreation) => Page((string)value);

    public static string? Pages(object value, bool isCreation) => ((IReadOnlyList<string>)value).Select(Page).FirstOrDefault(r => r is not null);

    public static string? Addresses(object value, bool isCreation)
    {
        var list = (IReadOnlyList<string>)value;
        return list.Count > MostEntries && list.Distinct(StringComparer.Ordinal).Count() > MostEntries ? "must have at most 12 entries"
            : list.Any(url => !Address().IsMatch(url)) ? "must hold URLs that begin with http://, https:// or claude:"
            : list.Any(url => Encoding.UTF8.GetByteCount(url) > LongestColumn) ? "must hold URLs of at most 255 bytes"
            : null;
    }

    private static string? Page(string url) =>
        !PageAddress().IsMatch(url) ? "must be an http or https URL of a public host, without user, blanks and percent signs"
        : url.Length > LongestColumn ? "must have at most 255 characters"
        : null;

    private static bool IsTooLong(string name) => name.EnumerateRunes().Count() > LongestColumn || name.Length > LongestColumn + 1;

    // As Java sees blanks: no-break spaces are none.
    private static bool IsBlank(string name) => name.All(c => char.IsWhiteSpace(c) && c is not ('\u00A0' or '\u2007' or '\u202F' or '\u0085'));

    [GeneratedRegex(@"\A[A-Za-z0-9+/]*={0,2}\z")]
    private static partial Regex Base64();

    [GeneratedRegex("""\A(?:https?|claude):(?!(?://)?\z)(?:[^\s\\<>"^`{}|%]|%[0-9A-F]{2})+\z""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex("""\Ahttps?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::[0-9]+)?(?:/[!-~-[!$'*,;\[\]%"<>{}\\|^`?#]]*(?:[?#][!-~-[%"<>{}\\|^`]]*)?)?\z""")]
    private static partial Regex PageAddress();
}
