using Newtonsoft.Json;

namespace ClientMgmt.Values;

/// <summary>The twin of <see cref="SecretJsonConverter"/> for applications that use Newtonsoft.Json.</summary>
internal sealed class SecretNewtonsoftConverter : JsonConverter<Secret>
{
    public override Secret ReadJson(
        JsonReader reader, Type objectType, Secret? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        throw new JsonSerializationException("A Secret is not read from JSON; create it from its value.");

    public override void WriteJson(JsonWriter writer, Secret? value, JsonSerializer serializer) =>
        writer.WriteValue(Secret.Redacted);
}
