using System.Text;
using ClientMgmt.Sandbox.Http;
using Microsoft.Net.Http.Headers;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The body of a request in the encoding that its content type names.</summary>
internal static class BodyText
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether the content type is JSON in an encoding that is known.</summary>
    public static bool IsJson(Incoming incoming) =>
        Type(incoming) is { } type
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || Named(type) is not null);

    /// <exception cref="FormatException">The bytes are none of that encoding.</exception>
    public static byte[] Utf8(Incoming incoming)
    {
        Encoding encoding = (Type(incoming) is { } type ? Named(type) : null) ?? s_strict;
        try
        {
            string text = encoding.GetString(incoming.Content);
            return s_strict.GetBytes(text.StartsWith('\uFEFF') ? text[1..] : text);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException("Not text.", exception);
        }
    }

    private static MediaTypeHeaderValue? Type(Incoming incoming) =>
        MediaTypeHeaderValue.TryParse(incoming.Headers.ContentType.ToString(), out MediaTypeHeaderValue? type) ? type : null;

    private static Encoding? Named(MediaTypeHeaderValue type)
    {
        try
        {
            string name = HeaderUtilities.RemoveQuotes(type.Charset).ToString();
            return name.Length == 0 ? null : Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
