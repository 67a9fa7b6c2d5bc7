using Newtonsoft.Json;

namespace ClientMgmt.Serialization;

/// <summary>The base of the converters for bodies, which Newtonsoft.Json writes and never reads.</summary>
internal abstract class WritingConverter<TBody> : JsonConverter
{
    public sealed override bool CanRead => false;

    public sealed override bool CanConvert(Type objectType) => typeof(TBody).IsAssignableFrom(objectType);

    public sealed override object ReadJson(
        JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        throw new NotSupportedException("Bodies are only written.");

    public sealed override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        Write(writer, (TBody)value!);

    protected abstract void Write(JsonWriter writer, TBody body);
}
