using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace ClientMgmt.Serialization;

/// <summary>Writes a <see cref="RequestBody"/> with settings of its own.</summary>
internal sealed class RequestBodyConverter : JsonConverter
{
    private static readonly JsonSerializer s_serializer = JsonSerializer.Create(
        new JsonSerializerSettings { ContractResolver = new WithoutTypeConverters() });

    public override bool CanRead => false;

    public override bool CanConvert(Type objectType) => typeof(RequestBody).IsAssignableFrom(objectType);

    public override object ReadJson(
        JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        throw new NotSupportedException("Requests are only written.");

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        s_serializer.Serialize(writer, value);

    private sealed class WithoutTypeConverters : DefaultContractResolver
    {
        protected override JsonConverter? ResolveContractConverter(Type objectType) =>
            typeof(RequestBody).IsAssignableFrom(objectType) ? null : base.ResolveContractConverter(objectType);
    }
}
