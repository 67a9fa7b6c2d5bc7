namespace ClientMgmt.Sandbox;

/// <summary>The server of dynamic client registration (RFC 7591, RFC 7592) in the sandbox: its credentials and its ways.</summary>
public sealed record DynamicRegistrationOptions
{
    /// <summary>The initial access tokens: for POST, if <see cref="DynamicRegistrationBehavior.InitialAccess"/> wants one. One by default.</summary>
    public IReadOnlyList<string> InitialAccessTokens { get; init; } = [SandboxDefaults.InitialAccessToken];

    /// <summary>The tokens that manage all clients, if <see cref="DynamicRegistrationBehavior.ManagementTokenAccepted"/>. One by default.</summary>
    public IReadOnlyList<string> ManagementTokens { get; init; } = [SandboxDefaults.ManagementToken];

    /// <summary>The words that the scope of a client may hold; the metadata document lists them.</summary>
    public IReadOnlyList<string> Scopes { get; init; } =
        ["openid", "offline_access", "profile", "email", "orders:read", "orders:write"];

    /// <summary>The switches; the ways of one product are in <see cref="DynamicRegistrationPresets"/>. Those of no product by default.</summary>
    public DynamicRegistrationBehavior Behavior { get; init; } = DynamicRegistrationPresets.Get(DynamicRegistrationPresets.Generic);
}
