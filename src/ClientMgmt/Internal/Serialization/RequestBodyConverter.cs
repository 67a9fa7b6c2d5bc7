using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace ClientMgmt.Serialization;

/// <summary>Writes a <see cref="RequestBody"/> with settings of its own.</summary>
internal sealed class RequestBodyConverter : WritingConverter<RequestBody>
{
    private static readonly JsonSerializer s_serializer = JsonSerializer.Create(
        new JsonSerializerSettings { ContractResolver = new WithoutTypeConverters() });

    protected override void Write(JsonWriter writer, RequestBody body) => s_serializer.Serialize(writer, body);

    private sealed class WithoutTypeConverters : DefaultContractResolver
    {
        protected override JsonConverter? ResolveContractConverter(Type objectType) =>
            typeof(RequestBody).IsAssignableFrom(objectType) ? null : base.ResolveContractConverter(objectType);
    }
}
