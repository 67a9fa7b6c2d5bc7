namespace ClientMgmt.Manifests;

/// <summary>What to export.</summary>
public sealed record ExportOptions
{
    /// <summary>The ids of the clients; <see langword="null"/>, the default, for all.</summary>
    public IReadOnlyCollection<string>? Ids { get; init; }

    /// <summary>
    /// The format of a stream and of the files in a folder. Default: <see cref="ManifestFormat.Yaml"/>. One file is JSON if its
    /// name ends in <c>.json</c>, and else YAML, because <see cref="ManifestReader"/> reads it so.
    /// </summary>
    public ManifestFormat Format { get; init; }

    /// <summary>How many clients to read at once where they are read one by one. Default: 8.</summary>
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>Called after each client with the number exported so far, one call at a time. None by default.</summary>
    public Action<int>? OnProgress { get; init; }

    /// <summary>
    /// Called with the id of a client and what of it no manifest can hold (<see cref="ClientManifest.FindLosses"/>), one call at
    /// a time. None by default.
    /// </summary>
    public Action<string, PropertyLoss>? OnLoss { get; init; }

    /// <summary>
    /// Called with the id of a client that could not be read and the reason, one call at a time; the others are exported then.
    /// None by default: the first error ends the export.
    /// </summary>
    public Action<string, Exception>? OnError { get; init; }
}
