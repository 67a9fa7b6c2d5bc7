namespace ClientMgmt.DynamicRegistration;

/// <summary>In what a server differs from the standards, or from other servers: a row of <see cref="ServerProfiles"/>.</summary>
internal sealed record ServerProfile
{
    /// <summary>Names that make it refuse the whole request; <c>#</c> at the end stands for every variant by language.</summary>
    public IReadOnlyCollection<string> Refused { get; init; } = [];

    /// <summary>Names that it takes and does not store.</summary>
    public IReadOnlyCollection<string> Dropped { get; init; } = [];

    /// <summary>The only names that it stores, if they are so few; null if they are not.</summary>
    public IReadOnlyCollection<string>? Kept { get; init; }

    /// <summary>Names that it stores and never shows.</summary>
    public IReadOnlyCollection<string> NeverShown { get; init; } = [];

    /// <summary>
    /// Whether a client whose grants need no response type must say that it has none: else it gets <c>code</c>, and needs a redirect URI.
    /// </summary>
    public bool CountsOnResponses { get; init; }

    /// <summary>Names without which it registers nobody.</summary>
    public IReadOnlyCollection<string> Required { get; init; } = [];

    /// <summary>How a property is removed, for all that <see cref="Removals"/> does not name.</summary>
    public PropertyRemoval Removal { get; init; }

    /// <summary>How these are removed.</summary>
    public IReadOnlyDictionary<string, PropertyRemoval> Removals { get; init; } = new Dictionary<string, PropertyRemoval>();

    /// <summary>How a property is removed.</summary>
    public PropertyRemoval RemovalOf(string name) => Removals.GetValueOrDefault(name, Removal);

    /// <summary>
    /// Whether what an update leaves out stays as it is, but for <see cref="ResetByOmission"/>: only those and what is changed
    /// are sent then.
    /// </summary>
    public bool KeepsOmitted { get; init; }

    /// <summary>What an update resets that leaves it out, though all else stays.</summary>
    public IReadOnlyCollection<string> ResetByOmission { get; init; } = [];

    /// <summary>What these become when an update leaves them out, where that is not nothing.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();

    /// <summary>Members of answers that hold another setting's value, and the name of that setting.</summary>
    public IReadOnlyDictionary<string, string> Misnamed { get; init; } = new Dictionary<string, string>();

    /// <summary>Operations of the standards that it lacks.</summary>
    public IReadOnlyCollection<ClientOperation> Missing { get; init; } = [];

    /// <summary>Whether its metadata tell the scopes that clients may have.</summary>
    public bool TellsScopes { get; init; } = true;

    /// <summary>Whether 401 may mean that the client is disabled.</summary>
    public bool UnauthorizedIfDisabled { get; init; }

    /// <summary>Whether 401 soon means that the client's key has expired.</summary>
    public bool KeyExpires { get; init; }

    /// <summary>Whether 403 with <c>insufficient_scope</c> is about the metadata and not about the token.</summary>
    public bool ForbidsMetadata { get; init; }

    /// <summary>Whether 500 is its answer to values that it does not take, with nothing done.</summary>
    public bool FailsOnValues { get; init; }

    /// <summary>Whether the secret that a read shows is one; else it is a hash.</summary>
    public bool ShowsSecret { get; init; } = true;

    /// <summary>Whether an update must hold the secret.</summary>
    public bool SendsSecret { get; init; }

    /// <summary>Whether an update makes a new secret.</summary>
    public bool ReplacesSecret { get; init; }

    /// <summary>
    /// Where a client has another address, at which its secret can be set: what of its address that replaces, and by what. Null
    /// if there is none.
    /// </summary>
    public (string Part, string By)? SecretPlace { get; init; }

    /// <summary>Whether a read makes a new key.</summary>
    public bool RotatesOnRead { get; init; }
}
