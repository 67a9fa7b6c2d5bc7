namespace ClientMgmt.Manifests;

/// <summary>What differs from manifests in one environment, as manifests that are put over them.</summary>
public static class ManifestOverlay
{
    /// <summary>Puts an overlay over manifests.</summary>
    /// <remarks>
    /// An entry of the overlay is about the manifest of the same <see cref="ClientManifest.ClientId"/> or, if there is none, of the same
    /// <see cref="ClientManifest.ClientName"/>, which gets the id of the entry then. What the entry says takes the place of what the
    /// manifest says, property by property and each as a whole, also in <c>extensions</c>; null clears a property at the server.
    /// </remarks>
    /// <param name="manifests">The manifests.</param>
    /// <param name="overlay">The entries, each about another manifest.</param>
    /// <returns>The manifests in their order. A property is located where it was said last.</returns>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    /// <exception cref="ManifestException">An entry is about no manifest, about several, or about one that another entry is about.</exception>
    public static IReadOnlyList<ClientManifest> Apply(IReadOnlyList<ClientManifest> manifests, IReadOnlyList<ClientManifest> overlay)
    {
        ArgumentNullException.ThrowIfNull(manifests);
        ArgumentNullException.ThrowIfNull(overlay);
        ClientManifest[] result = [.. manifests];
        var problems = new List<ManifestProblem>();
        var entries = new Dictionary<int, ClientManifest>();
        foreach (ClientManifest entry in overlay)
        {
            int[] found = Find(manifests, entry);
            string? problem = found.Length == 0 ? "no manifest is about this client; an overlay adds none."
                : found.Length > 1 ? $"{found.Length} manifests are about this client; say by client_id which one is meant."
                : entries.TryGetValue(found[0], out ClientManifest? other)
                    ? $"the overlay is about this client for a second time{(other.Location is { } place ? $" ({place})" : "")}; keep one of them."
                : null;
            if (problem is not null)
            {
                problems.Add(new ManifestProblem(problem, entry.Location) { Client = entry.DisplayName });
                continue;
            }

            entries[found[0]] = entry;
            result[found[0]] = Merge(manifests[found[0]], entry);
        }

        return problems.Count == 0 ? result : throw new ManifestException(problems);
    }

    // A manifest of another id is another client, whatever its name is.
    private static int[] Find(IReadOnlyList<ClientManifest> manifests, ClientManifest entry)
    {
        int[] Where(Func<ClientManifest, bool> isMeant) => [.. Enumerable.Range(0, manifests.Count).Where(i => isMeant(manifests[i]))];
        int[] same = entry.ClientId is { } id ? Where(m => m.ClientId == id) : [];
        return same.Length > 0 || entry.ClientName is null ? same
            : Where(m => m.ClientName == entry.ClientName && (entry.ClientId is null || m.ClientId is null));
    }

    private static ClientManifest Merge(ClientManifest manifest, ClientManifest entry) => manifest with
    {
        ClientId = manifest.ClientId ?? entry.ClientId,
        Enabled = entry.Enabled ?? manifest.Enabled,
        Values = Over(manifest.Values, entry.Values),
        Extensions = Over(manifest.Extensions, entry.Extensions),
        Places = manifest.Places.SetItems(entry.Places),
    };

    private static Dictionary<string, T> Over<T>(IReadOnlyDictionary<string, T> below, IReadOnlyDictionary<string, T> above)
    {
        var result = below.ToDictionary(StringComparer.Ordinal);
        foreach ((string name, T value) in above)
        {
            result[name] = value;
        }

        return result;
    }
}
