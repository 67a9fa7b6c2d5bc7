using System.Globalization;
using Newtonsoft.Json;

namespace ClientMgmt.Serialization;

/// <summary>
/// Reads a whole number that is not one, or too large, as not there. The generated types hold such numbers beside what
/// matters (the total of a list, the echo of a limit), and none is worth losing a page for.
/// </summary>
internal sealed class LenientIntegerConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(int?) || objectType == typeof(long?);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        reader.TokenType is JsonToken.StartObject or JsonToken.StartArray
            ? throw new JsonSerializationException("A number was expected.")
            : reader.Value is long number && (objectType == typeof(long?) || (int)number == number)
                ? Convert.ChangeType(number, Nullable.GetUnderlyingType(objectType)!, CultureInfo.InvariantCulture)
                : null;

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        throw new NotSupportedException("Numbers are only read.");
}
