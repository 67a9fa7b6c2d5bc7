using System.Text.Json;

namespace ClientMgmt.Mapping;

/// <summary>The capabilities of a backend, derived from the table that its adapter works with: they cannot promise anything else.</summary>
internal sealed class MappedCapabilities(IEnumerable<OperationCapability> operations, MetadataMap map)
    : Capabilities(operations, map.Rows.Select(row => row.Capability))
{
    public override IReadOnlyList<string> FindChanges(ClientMetadata before, ClientMetadata after) =>
        [.. Compare(before, after).Select(c => PropertyName(c.Mapping.Name)).Order(StringComparer.Ordinal)];

    public override IReadOnlyList<FieldError> CheckCreation(ClientMetadata metadata) =>
        Named(MetadataGuard.CheckCreation(map, Compare(new ClientMetadata(), metadata)));

    public override IReadOnlyList<FieldError> CheckUpdate(ClientMetadata before, ClientMetadata after) =>
        Named(MetadataGuard.CheckUpdate(Compare(before, after)));

    public override JsonElement? GetVendorPart(string name, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(name);
        MetadataMapping? row = map.Rows.FirstOrDefault(r => r.JsonName == name && !r.IsVendor);

        // A value that the standard property cannot express is the vendor's as a whole.
        return row is not null && row.Codec.TryRead(value, out _) ? row.Codec.Rest(value) : value;
    }

    protected override MetadataCapability Find(string name) => map.Find(name).Capability;

    private IReadOnlyList<MetadataChange> Compare(ClientMetadata before, ClientMetadata after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return map.Compare(before, after);
    }

    private static FieldError[] Named(MetadataGuard.Refusals refusals) =>
        [.. refusals.All.Select(e => e with { Name = PropertyName(e.Name) })];

    private static string PropertyName(string name) => name.EndsWith('#') ? name[..^1] + "s" : name;
}
