namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>A logo is a data URI: a prefix in lower case, one line, and on create a bounded size.</summary>
internal static class LogoRules
{
    private const int LongestText = 2_000_000;
    private const int LargestImage = 256_000;
    private static readonly string[] s_types = ["png", "jpeg", "jpg", "svg+xml"];

    public static bool HasPrefix(string logo) =>
        Data(logo) is { Length: > 0 } data && !data.AsSpan().ContainsAny('\r', '\n');

    public static bool Fits(string logo)
    {
        if (logo.Length > LongestText)
            return false;
        return Data(logo) is not { } data || IsStrictBase64(data, out int size) && size <= LargestImage;
    }

    private static string? Data(string logo)
    {
        foreach (string type in s_types)
        {
            string prefix = $"data:image/{type};base64,";
            if (logo.StartsWith(prefix, StringComparison.Ordinal))
                return logo[prefix.Length..];
        }

        return null;
    }

    private static bool IsStrictBase64(string data, out int size)
    {
        size = 0;
        return !data.AsSpan().ContainsAny(" \t\r\n") && Convert.TryFromBase64String(data, new byte[data.Length], out size);
    }
}
