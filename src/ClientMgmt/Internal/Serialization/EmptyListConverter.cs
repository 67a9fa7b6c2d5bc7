using Newtonsoft.Json;

namespace ClientMgmt.Serialization;

/// <summary>Reads the empty object that stands for an empty body as an empty list, where a body is a bare array.</summary>
internal sealed class EmptyListConverter<T> : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(ICollection<T>);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType != JsonToken.StartObject)
        {
            return serializer.Deserialize<List<T>>(reader);
        }

        return reader.Read() && reader.TokenType == JsonToken.EndObject
            ? new List<T>()
            : throw new JsonSerializationException("An array was expected.");
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        throw new NotSupportedException("Lists are only read.");
}
