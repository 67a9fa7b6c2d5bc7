namespace ClientMgmt.Manifests;

/// <summary>What becomes of one client.</summary>
public sealed record ClientChange
{
    /// <summary>What becomes of it.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>Its id; <see langword="null"/> if it is to be created.</summary>
    public string? ClientId { get; init; }

    /// <summary>Its name now or, if it is to be created, then.</summary>
    public string? ClientName { get; init; }

    /// <summary>The manifest; <see langword="null"/> if the client is to be deleted, or the plan was not made from manifests.</summary>
    public ClientManifest? Manifest { get; init; }

    /// <summary>
    /// The properties that will be set, changed or cleared; in a plan that <see cref="ManifestPlan.CreateAsync"/> made, in
    /// alphabetical order, vendor properties last. Of a client that is changed, no others are written, whatever
    /// <see cref="After"/> says.
    /// </summary>
    public IReadOnlyList<PropertyChange> Properties { get; init; } = [];

    /// <summary>
    /// What the client is, with all values as they are; nothing, the default, if it is to be created. One that turns out to be
    /// something else is neither changed nor deleted.
    /// </summary>
    public ClientMetadata Before { get; init; } = new();

    /// <summary>What it will be, with all values as they are; nothing, the default, if it is to be deleted.</summary>
    public ClientMetadata After { get; init; } = new();

    /// <summary>Of a client that is to be deleted, all that the plan knows.</summary>
    internal OAuthClient? Client { get; init; }

    /// <summary>Whether it was read from a file, which holds no secret of <see cref="Before"/>.</summary>
    internal bool IsSaved { get; init; }

    /// <summary>Of a client that is to be deleted by a plan from a file, the digest of its secret, where that was known.</summary>
    internal string? SecretDigest { get; init; }

    internal IEnumerable<string> ChangedMetadata => Properties.Where(p => !p.IsSwitch).Select(p => p.Name);

    // Without a manifest, what is planned is all that is known.
    internal ClientMetadata ApplyTo(ClientMetadata now, Capabilities capabilities) =>
        Manifest?.ApplyTo(now, capabilities) ?? Drift.Apply(this, now);

    internal bool? EnabledAfter => Properties.FirstOrDefault(p => p.IsSwitch)?.New?.GetBoolean();
}
