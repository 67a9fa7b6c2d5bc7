namespace ClientMgmt.Mapping;

/// <summary>One property that a caller altered, and its new value; null clears it.</summary>
internal sealed record MetadataChange(MetadataMapping Mapping, object? Value)
{
    /// <summary>The JSON text that is sent in the place of another; null leaves the property out.</summary>
    public string? Write(string? current) =>
        Value is null ? Mapping.Codec.Clear(current) : Mapping.Codec.Write(Value, current);
}
