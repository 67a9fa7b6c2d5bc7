using System.Globalization;
using System.Text;

namespace ClientMgmt.Cli.Output;

/// <summary>Text of a server or a user made fit for a terminal: a control character could move the cursor or hide what follows.</summary>
internal static class PlainText
{
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!IsControl(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>The same text with a capital letter at its beginning.</summary>
    public static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    // Format characters, too: they may reverse the direction of the text.
    private static bool IsControl(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;
}
