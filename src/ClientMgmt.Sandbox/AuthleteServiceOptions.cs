namespace ClientMgmt.Sandbox;

/// <summary>One Authlete service of the sandbox.</summary>
public sealed record AuthleteServiceOptions
{
    /// <summary>The API generation that the service speaks. v3 by default.</summary>
    public AuthleteVersion Version { get; init; } = AuthleteVersion.V3;

    /// <summary>The decimal service id: the API key of v2, the path segment of v3. Unique in the sandbox.</summary>
    public required string ServiceId { get; init; }

    /// <summary>v2: the API secret, the password of the Basic credentials.</summary>
    public string ApiSecret { get; init; } = "sandbox-service-api-secret";

    /// <summary>v3: the bearer tokens that may do everything on this service.</summary>
    public IReadOnlyList<string> AccessTokens { get; init; } = [];

    /// <summary>v3: bearer tokens that may only view clients; anything that changes state is answered 403.</summary>
    public IReadOnlyList<string> ReadOnlyAccessTokens { get; init; } = [];

    /// <summary>The scopes that the service knows; others are dropped where Authlete drops them.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile", "email", "address", "phone", "offline_access"];

    /// <summary>v2: the service half of the two switches that make client aliases work. True by default.</summary>
    public bool ClientIdAliasEnabled { get; init; } = true;

    /// <summary>The names that survive in customMetadata. Null, the default, lets all of them through.</summary>
    public IReadOnlyList<string>? SupportedCustomClientMetadata { get; init; }

    /// <summary>The choices on the points that no public source settles.</summary>
    public AuthleteBehavior Behavior { get; init; } = new();
}
