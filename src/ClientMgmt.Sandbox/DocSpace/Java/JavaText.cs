using System.Globalization;

namespace ClientMgmt.Sandbox.DocSpace.Java;

/// <summary>What the server's language means by a blank text and by a line.</summary>
internal static class JavaText
{
    /// <summary>Nothing but blanks. No-break spaces are none; ideographic ones are.</summary>
    public static bool IsBlank(string? text) => text is null || text.All(IsWhitespace);

    public static bool HasLineBreak(string text) => text.AsSpan().ContainsAny("\r\n\u0085\u2028\u2029");

    /// <summary>The length in characters, as a column counts it: a surrogate pair is one.</summary>
    public static int CodePoints(string text) => text.Length - Pairs(text);

    private static int Pairs(string text)
    {
        int pairs = 0;
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
                pairs++;
        }

        return pairs;
    }

    private static bool IsWhitespace(char c) =>
        c is >= '\t' and <= '\r' or >= '\u001C' and <= '\u001F'
        || (IsSeparator(c) && c is not ('\u00A0' or '\u2007' or '\u202F'));

    /// <summary>Any kind of space or separator, the unbreakable ones included.</summary>
    public static bool IsSeparator(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
