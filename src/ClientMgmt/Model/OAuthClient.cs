using ClientMgmt.Values;

namespace ClientMgmt;

/// <summary>A registered client: what its owner says about it, and what the server issued.</summary>
/// <remarks>
/// System.Text.Json and Newtonsoft.Json write and read it as RFC 7591 section 3.2.1 does, with the members of
/// <see cref="Metadata"/> beside its own. Times are seconds since 1970, with up to seven digits of a fraction where they are
/// not whole. The secret is written as <c>[redacted]</c>, unless <see cref="RevealingSecretJsonConverter"/> or
/// <see cref="RevealingSecretNewtonsoftConverter"/> is among the serializer's converters; <c>[redacted]</c> is read as no
/// secret.
/// </remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(OAuthClientJsonConverter))]
[Newtonsoft.Json.JsonConverter(typeof(ModelNewtonsoftConverter))]
public sealed record OAuthClient
{
    /// <summary><c>client_id</c>: The id that the server gave to the client; every operation names the client by it. RFC 7591 section 3.2.1.</summary>
    public required string ClientId { get; init; }

    /// <summary><c>client_secret</c>: The secret with which the client proves who it is, or <c>[redacted]</c>. RFC 7591 section 3.2.1.</summary>
    /// <remarks><see langword="null"/> if the answer of the server holds none.</remarks>
    public Secret? ClientSecret { get; init; }

    /// <summary>
    /// <c>client_secret_expires_at</c>: When the secret expires; in JSON in seconds since 1970, and 0 if it never does. RFC 7591
    /// section 3.2.1.
    /// </summary>
    /// <remarks>
    /// <see cref="DateTimeOffset.MaxValue"/> if it never does, <see langword="null"/> if the answer of the server does not say. What is
    /// 0 in JSON, <see cref="DateTimeOffset.UnixEpoch"/>, is taken for <see cref="DateTimeOffset.MaxValue"/>.
    /// </remarks>
    public DateTimeOffset? ClientSecretExpiresAt
    {
        get;
        init => field = value == DateTimeOffset.UnixEpoch ? DateTimeOffset.MaxValue : value;
    }

    /// <summary><c>enabled</c>: Whether the client may be used. Not a standard name.</summary>
    /// <remarks><see langword="null"/> if the answer of the server does not say.</remarks>
    public bool? Enabled { get; init; }

    /// <summary>
    /// <c>client_id_issued_at</c>: When the client was created; in JSON in seconds since 1970. RFC 7591 section 3.2.1.
    /// </summary>
    /// <remarks><see langword="null"/> if the answer of the server does not say.</remarks>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>
    /// <c>modified_at</c>: When the client was last changed; in JSON in seconds since 1970. Not a standard name.
    /// </summary>
    /// <remarks><see langword="null"/> if the answer of the server does not say.</remarks>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>The properties that a caller may set.</summary>
    public ClientMetadata Metadata { get; init; } = new();
}
