using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>What of a client no manifest can hold, whatever its backend.</summary>
internal static class Unwritable
{
    /// <summary>The vendor's names of it.</summary>
    public static HashSet<string> Names(ClientMetadata metadata) =>
        [.. Unexpressed(metadata), .. metadata.Extensions.Keys.Where(name => !ManifestKeys.CanBeExtension(name))];

    /// <summary>The value that a standard property cannot express; null if there is none, or it says nothing.</summary>
    public static JsonElement? Find(ClientMetadata metadata, string name) =>
        metadata.FindUnexpressed(name) is { } extension && metadata.Extensions[extension] is var value && !MetadataRules.IsUnset("", value)
            ? value
            : null;

    /// <summary>The part of it that says something.</summary>
    public static IEnumerable<PropertyLoss> Losses(ClientMetadata metadata)
    {
        foreach (string name in ClientMetadata.StandardNames)
        {
            if (Find(metadata, name) is { } value)
            {
                yield return new PropertyLoss(name, PrivateKeys.Hide(name, value)!.Value, $"it is not what {name} can be");
            }
        }

        HashSet<string> told = [.. Unexpressed(metadata)];
        foreach ((string name, JsonElement value) in metadata.Extensions.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            if (!told.Contains(name) && !ManifestKeys.CanBeExtension(name) && !MetadataRules.IsUnset("", value))
            {
                yield return new PropertyLoss(
                    $"{ManifestKeys.Extensions}.{name}",
                    ManifestKeys.Secrets.Contains(name) ? PrivateKeys.Redacted : value,
                    "a vendor's property cannot have this name in a manifest");
            }
        }
    }

    private static IEnumerable<string> Unexpressed(ClientMetadata metadata) =>
        ClientMetadata.StandardNames.Select(metadata.FindUnexpressed).OfType<string>();
}
