using Newtonsoft.Json;

namespace ClientMgmt.Serialization;

/// <summary>Writes a <see cref="JsonBody"/> as its JSON, untouched by any serializer settings.</summary>
internal sealed class JsonBodyConverter : WritingConverter<JsonBody>
{
    protected override void Write(JsonWriter writer, JsonBody body) => body.Json.WriteTo(writer);
}
