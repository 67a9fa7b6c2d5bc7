namespace ClientMgmt.Manifests;

/// <summary>What becomes of one client.</summary>
public sealed record ClientChange
{
    internal ClientChange()
    {
    }

    /// <summary>What becomes of it.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>Its id; <see langword="null"/> if it is to be created.</summary>
    public string? ClientId { get; init; }

    /// <summary>Its name now or, if it is to be created, then.</summary>
    public string? ClientName { get; init; }

    /// <summary>The manifest; <see langword="null"/> if it is to be deleted.</summary>
    public ClientManifest? Manifest { get; init; }

    /// <summary>The properties that will be set, changed or cleared, in alphabetical order; vendor properties come last.</summary>
    public IReadOnlyList<PropertyChange> Properties { get; init; } = [];

    // What it is and what it will be, with all values as they are.
    internal ClientMetadata Before { get; init; } = new();

    internal ClientMetadata After { get; init; } = new();

    internal IReadOnlyList<string> ChangedMetadata { get; init; } = [];

    internal bool? EnabledAfter { get; init; }
}
