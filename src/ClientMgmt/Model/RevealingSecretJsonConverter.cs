using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientMgmt;

/// <summary>
/// Writes each <see cref="Secret"/> with its value, for System.Text.Json: add it to
/// <see cref="JsonSerializerOptions.Converters"/> of options that write to where secrets may stand. It reads as the
/// serializer does without it: any text but <c>[redacted]</c>.
/// </summary>
public sealed class RevealingSecretJsonConverter : JsonConverter<Secret>
{
    private static readonly SecretJsonConverter s_reader = new();

    /// <inheritdoc/>
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        s_reader.Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.Reveal());
    }
}
