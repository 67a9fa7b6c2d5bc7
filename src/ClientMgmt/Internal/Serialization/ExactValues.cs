using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.Serialization;

/// <summary>
/// Keeps values that Newtonsoft.Json would alter: numbers that .NET cannot hold exactly, such as those of 29 digits or with
/// an exponent, and texts with half of a surrogate pair. It has no way to keep a value's text, so these travel through
/// its reader as marked strings and become raw JSON behind it.
/// </summary>
internal static class ExactValues
{
    private const int MostDigits = 300;

    // Made up anew in each process, so that no server can send a string that is taken for a mark.
    private static readonly string s_mark = $"exactly:{Guid.NewGuid():N}:";

    /// <summary>Marks the values of a JSON text; what is not JSON, or needs no marks, comes back as it is.</summary>
    public static ReadOnlyMemory<byte> Mark(ReadOnlyMemory<byte> json)
    {
        ArrayBufferWriter<byte>? marked = null;
        int copied = 0;
        var reader = new Utf8JsonReader(json.Span);
        try
        {
            while (reader.Read())
            {
                if (IsExact(ref reader))
                {
                    continue;
                }

                int start = (int)reader.TokenStartIndex, end = (int)reader.BytesConsumed;
                marked ??= new ArrayBufferWriter<byte>(json.Length * 2);
                marked.Write(json.Span[copied..start]);
                marked.Write(JsonSerializer.SerializeToUtf8Bytes(s_mark + Encoding.UTF8.GetString(json.Span[start..end])));
                copied = end;
            }
        }
        catch (JsonException)
        {
            // Not JSON: whoever reads it says so.
            return json;
        }

        marked?.Write(json.Span[copied..]);
        return marked?.WrittenMemory ?? json;
    }

    /// <summary>Puts raw JSON in the place of the marks.</summary>
    public static JToken Restore(JToken token)
    {
        if (token is JValue { Value: string text } && text.StartsWith(s_mark, StringComparison.Ordinal))
        {
            return new JRaw(text[s_mark.Length..]);
        }

        foreach (JToken descendant in (token as JContainer)?.Descendants().ToArray() ?? [])
        {
            // Newtonsoft.Json reads more than JSON.
            if (descendant.Type is JTokenType.Undefined or JTokenType.Constructor)
            {
                throw new Newtonsoft.Json.JsonSerializationException("The text holds a value that is not JSON.");
            }

            if (descendant is JValue { Value: string marked } && marked.StartsWith(s_mark, StringComparison.Ordinal))
            {
                descendant.Replace(new JRaw(marked[s_mark.Length..]));
            }
        }

        return token;
    }

    private static bool IsExact(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => IsExact(reader.ValueSpan),
        JsonTokenType.String => !reader.ValueIsEscaped || IsText(ref reader),
        _ => true,
    };

    // Whole numbers are exact in Newtonsoft.Json, which refuses very long ones; others are if decimal prints them as they
    // stand.
    private static bool IsExact(ReadOnlySpan<byte> number) =>
        number.IndexOfAny(".eE"u8) < 0
            ? number.Length <= MostDigits && !number.SequenceEqual("-0"u8)
            : decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
                && value.ToString(CultureInfo.InvariantCulture) == Encoding.UTF8.GetString(number);

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
