using Newtonsoft.Json;

namespace ClientMgmt;

/// <summary>
/// Writes each <see cref="Secret"/> with its value, for Newtonsoft.Json: add it to
/// <see cref="JsonSerializerSettings.Converters"/> of settings that write to where secrets may stand. It reads as the
/// serializer does without it: any text but <c>[redacted]</c>.
/// </summary>
public sealed class RevealingSecretNewtonsoftConverter : JsonConverter<Secret>
{
    /// <inheritdoc/>
    public override Secret? ReadJson(
        JsonReader reader, Type objectType, Secret? existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Read(reader);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, Secret? value, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteValue(value?.Reveal());
    }

    internal static Secret? Read(JsonReader reader) => reader.TokenType == JsonToken.Null ? null
        : Secret.TryRead(reader.Value as string) ?? throw new JsonSerializationException($"{Secret.NoSecret} Path: '{reader.Path}'");
}
