using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = System.Text.Json.JsonException;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace ClientMgmt.Serialization;

/// <summary>
/// Keeps values that Newtonsoft.Json would alter: numbers that .NET cannot hold exactly, such as those of 29 digits or with
/// an exponent, and texts and names with half of a surrogate pair. It has no way to keep a value's text, so these travel
/// through its reader as marked strings and become raw JSON behind it.
/// </summary>
internal static class ExactValues
{
    private const int MostDigits = 300;

    // Made up anew in each process, so that no server can send a string that is taken for a mark.
    private static readonly string s_mark = $"exactly:{Guid.NewGuid():N}:";

    // Newtonsoft.Json also reads comments, texts in single quotes and much else that is no JSON, and replaces bytes that are
    // no UTF-8. A client that was read like that would be sent back as another one.
    private static readonly byte[] s_notJson = "]"u8.ToArray();

    /// <summary>
    /// Marks the values of a JSON text. What needs no marks comes back as it is, and what is not JSON as something that
    /// nobody can read.
    /// </summary>
    public static ReadOnlyMemory<byte> Mark(ReadOnlyMemory<byte> json)
    {
        json = json.Span.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        if (!Utf8.IsValid(json.Span))
        {
            return s_notJson;
        }

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

                // After a name, the reader has consumed the colon too.
                int start = (int)reader.TokenStartIndex;
                int end = reader.TokenType == JsonTokenType.PropertyName ? start + reader.ValueSpan.Length + 2 : (int)reader.BytesConsumed;
                marked ??= new ArrayBufferWriter<byte>(json.Length * 2);
                marked.Write(json.Span[copied..start]);
                marked.Write(JsonSerializer.SerializeToUtf8Bytes(s_mark + Encoding.UTF8.GetString(json.Span[start..end])));
                copied = end;
            }
        }
        catch (JsonException)
        {
            return s_notJson;
        }

        marked?.Write(json.Span[copied..]);
        return marked?.WrittenMemory ?? json;
    }

    /// <summary>
    /// Reads the value that the reader stands on, with raw JSON in the place of the marks. Of members with the same name the
    /// last one counts; Newtonsoft.Json's own way to find the others takes a time that grows with their square.
    /// </summary>
    public static JToken Read(JsonReader reader) => reader.TokenType switch
    {
        JsonToken.StartObject => ReadObject(reader),
        JsonToken.StartArray => ReadArray(reader),
        JsonToken.String when (string)reader.Value! is var text && text.StartsWith(s_mark, StringComparison.Ordinal) =>
            new JRaw(text[s_mark.Length..]),
        JsonToken.String or JsonToken.Integer or JsonToken.Float or JsonToken.Boolean => new JValue(reader.Value),
        JsonToken.Null => JValue.CreateNull(),
        _ => throw new JsonSerializationException("The text holds a value that is not JSON."),
    };

    /// <summary>The text of a value that may be marked: what a text says, and a number as it stands.</summary>
    public static string TextOf(string value)
    {
        if (!value.StartsWith(s_mark, StringComparison.Ordinal))
        {
            return value;
        }

        string raw = value[s_mark.Length..];
        return raw[0] == '"' ? UnicodeText.Unescape(raw[1..^1]) : raw;
    }

    private static JObject ReadObject(JsonReader reader)
    {
        JObject document = [];
        while (reader.Read() && reader.TokenType == JsonToken.PropertyName)
        {
            string name = TextOf((string)reader.Value!);
            reader.Read();
            document[name] = Read(reader);
        }

        return reader.TokenType == JsonToken.EndObject ? document : throw Unended();
    }

    private static JArray ReadArray(JsonReader reader)
    {
        JArray items = [];
        while (reader.Read() && reader.TokenType != JsonToken.EndArray)
        {
            items.Add(Read(reader));
        }

        return reader.TokenType == JsonToken.EndArray ? items : throw Unended();
    }

    private static JsonSerializationException Unended() => new("The text ends in the middle of a value.");

    private static bool IsExact(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => IsExact(reader.ValueSpan),
        JsonTokenType.String or JsonTokenType.PropertyName => !reader.ValueIsEscaped || IsText(ref reader),
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
