using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ClientMgmt.Manifests;

/// <summary>Text as it is kept in files: UTF-8, with or without its mark, and nothing else.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="bytes">What was read.</param>
    /// <param name="text">The text; null if it is not UTF-8.</param>
    /// <param name="place">Where it is not, in lines and columns from 1.</param>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text, out (int Line, int Column) place)
    {
        ReadOnlySpan<byte> content = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            (text, place) = (s_strict.GetString(content), default);
            return true;
        }
        catch (DecoderFallbackException e)
        {
            ReadOnlySpan<byte> before = content[..Math.Clamp(e.Index, 0, content.Length)];
            text = null;
            place = (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
            return false;
        }
    }
}
