using System.Globalization;
using ClientMgmt.JsonText;
using Newtonsoft.Json;
using JsonElement = System.Text.Json.JsonElement;
using JsonProperty = System.Text.Json.JsonProperty;
using JsonValueKind = System.Text.Json.JsonValueKind;

namespace ClientMgmt.Values;

/// <summary>Values that pass through the reader and the writer of Newtonsoft.Json without being altered.</summary>
internal static class NewtonsoftJson
{
    /// <summary>Reads the value at which the reader stands.</summary>
    /// <exception cref="JsonSerializationException">It ends too early, or holds what is no JSON, or a number that would be rounded.</exception>
    public static JsonElement Read(JsonReader reader)
    {
        (DateParseHandling dates, FloatParseHandling numbers) = (reader.DateParseHandling, reader.FloatParseHandling);
        (reader.DateParseHandling, reader.FloatParseHandling) = (DateParseHandling.None, FloatParseHandling.Decimal);
        try
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            using (var writer = new ExactWriter(text, reader))
            {
                writer.WriteToken(reader);
            }

            return ClientJson.Parse(text.ToString());
        }
        catch (Exception e) when (e is JsonWriterException or System.Text.Json.JsonException)
        {
            throw Error(reader, "The JSON is not complete, or holds something that is no JSON.", e);
        }
        finally
        {
            (reader.DateParseHandling, reader.FloatParseHandling) = (dates, numbers);
        }
    }

    public static void Write(JsonWriter writer, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String when ClientJson.IsToBeWrittenRaw(json):
                writer.WriteRawValue(json.GetRawText());
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in json.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in json.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteValue(json.GetString());
                break;
            case JsonValueKind.Number when json.TryGetInt64(out long number) && json.GetRawText() != "-0":
                writer.WriteValue(number);
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(json.GetRawText());
                break;
            case JsonValueKind.Null:
                writer.WriteNull();
                break;
            default:
                writer.WriteValue(WireValues.Flag(json));
                break;
        }
    }

    private static JsonSerializationException Error(JsonReader reader, string message, Exception? inner = null)
    {
        var place = reader as IJsonLineInfo;
        return new($"{message} Path: '{reader.Path}'", reader.Path, place?.LineNumber ?? 0, place?.LinePosition ?? 0, inner);
    }

    // In ASCII, which has a form for everything, even for half of a surrogate pair.
    private sealed class ExactWriter : JsonTextWriter
    {
        // A decimal of fewer digits is as it was written; a longer one may have been rounded, and 1e-30 has become 0.
        private const decimal Whole = 1_000_000_000_000_000_000_000_000_000m;
        private const byte Digits = 28;

        private readonly JsonReader _reader;

        public ExactWriter(TextWriter text, JsonReader reader)
            : base(text)
        {
            _reader = reader;
            StringEscapeHandling = StringEscapeHandling.EscapeNonAscii;
        }

        public override void WriteValue(decimal value)
        {
            if (value is { Scale: >= Digits } or { Scale: 0 } and 0 || Math.Abs(value) * (decimal)Math.Pow(10, value.Scale) >= Whole)
            {
                throw Error(_reader, "Newtonsoft.Json cannot read a number of so many digits exactly; System.Text.Json can.");
            }

            base.WriteValue(value);
        }
    }
}
