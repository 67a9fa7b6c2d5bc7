namespace ClientMgmt;

/// <summary>A registered client: what its owner says about it, and what the server issued.</summary>
public sealed record OAuthClient
{
    /// <summary>
    /// <c>client_id</c>: the key of every operation. Authlete: the decimal number that never changes, not the alias
    /// (which is the vendor property <c>clientIdAlias</c>). DocSpace: a UUID.
    /// </summary>
    public required string ClientId { get; init; }

    /// <summary>
    /// <c>client_secret</c>, or <see langword="null"/> where the answer holds none. DocSpace's list holds only
    /// ciphertext, so there it is null; get the client to read its secret.
    /// </summary>
    public Secret? ClientSecret { get; init; }

    /// <summary>
    /// Whether the client may be used: Authlete's <c>locked</c> turned round, DocSpace's <c>enabled</c>.
    /// <see langword="null"/> where the answer does not say.
    /// </summary>
    public bool? Enabled { get; init; }

    /// <summary><c>client_id_issued_at</c>, or <see langword="null"/> where the answer does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The time of the last change, or <see langword="null"/> where the answer does not say.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>What a caller may set.</summary>
    public ClientMetadata Metadata { get; init; } = new();
}
