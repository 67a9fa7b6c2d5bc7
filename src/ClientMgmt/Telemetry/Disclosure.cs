using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace ClientMgmt.Telemetry;

/// <summary>
/// Decides what of a request or an answer may appear in a log, a trace, a metric or an exception: the method, host, port and
/// status, the path as the specification has it, without ids and subjects, and these headers. Of a body, only what the backend's
/// protocol takes out of it, with all that was sent as a secret taken out again.
/// </summary>
internal static class Disclosure
{
    private const int MaxLength = 300;
    private const int ShortestPart = 4;

    private static readonly string[] s_credentialHeaders = ["Authorization", "Cookie", "x-signature"];

    /// <summary>The headers of an answer that name the request, the first that is there.</summary>
    public static IReadOnlyList<string> RequestIdHeaders { get; } = ["X-Request-Id", "Request-Id", "X-Correlation-Id"];

    /// <summary>What the headers of a request hold of credentials; parts too short to be one are left out.</summary>
    public static IEnumerable<string> SecretsOf(HttpRequestHeaders headers) => s_credentialHeaders
        .SelectMany(name => headers.TryGetValues(name, out IEnumerable<string>? values) ? values : [])
        .SelectMany(value => value.Split(' ', '=').Append(value))
        .Where(part => part.Length >= ShortestPart);

    /// <summary>Takes out secrets and whatever could pass for another line or turn the text round, and shortens.</summary>
    public static string? Clean(string? text, IEnumerable<string> secrets)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var clean = new StringBuilder(text);
        foreach (string secret in secrets.Where(s => s.Length > 0).SelectMany(Forms).OrderByDescending(s => s.Length))
        {
            clean.Replace(secret, Secret.Redacted);
        }

        // Half of a surrogate pair comes out as U+FFFD, so that whatever writes the text down can do so.
        var shown = new StringBuilder();
        foreach (Rune rune in clean.ToString().EnumerateRunes())
        {
            if (shown.Length + rune.Utf16SequenceLength > MaxLength)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(IsShown(rune) ? rune.ToString() : " ");
        }

        return shown.ToString();
    }

    // A server that looks at a URL or a cookie may say it as it came.
    private static IEnumerable<string> Forms(string secret) => [secret, Uri.EscapeDataString(secret)];

    // Format characters are invisible, and some of them reverse the order of what follows.
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
