using System.Text.RegularExpressions;

namespace SpecCheck.Writing;

/// <summary>Texts as our specifications write them.</summary>
internal static partial class YamlValue
{
    public static string Of(string text) => Plain().IsMatch(text) && !Words().IsMatch(text)
        ? text
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Whether a text can stand in a specification at all.</summary>
    public static bool IsUsable(string text) => text.Length is > 0 and <= 200 && !text.Any(char.IsControl);

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_./+-]*(:[A-Za-z0-9_./+-]+)*$")]
    private static partial Regex Plain();

    [GeneratedRegex("^(true|false|yes|no|on|off|null|y|n)$", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
