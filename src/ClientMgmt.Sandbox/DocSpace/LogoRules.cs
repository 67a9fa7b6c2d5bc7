using ClientMgmt.Sandbox.DocSpace.Java;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>A logo is a data URI: a prefix in lower case, one line, and on create something that decodes to a bounded size.</summary>
internal static class LogoRules
{
    private const int LargestImage = 256_000;
    private static readonly string[] s_types = ["png", "jpeg", "jpg", "svg+xml"];

    public static bool HasPrefix(string logo) => s_types
        .Select(type => $"data:image/{type};base64,")
        .Any(prefix => logo.StartsWith(prefix, StringComparison.Ordinal) && logo.Length > prefix.Length && !JavaText.HasLineBreak(logo));

    /// <summary>Looks at what follows the first comma, whatever stands before it: without a comma at all of it.</summary>
    public static bool Fits(string logo) =>
        JavaBase64.Size(logo[(logo.IndexOf(',', StringComparison.Ordinal) + 1)..]) <= LargestImage;
}
