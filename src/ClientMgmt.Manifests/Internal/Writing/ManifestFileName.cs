using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClientMgmt.Manifests;

/// <summary>
/// A file name for a client, whatever its server calls it: no two clients have the same, also where case does not count, and none
/// leads elsewhere.
/// </summary>
internal static class ManifestFileName
{
    private const int LongestName = 200;
    private const int LongestSlug = 40;
    private const int DigestLength = 12;

    private static readonly string[] s_devices =
    [
        "con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" }),
    ];

    /// <summary>The name of the file after the client's id.</summary>
    public static string Of(string clientId, ManifestFormat format) => OfId(clientId) + ManifestText.Ending(format);

    /// <summary>
    /// The names of the file after the client's name; the first one that no other client of the folder could have is its own. The last
    /// one is the client's alone.
    /// </summary>
    public static IEnumerable<string> Candidates(string? clientName, string clientId, ManifestFormat format)
    {
        string slug = Slug(clientName ?? "");
        string digest = Digest(clientName ?? "")[..DigestLength];

        // No slug has a "_", and no digest begins with one, so that the three kinds have no name in common.
        return ((string[])[slug, $"{slug}_{digest}", $"{slug}__{OfId(clientId)}"]).Select(name => name + ManifestText.Ending(format));
    }

    /// <summary>Whether an export may have given this name to the file of this client.</summary>
    public static bool IsOf(string file, string? clientName, string? clientId)
    {
        ManifestFormat format = ManifestText.FormatOf(file);
        return (clientId is not null && file == Of(clientId, format)) || Candidates(clientName, clientId ?? "", format).Contains(file);
    }

    private static string OfId(string clientId)
    {
        var name = new StringBuilder();
        foreach (byte value in Encoding.UTF8.GetBytes(clientId))
        {
            if (char.IsAsciiLetterLower((char)value) || char.IsAsciiDigit((char)value) || value is (byte)'-' or (byte)'_')
            {
                name.Append((char)value);
            }
            else
            {
                name.Append(CultureInfo.InvariantCulture, $"%{value:x2}");
            }
        }

        string safe = name.ToString();
        if (s_devices.Contains(safe))
        {
            safe = string.Create(CultureInfo.InvariantCulture, $"%{(int)safe[0]:x2}{safe[1..]}");
        }

        // An id this long names its file by a digest, which begins with a sign that no other name begins with.
        return safe.Length <= LongestName ? safe : "%sha256-" + Digest(clientId);
    }

    // Letters beyond ASCII are left out, because file systems differ in how they keep them.
    private static string Slug(string clientName)
    {
        var slug = new StringBuilder();
        foreach (char letter in clientName.Take(LongestSlug))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        string text = slug.ToString().Trim('-');
        return text.Length == 0 ? "client" : s_devices.Contains(text) ? $"client-{text}" : text;
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
