using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientMgmt.Values;

/// <summary>Writes <c>[redacted]</c>, and reads any other text.</summary>
internal sealed class SecretJsonConverter : JsonConverter<Secret>
{
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Secret.TryRead(reader.TokenType == JsonTokenType.String ? reader.GetString() : null) ?? throw new JsonException(Secret.NoSecret);

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Secret.Redacted);
}
