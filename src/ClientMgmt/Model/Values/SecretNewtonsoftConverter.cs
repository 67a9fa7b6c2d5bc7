using Newtonsoft.Json;

namespace ClientMgmt.Values;

/// <summary>The twin of <see cref="SecretJsonConverter"/> for applications that use Newtonsoft.Json.</summary>
internal sealed class SecretNewtonsoftConverter : JsonConverter<Secret>
{
    public override Secret? ReadJson(
        JsonReader reader, Type objectType, Secret? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        RevealingSecretNewtonsoftConverter.Read(reader);

    // The converter of a type goes before those of the serializer.
    public override void WriteJson(JsonWriter writer, Secret? value, JsonSerializer serializer) =>
        writer.WriteValue(serializer.Converters.OfType<RevealingSecretNewtonsoftConverter>().Any() ? value?.Reveal() : Secret.Redacted);
}
