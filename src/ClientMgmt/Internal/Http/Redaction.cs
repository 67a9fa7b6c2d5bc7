using System.Net.Http.Headers;
using System.Text;

namespace ClientMgmt.Http;

/// <summary>Makes a vendor's text fit to be shown.</summary>
internal static class Redaction
{
    private const int MaxLength = 300;
    private const int ShortestPart = 4;

    private static readonly string[] s_credentialHeaders = ["Authorization", "Cookie", "x-signature"];

    /// <summary>What the headers of a request hold of credentials; parts too short to be one are left out.</summary>
    public static IEnumerable<string> SecretsOf(HttpRequestHeaders headers) => s_credentialHeaders
        .SelectMany(name => headers.TryGetValues(name, out IEnumerable<string>? values) ? values : [])
        .SelectMany(value => value.Split(' ', '=').Append(value))
        .Where(part => part.Length >= ShortestPart);

    /// <summary>Takes out secrets and control characters, and shortens.</summary>
    public static string? Clean(string? text, IEnumerable<string> secrets)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var clean = new StringBuilder(text);
        foreach (string secret in secrets.Where(s => s.Length > 0).OrderByDescending(s => s.Length))
        {
            clean.Replace(secret, Secret.Redacted);
        }

        for (int i = 0; i < clean.Length; i++)
        {
            clean[i] = char.IsControl(clean[i]) ? ' ' : clean[i];
        }

        return clean.Length <= MaxLength ? clean.ToString() : clean.ToString(0, MaxLength) + "…";
    }
}
