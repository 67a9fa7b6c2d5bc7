using System.Globalization;
using Newtonsoft.Json;

namespace ClientMgmt.Serialization;

/// <summary>Reads a text or, as a text, a number or a boolean; of <see cref="ExactValues"/>, what stands behind the mark.</summary>
internal sealed class LenientTextConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(string);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        reader.TokenType is JsonToken.StartObject or JsonToken.StartArray
            ? throw new JsonSerializationException("A text was expected.")
            : reader.Value is string text
                ? ExactValues.TextOf(text)
                : Convert.ToString(reader.Value, CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : null;

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        throw new NotSupportedException("Texts are only read.");
}
