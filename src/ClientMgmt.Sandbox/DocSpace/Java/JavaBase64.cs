namespace ClientMgmt.Sandbox.DocSpace.Java;

/// <summary>Strict base64: the plain alphabet, no blanks, and padding that is complete or not there at all.</summary>
internal static class JavaBase64
{
    /// <summary>How many bytes the text stands for; null when it cannot be decoded.</summary>
    public static int? Size(string text)
    {
        int padding = text.EndsWith("==", StringComparison.Ordinal) ? 2 : text.EndsWith('=') ? 1 : 0;
        ReadOnlySpan<char> data = text.AsSpan(0, text.Length - padding);
        int rest = data.Length % 4;
        bool ends = rest switch
        {
            0 => padding == 0,
            1 => false,
            _ => padding == 0 || padding == 4 - rest,
        };
        foreach (char c in data)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '/'))
                return null;
        }

        return ends ? (data.Length / 4 * 3) + Math.Max(0, rest - 1) : null;
    }
}
