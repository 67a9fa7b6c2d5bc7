namespace ClientMgmt;

/// <summary>The record of what a subject has granted to a client. It outlives the tokens.</summary>
public sealed record GrantedScopes
{
    /// <summary>The scopes of the last grant. <see langword="null"/>: no record; empty: a grant without scopes.</summary>
    public IReadOnlyList<string>? Latest { get; init; }

    /// <summary>
    /// The scopes of all grants less those revoked. <see langword="null"/>: no record, or the backend keeps the last grant
    /// only (DocSpace).
    /// </summary>
    public IReadOnlyList<string>? Merged { get; init; }

    /// <summary>The time of the last change, or <see langword="null"/> where there is no record.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }
}
