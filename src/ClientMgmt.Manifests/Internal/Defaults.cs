using System.Collections.Immutable;
using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>What a manifest need not say, because a new client is so anyway.</summary>
internal static class Defaults
{
    private static readonly ClientMetadata s_none = new();
    private static readonly JsonElement s_true = JsonElement.Parse("true");

    public static ClientManifest Drop(ClientManifest manifest, Capabilities capabilities) => manifest with
    {
        // All backends create clients that may be used.
        Enabled = manifest.Enabled == true ? null : manifest.Enabled,
        Values = manifest.Values.Where(v => v.Key == ManifestKeys.ClientName || !IsDefault(v.Key, v.Value, capabilities)).ToImmutableDictionary(),
        Extensions = manifest.Extensions.Where(e => !IsDefault(e.Key, e.Value, capabilities))
            .ToImmutableDictionary(e => e.Key, e => WithoutUnset(e.Value)),
    };

    // Either the backend's table says so: cleared, it would be what it is. Or the value says nothing to a new client, and the table
    // does not say that there it would be the contrary. A number in a standard property says something also if it is 0.
    private static bool IsDefault(string name, JsonElement value, Capabilities capabilities) =>
        IsKnownDefault(name, value, capabilities)
        || (MetadataRules.IsUnset(name, value)
            && !(value.ValueKind == JsonValueKind.Number && ClientMetadata.StandardNames.Contains(name))
            && !(value.ValueKind == JsonValueKind.False && IsKnownDefault(name, s_true, capabilities)));

    private static bool IsKnownDefault(string name, JsonElement value, Capabilities capabilities) =>
        capabilities.FindChanges(MetadataRules.Only(name, value), s_none).Count == 0;

    private static JsonElement WithoutUnset(JsonElement value) => value.ValueKind != JsonValueKind.Object ? value
        : VendorMerge.Without(value, member => MetadataRules.IsUnset("", value.GetProperty(member)));
}
