using System.Globalization;
using Newtonsoft.Json;

namespace ClientMgmt.Serialization;

/// <summary>
/// Reads a text or, as a text, a number; of <see cref="ExactValues"/>, what stands behind the mark. A boolean is read as
/// not there: Newtonsoft.Json would make a secret or a signature <c>True</c> of it.
/// </summary>
internal sealed class LenientTextConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(string);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        reader.TokenType is JsonToken.StartObject or JsonToken.StartArray
            ? throw new JsonSerializationException("A text was expected.")
            : reader.Value switch
            {
                string text => ExactValues.TextOf(text),
                null or bool => null,
                object number => Convert.ToString(number, CultureInfo.InvariantCulture),
            };

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        throw new NotSupportedException("Texts are only read.");
}
