using System.Text.Json;

namespace ClientMgmt.Mapping;

/// <summary>One property that a caller altered, and its new value; null clears it.</summary>
internal sealed record MetadataChange(MetadataMapping Mapping, object? Value)
{
    /// <summary>What is sent in the place of a value; null leaves the property out.</summary>
    public JsonElement? Write(JsonElement current) =>
        Value is null ? Mapping.Codec.Clear(current) : Mapping.Codec.Write(Value, current);
}
