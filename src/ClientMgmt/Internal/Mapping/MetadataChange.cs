namespace ClientMgmt.Mapping;

/// <summary>One property that a caller set or, with a null value, cleared.</summary>
internal sealed record MetadataChange(MetadataMapping Mapping, object? Value);
