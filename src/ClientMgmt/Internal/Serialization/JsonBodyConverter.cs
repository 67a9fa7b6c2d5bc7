using Newtonsoft.Json;

namespace ClientMgmt.Serialization;

/// <summary>Writes the content of a <see cref="JsonBody"/>, untouched by any serializer settings.</summary>
internal sealed class JsonBodyConverter : WritingConverter<JsonBody>
{
    protected override void Write(JsonWriter writer, JsonBody body) => body.Content.WriteTo(writer.WriteRaw);
}
