using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientMgmt;

/// <summary>
/// How System.Text.Json writes <see cref="Secret"/>, as <c>[redacted]</c>, and reads it from any other text. An attribute of the
/// type names it, so there is no need to add it. It is public because code that is generated for a
/// <see cref="JsonSerializerContext"/> creates it.
/// </summary>
public sealed class SecretJsonConverter : JsonConverter<Secret>
{
    /// <inheritdoc/>
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Secret.TryRead(reader.TokenType == JsonTokenType.String ? reader.GetString() : null) ?? throw new JsonException(Secret.NoSecret);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Secret.Redacted);
    }
}
