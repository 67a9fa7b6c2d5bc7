using System.Buffers;
using System.Text;

namespace ClientMgmt.Serialization;

/// <summary>Tells Unicode text from .NET strings that only look like it.</summary>
internal static class UnicodeText
{
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
}
