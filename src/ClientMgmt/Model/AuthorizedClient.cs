namespace ClientMgmt;

/// <summary>A client that an end user has granted access to.</summary>
public sealed record AuthorizedClient
{
    /// <summary><c>client_id</c> of the client.</summary>
    public required string ClientId { get; init; }

    /// <summary>
    /// What the backend tells about the client, usually less than a get does. <see langword="null"/> if the client no
    /// longer exists.
    /// </summary>
    public OAuthClient? Client { get; init; }

    /// <summary>The granted scopes, separated by spaces; <see langword="null"/> where the list does not say.</summary>
    public string? Scope { get; init; }

    /// <summary>The time of the last grant; <see langword="null"/> where the list does not say.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }
}
