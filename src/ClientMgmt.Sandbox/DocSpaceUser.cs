namespace ClientMgmt.Sandbox;

/// <summary>A user of a DocSpace portal.</summary>
public sealed record DocSpaceUser
{
    /// <summary>The user id, UUID text.</summary>
    public required string Id { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>The e-mail address, and the user name of Basic credentials.</summary>
    public required string Email { get; init; }

    /// <summary>What the user may do.</summary>
    public DocSpaceRole Role { get; init; } = DocSpaceRole.User;

    /// <summary>The API keys of the user.</summary>
    public IReadOnlyList<DocSpaceApiKey> ApiKeys { get; init; } = [];

    /// <summary>The portal token: value of the asc_auth_key cookie, or bearer token.</summary>
    public string? AuthKey { get; init; }

    /// <summary>The password of Basic credentials.</summary>
    public string? Password { get; init; }
}
