using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>What is wrong with manifests, whatever the clients are.</summary>
internal static class ManifestRules
{
    public static ManifestProblem Problem(ClientManifest manifest, string property, string message) =>
        new(message, manifest.LocationOf(property)) { Client = manifest.DisplayName, Property = property };

    /// <summary>Where a vendor property tells what a standard one tells too, the two could contradict each other for ever.</summary>
    public static IEnumerable<FieldError> CheckParts(ClientManifest manifest, Capabilities capabilities)
    {
        foreach ((string name, JsonElement value) in manifest.Extensions.Where(e => e.Value.ValueKind == JsonValueKind.Object))
        {
            if (capabilities.GetVendorPart(name, value) is { } own && !JsonElement.DeepEquals(own, value))
            {
                string told = string.Join(", ", value.EnumerateObject().Select(m => m.Name)
                    .Where(member => !own.TryGetProperty(member, out _)));
                yield return new FieldError(name, $"a standard property such as scope tells {told}; set that, and leave {told} out here.");
            }
        }
    }

    /// <summary>Manifests that are found by a name which is in another one too.</summary>
    public static IEnumerable<(ClientManifest Manifest, string Message)> FindSameNames(IReadOnlyList<ClientManifest> manifests) =>
        from same in manifests.Where(m => m.ClientName is not null).GroupBy(m => m.ClientName!, StringComparer.Ordinal)
        where same.Skip(1).Any()
        from manifest in same
        where manifest.ClientId is null
        select (manifest, $"another manifest has this client_name too{At(same.FirstOrDefault(m => m != manifest) ?? manifest)}; say by client_id which client is meant.");

    public static string SameClient(string clientId, ClientManifest other) =>
        $"another manifest is about the same client {clientId}{At(other)}; keep one of them.";

    public static IEnumerable<ManifestProblem> InOrder(IEnumerable<ManifestProblem> problems) =>
        problems.OrderBy(p => p.Location?.File, StringComparer.Ordinal).ThenBy(p => p.Location?.Line).ThenBy(p => p.Location?.Column);

    private static string At(ClientManifest other) => other.Location is { } place ? $" ({place})" : "";
}
