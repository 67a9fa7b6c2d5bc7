namespace ClientMgmt.Manifests;

/// <summary>Reads manifests.</summary>
/// <remarks>
/// A file is YAML 1.2 or, if its name ends in <c>.json</c>, JSON; in UTF-8. Each document in it (YAML separates them by
/// <c>---</c>) is one client or a list of clients; documents without any content are skipped. Tags are refused, anchors and
/// aliases may be used.
/// </remarks>
public static class ManifestReader
{
    /// <summary>Reads files and folders.</summary>
    /// <param name="paths">
    /// Files, or folders, which stand for the files in them (not in those below) that end in <c>.yaml</c>, <c>.yml</c> or
    /// <c>.json</c>, in ordinal order.
    /// </param>
    /// <param name="options">What the files may hold.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The manifests in the order in which they stand.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> is null.</exception>
    /// <exception cref="ManifestException">What is wrong in all of the files, together; also a file that cannot be read.</exception>
    public static Task<IReadOnlyList<ClientManifest>> ReadAsync(
        IEnumerable<string> paths, ReaderOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return new ManifestFiles(options ?? new ReaderOptions()).ReadAsync(paths, cancellationToken);
    }

    /// <summary>Reads a stream, for example standard input.</summary>
    /// <param name="stream">YAML or JSON. It is left open.</param>
    /// <param name="name">
    /// What to call it in errors. An ending tells the format, as that of a file does; without one, what can be read as JSON is.
    /// </param>
    /// <param name="options">What the files may hold.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The manifests in the order in which they stand.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ManifestException">All that is wrong.</exception>
    public static Task<IReadOnlyList<ClientManifest>> ReadAsync(
        Stream stream, string name, ReaderOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return new ManifestFiles(options ?? new ReaderOptions()).ReadAsync(stream, name, cancellationToken);
    }
}
