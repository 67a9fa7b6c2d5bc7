namespace ClientMgmt.Manifests;

/// <summary>What becomes of one client in a copy.</summary>
public sealed record CopyItem
{
    /// <summary>Its id at the source.</summary>
    public required string SourceId { get; init; }

    /// <summary>Its name.</summary>
    public string? ClientName { get; init; }

    /// <summary>
    /// The id of the copy that is at the target already: the one that a known mapping tells, or else the one client there of
    /// the same name; <see langword="null"/> if the client is to be copied.
    /// </summary>
    public string? ExistingId { get; init; }

    /// <summary>What the target cannot hold.</summary>
    public IReadOnlyList<PropertyLoss> Losses { get; init; } = [];

    /// <summary>Why the client cannot be copied; empty if it can.</summary>
    public IReadOnlyList<ManifestProblem> Problems { get; init; } = [];

    /// <summary>What the copy will be.</summary>
    public ClientManifest Manifest { get; init; } = new();

    /// <summary>The known mapping that tells <see cref="ExistingId"/>; <see langword="null"/> if none does.</summary>
    public CopyMapping? Mapping { get; init; }

    /// <summary>
    /// The id that applications call the client by, to which its copy answers too; <see langword="null"/>, the default, if none is kept.
    /// </summary>
    public string? KeptClientId { get; init; }

    /// <summary>
    /// The secret of the source that running the plan gives to the copy, also to one that is there already but was cut off before;
    /// <see langword="null"/>, the default, if it gives none.
    /// </summary>
    public Secret? KeptSecret { get; init; }

    /// <summary>
    /// Whether the copy at the target was cut off before it was put out of use; running the plan does that then. Default:
    /// <see langword="false"/>.
    /// </summary>
    public bool IsUnfinished { get; init; }
}
