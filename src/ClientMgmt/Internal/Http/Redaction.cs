using System.Net.Http.Headers;
using System.Text;

namespace ClientMgmt.Http;

/// <summary>Makes a vendor's text fit to be shown.</summary>
internal static class Redaction
{
    private const int MaxLength = 300;
    private const int ShortestSecret = 4;

    /// <summary>The headers that hold credentials; they are also kept out of the HTTP client's own logs.</summary>
    public static IReadOnlyList<string> CredentialHeaders { get; } = ["Authorization", "Cookie", "x-signature"];

    public static IEnumerable<string> SecretsOf(HttpRequestHeaders headers) => CredentialHeaders
        .SelectMany(name => headers.TryGetValues(name, out IEnumerable<string>? values) ? values : [])
        .SelectMany(value => value.Split(' ', '=').Append(value));

    /// <summary>Takes out secrets and control characters, and shortens.</summary>
    public static string? Clean(string? text, IEnumerable<string> secrets)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var clean = new StringBuilder(text);
        foreach (string secret in secrets.Where(s => s.Length >= ShortestSecret).OrderByDescending(s => s.Length))
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
