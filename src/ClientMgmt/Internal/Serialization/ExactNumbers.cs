using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.Serialization;

/// <summary>
/// Keeps numbers that .NET cannot hold exactly, such as those of 29 digits or with an exponent. Newtonsoft.Json has no
/// way to keep a number's text, so such numbers travel through its reader as marked strings and become raw JSON behind it.
/// </summary>
internal static class ExactNumbers
{
    // Made up anew in each process, so that no server can send a string that is taken for a number.
    private static readonly string s_mark = $"number:{Guid.NewGuid():N}:";

    /// <summary>Marks the numbers of a JSON text; what is not JSON, or needs no marks, comes back as it is.</summary>
    public static ReadOnlyMemory<byte> Mark(ReadOnlyMemory<byte> json)
    {
        ArrayBufferWriter<byte>? marked = null;
        int copied = 0;
        var reader = new Utf8JsonReader(json.Span);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.Number && !IsExact(reader.ValueSpan))
                {
                    marked ??= new ArrayBufferWriter<byte>(json.Length * 2);
                    int start = (int)reader.TokenStartIndex;
                    marked.Write(json.Span[copied..start]);
                    marked.Write(Encoding.UTF8.GetBytes($"\"{s_mark}{Encoding.UTF8.GetString(reader.ValueSpan)}\""));
                    copied = start + reader.ValueSpan.Length;
                }
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

        foreach (JValue value in (token as JContainer)?.DescendantsAndSelf().OfType<JValue>().ToArray() ?? [])
        {
            if (value.Value is string marked && marked.StartsWith(s_mark, StringComparison.Ordinal))
            {
                value.Replace(new JRaw(marked[s_mark.Length..]));
            }
        }

        return token;
    }

    // Whole numbers of any size are exact in Newtonsoft.Json; others if decimal prints them as they stand.
    private static bool IsExact(ReadOnlySpan<byte> number) =>
        number.IndexOfAny(".eE"u8) < 0
            ? !number.SequenceEqual("-0"u8)
            : decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
                && value.ToString(CultureInfo.InvariantCulture) == Encoding.UTF8.GetString(number);
}
