namespace ClientMgmt.Manifests;

/// <summary>What can be said of manifests without a provider.</summary>
public sealed class ManifestValidation
{
    private ManifestValidation(IEnumerable<ManifestProblem> problems, IEnumerable<ManifestProblem> warnings) =>
        (Problems, Warnings) = ([.. ManifestRules.InOrder(problems)], [.. ManifestRules.InOrder(warnings)]);

    /// <summary>What no plan can carry out: two manifests of one client, and what the backend cannot store. Sorted by place.</summary>
    public IReadOnlyList<ManifestProblem> Problems { get; }

    /// <summary>
    /// What is probably not meant: values that no specification knows (of grant types, response types, methods of authentication,
    /// algorithms and the like), redirect URIs that cannot be right, and what a new client lacks. Sorted by place.
    /// </summary>
    public IReadOnlyList<ManifestProblem> Warnings { get; }

    /// <summary>Checks manifests. Nothing is sent.</summary>
    /// <param name="manifests">The manifests, as <see cref="ManifestReader"/> gives them.</param>
    /// <param name="capabilities">
    /// What their backend can store, for example by <see cref="BackendCapabilities.Of"/>; without it, nothing is said of that.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="manifests"/> is null.</exception>
    public static ManifestValidation Of(IReadOnlyList<ClientManifest> manifests, Capabilities? capabilities = null)
    {
        ArgumentNullException.ThrowIfNull(manifests);
        var problems = ManifestRules.FindSameNames(manifests)
            .Select(f => new ManifestProblem(f.Message, f.Manifest.Location) { Client = f.Manifest.DisplayName }).ToList();
        foreach (var same in manifests.Where(m => m.ClientId is not null)
            .GroupBy(m => m.ClientId!, capabilities?.ClientIdComparer ?? StringComparer.Ordinal))
        {
            problems.AddRange(same.Skip(1).Select(m => new ManifestProblem(ManifestRules.SameClient(same.Key, same.First()), m.Location)
            {
                Client = m.DisplayName,
            }));
        }

        var warnings = manifests.SelectMany(m => KnownValues.Check(m).Concat(RedirectUris.Check(m))).ToList();
        foreach (ClientManifest manifest in capabilities is null ? [] : manifests)
        {
            (IEnumerable<ManifestProblem> refused, IEnumerable<ManifestProblem> lacking) = BackendCheck.Of(manifest, capabilities!);
            problems.AddRange(refused);
            warnings.AddRange(lacking);
        }

        return new ManifestValidation(problems, warnings);
    }
}
