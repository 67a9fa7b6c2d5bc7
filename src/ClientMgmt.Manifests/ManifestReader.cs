namespace ClientMgmt.Manifests;

/// <summary>Reads manifests.</summary>
/// <remarks>
/// A file is YAML 1.2 or, if its name ends in <c>.json</c>, JSON; in UTF-8. Each document in it (YAML separates them by
/// <c>---</c>) is one client; documents without any content are skipped. Tags are refused, anchors and aliases may be used.
/// </remarks>
public static class ManifestReader
{
    /// <summary>Reads files and folders.</summary>
    /// <param name="paths">
    /// Files, or folders, which stand for the files in them (not in those below) that end in <c>.yaml</c>, <c>.yml</c> or
    /// <c>.json</c>, in ordinal order.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The manifests in the order in which they stand.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> is null.</exception>
    /// <exception cref="ManifestException">What is wrong in all of the files, together; also a file that cannot be read.</exception>
    public static Task<IReadOnlyList<ClientManifest>> ReadAsync(
        IEnumerable<string> paths, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return ManifestFiles.ReadAsync(paths, cancellationToken);
    }

    /// <summary>Reads a stream, for example standard input.</summary>
    /// <param name="stream">YAML, which includes JSON. It is left open.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The manifests in the order in which they stand.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ManifestException">All that is wrong.</exception>
    public static async Task<IReadOnlyList<ClientManifest>> ReadAsync(
        Stream stream, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        var problems = new List<ManifestProblem>();
        IReadOnlyList<ClientManifest> manifests =
            await ManifestFiles.ReadAsync(stream, name, problems, cancellationToken).ConfigureAwait(false);
        return problems.Count == 0 ? manifests : throw new ManifestException(problems);
    }
}
