using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.Serialization;

/// <summary>Reads and writes a <see cref="JsonBody"/> as its JSON, untouched by any serializer settings.</summary>
internal sealed class JsonBodyConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => typeof(JsonBody).IsAssignableFrom(objectType);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        var body = (JsonBody)Activator.CreateInstance(objectType)!;
        body.Json = ExactValues.Read(reader) as JObject
            ?? throw new JsonSerializationException("An object was expected.");
        return body;
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        WireJson.Write(((JsonBody)value!).Json, writer);
}
