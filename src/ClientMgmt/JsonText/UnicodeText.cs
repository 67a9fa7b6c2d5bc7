using System.Buffers;
using System.Globalization;
using System.Text;

namespace ClientMgmt.JsonText;

/// <summary>Tells Unicode text from .NET strings that only look like it.</summary>
internal static class UnicodeText
{
    private const int HexDigits = 4;

    /// <summary>Whether no half of a surrogate pair stands alone; UTF-8 has no form for those, and .NET replaces them.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out int consumed) != OperationStatus.Done)
            {
                return false;
            }

            text = text[consumed..];
        }

        return true;
    }

    /// <summary>Reads what stands between the quotes of a JSON text, halves of surrogate pairs included.</summary>
    public static string Unescape(string json)
    {
        var text = new StringBuilder(json.Length);
        for (int i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
                continue;
            }

            char escaped = json[++i];
            text.Append(escaped switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(json.AsSpan(i + 1, HexDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                _ => escaped,
            });
            i += escaped == 'u' ? HexDigits : 0;
        }

        return text.ToString();
    }
}
