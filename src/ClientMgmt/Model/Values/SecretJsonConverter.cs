using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientMgmt.Values;

/// <summary>Writes <c>[redacted]</c>; reading is refused, because a redacted text would come back as the secret.</summary>
internal sealed class SecretJsonConverter : JsonConverter<Secret>
{
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("A Secret is not read from JSON; create it from its value.");

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Secret.Redacted);
}
