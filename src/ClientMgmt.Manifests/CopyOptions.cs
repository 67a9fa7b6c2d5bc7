namespace ClientMgmt.Manifests;

/// <summary>Which clients to copy to another provider, and how.</summary>
public sealed record CopyOptions
{
    /// <summary>The ids of the clients at the source; <see langword="null"/>, the default, for all.</summary>
    public IReadOnlyCollection<string>? Ids { get; init; }

    /// <summary>Whether to copy a client of which the target cannot hold everything. Default: <see langword="false"/>.</summary>
    public bool AllowLoss { get; init; }

    /// <summary>
    /// Whether each copy gets the secret that the client has. Where the source does not tell it or the target does not take it, that
    /// client is a problem. A client that authenticates without one needs none. Default: <see langword="false"/>; the target issues them.
    /// </summary>
    public bool KeepSecrets { get; init; }

    /// <summary>
    /// Whether each copy answers to the id that applications have of the client, by <see cref="Capabilities.ClientIdAlias"/>. Where
    /// the target has none, or another client answers to that id, the client is a problem. Default: <see langword="false"/>.
    /// </summary>
    public bool KeepClientIds { get; init; }

    /// <summary>
    /// What copied clients get where the source has nothing, for example <c>allowed_origins</c>, without which DocSpace takes
    /// no client. By default nothing. What the target cannot hold of it is left out.
    /// </summary>
    public ClientMetadata Defaults { get; init; } = new();

    /// <summary>
    /// What earlier copies gave; a client whose copy is there still is skipped. It is read for the plan, and again before the plan
    /// is run. By default nothing is known.
    /// </summary>
    public IReadOnlyCollection<CopyMapping> Known { get; init; } = [];

    /// <summary>How many clients to work on at once. Default: 8.</summary>
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>
    /// Whether to copy others where one cannot be copied or has failed. Default: <see langword="false"/>; then nothing is
    /// copied if one cannot be, and none is begun after one has failed.
    /// </summary>
    public bool ContinueOnError { get; init; }

    /// <summary>
    /// Called with the id of a client that cannot be read at the source and the reason, one call at a time, while the copy is
    /// planned; the others are planned then. None by default: the first error ends the planning.
    /// </summary>
    public Action<string, Exception>? OnError { get; init; }

    /// <summary>
    /// Called with each result as it comes, one call at a time; keep its mapping at once. None by default.
    /// </summary>
    public Action<CopyResult>? OnResult { get; init; }
}
