using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClientMgmt.Manifests;

/// <summary>
/// A file name for an id that whatever server issued: no two ids have the same, also where case does not count, and none of
/// them leads elsewhere.
/// </summary>
internal static class ManifestFileName
{
    private const int LongestName = 200;

    private static readonly string[] s_devices =
    [
        "con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" }),
    ];

    public static string Of(string clientId, ManifestFormat format)
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
        return (safe.Length <= LongestName ? safe : "%sha256-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clientId))))
            + ManifestText.Ending(format);
    }
}
