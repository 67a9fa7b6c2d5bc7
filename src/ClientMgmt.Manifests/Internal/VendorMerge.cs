using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientMgmt.Manifests;

/// <summary>
/// What a manifest makes of a vendor property: an object is merged, so that the members that the manifest does not name
/// stay, among them those that a standard property tells.
/// </summary>
internal static class VendorMerge
{
    private static readonly JsonElement s_nothing = JsonElement.Parse("{}");

    public static JsonElement? Apply(Capabilities capabilities, string name, JsonElement? current, JsonElement wanted)
    {
        if (MetadataRules.IsUnset(name, wanted) && MetadataRules.IsUnset(name, current))
        {
            return current;
        }

        if (!MetadataRules.IsEmpty(name, wanted))
        {
            return Merge(current, wanted);
        }

        // Clearing spares what a standard property tells: that has a line of its own in the manifest.
        JsonElement? own = capabilities.GetVendorPart(name, current!.Value);
        return own is { ValueKind: JsonValueKind.Object } part && !JsonElement.DeepEquals(part, current.Value)
            ? MetadataRules.IsUnset(name, part) ? current : Without(current.Value, member => part.TryGetProperty(member, out _))
            : null;
    }

    /// <summary>The members that are set and for which a backend that has the property itself has no place.</summary>
    public static IEnumerable<(MetadataCapability Member, JsonElement Value)> Unsupported(
        Capabilities capabilities, string name, JsonElement value)
    {
        foreach (MetadataCapability member in capabilities.Metadata.GetValueOrDefault(name)?.UnsupportedMembers ?? [])
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(member.Name, out JsonElement set)
                && !MetadataRules.IsUnset("", set))
            {
                yield return (member, set);
            }
        }
    }

    private static JsonElement Merge(JsonElement? current, JsonElement wanted)
    {
        if (wanted.ValueKind != JsonValueKind.Object || !wanted.EnumerateObject().Any())
        {
            return wanted;
        }

        JsonElement old = current is { ValueKind: JsonValueKind.Object } there ? there : s_nothing;
        var result = new JsonObject();
        foreach (JsonProperty member in old.EnumerateObject())
        {
            result[member.Name] = Node(member.Value);
        }

        foreach (JsonProperty member in wanted.EnumerateObject())
        {
            JsonElement? value = old.TryGetProperty(member.Name, out JsonElement known) ? known : null;
            if (MetadataRules.IsUnset("", member.Value) && MetadataRules.IsUnset("", value))
            {
                continue;
            }

            if (member.Value.ValueKind == JsonValueKind.Null)
            {
                result.Remove(member.Name);
            }
            else
            {
                result[member.Name] = Node(Merge(value, member.Value));
            }
        }

        return Element(result);
    }

    /// <summary>An object without some of its members.</summary>
    public static JsonElement Without(JsonElement whole, Func<string, bool> isLeftOut)
    {
        var result = new JsonObject();
        foreach (JsonProperty member in whole.EnumerateObject().Where(m => !isLeftOut(m.Name)))
        {
            result[member.Name] = Node(member.Value);
        }

        return Element(result);
    }

    // The text itself is kept, so that no number is rounded.
    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());

    private static JsonElement Element(JsonObject value) => JsonElement.Parse(value.ToJsonString());
}
