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

    /// <summary>
    /// Whether manifests are without <c>client_id</c>, so that they are about the clients of the same names anywhere. One whose name is
    /// missing, or is not its own alone, keeps its id, and <see cref="OnIdKept"/> is told. <see cref="ManifestExporter.ReadAsync"/>
    /// gives ids all the same. Default: <see langword="false"/>.
    /// </summary>
    public bool WithoutIds { get; init; }

    /// <summary>
    /// Whether what a new client is anyway is left out: what the backend is known to make of a property that is not set, and
    /// <c>false</c> and the like, which mean the same as not set. Default: <see langword="false"/>.
    /// </summary>
    public bool WithoutDefaults { get; init; }

    /// <summary>
    /// Whether files of a folder are named after <c>client_name</c>, in small letters (<c>orders.yaml</c>), and not after the id. Where
    /// several names lead to one file, a digest of the name follows (<c>orders_9f86d081884c.yaml</c>) or, where the names are the same,
    /// the id (<c>orders__4711.yaml</c>). Default: <see langword="false"/>.
    /// </summary>
    public bool NameFiles { get; init; }

    /// <summary>
    /// Where the JSON Schema of manifests is, for editors: an address, or a path from the files. It is named in each file, but for a list
    /// in JSON, which has no place for it. By default it is not.
    /// </summary>
    public string? Schema { get; init; }

    /// <summary>How many clients to read at once where they are read one by one. Default: 8.</summary>
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>Called after each client with the number exported so far, one call at a time. None by default.</summary>
    public Action<int>? OnProgress { get; init; }

    /// <summary>Called with the id of each client whose manifest holds it in spite of <see cref="WithoutIds"/>. None by default.</summary>
    public Action<string>? OnIdKept { get; init; }

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
