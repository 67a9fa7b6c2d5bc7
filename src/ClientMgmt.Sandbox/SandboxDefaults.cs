namespace ClientMgmt.Sandbox;

/// <summary>The services, portals and credentials of a sandbox that was given no options. All values are made up.</summary>
public static class SandboxDefaults
{
    /// <summary>The API key of the first Authlete v2 service.</summary>
    public const string ServiceApiKey = "1000000000000021";

    /// <summary>The API secret of the first Authlete v2 service.</summary>
    public const string ServiceApiSecret = "sandbox-service-api-secret";

    /// <summary>The developer of the clients that are made with the settings of a sandbox on Authlete v2.</summary>
    public const string Developer = "sandbox-developer";

    /// <summary>The API key of the second Authlete v2 service.</summary>
    public const string SecondServiceApiKey = "1000000000000022";

    /// <summary>The API secret of the second Authlete v2 service.</summary>
    public const string SecondServiceApiSecret = "sandbox-second-service-api-secret";

    /// <summary>The id of the first Authlete v3 service.</summary>
    public const string ServiceId = "1000000031";

    /// <summary>The service access token of the first Authlete v3 service.</summary>
    public const string AccessToken = "sandbox-access-token";

    /// <summary>A token of the first Authlete v3 service that may only view clients.</summary>
    public const string ReadOnlyAccessToken = "sandbox-read-only-access-token";

    /// <summary>The id of the second Authlete v3 service.</summary>
    public const string SecondServiceId = "1000000032";

    /// <summary>The service access token of the second Authlete v3 service.</summary>
    public const string SecondAccessToken = "sandbox-second-access-token";

    /// <summary>A token that opens every Authlete v3 service.</summary>
    public const string OrganizationToken = "sandbox-organization-token";

    /// <summary>The name of the DocSpace portal.</summary>
    public const string Portal = "sandbox";

    /// <summary>The id of the DocSpace administrator.</summary>
    public const string DocSpaceAdminId = "a0000000-0000-4000-8000-000000000001";

    /// <summary>An unrestricted API key of the DocSpace administrator.</summary>
    public const string DocSpaceApiKey = "sk-sandbox-admin";

    /// <summary>An API key of the DocSpace administrator with the single scope files:read, too narrow for a signature.</summary>
    public const string DocSpaceNarrowApiKey = "sk-sandbox-narrow";

    /// <summary>The portal token of the DocSpace administrator: value of the asc_auth_key cookie, or bearer token.</summary>
    public const string DocSpaceAuthKey = "sandbox-auth-key-admin";

    /// <summary>The id of the ordinary DocSpace user.</summary>
    public const string DocSpaceUserId = "a0000000-0000-4000-8000-000000000002";

    /// <summary>An unrestricted API key of the ordinary DocSpace user.</summary>
    public const string DocSpaceUserApiKey = "sk-sandbox-user";

    /// <summary>The portal token of the ordinary DocSpace user.</summary>
    public const string DocSpaceUserAuthKey = "sandbox-auth-key-user";

    /// <summary>The id of the DocSpace guest.</summary>
    public const string DocSpaceGuestId = "a0000000-0000-4000-8000-000000000003";

    /// <summary>An unrestricted API key of the DocSpace guest.</summary>
    public const string DocSpaceGuestApiKey = "sk-sandbox-guest";

    /// <summary>The portal token of the DocSpace guest.</summary>
    public const string DocSpaceGuestAuthKey = "sandbox-auth-key-guest";

    /// <summary>The password of all three DocSpace users, for Basic credentials with the e-mail address.</summary>
    public const string DocSpacePassword = "sandbox-password";

    /// <summary>The initial access token of the registration server: it registers clients.</summary>
    public const string InitialAccessToken = "sandbox-initial-access-token";

    /// <summary>The management token of the registration server: it manages all clients.</summary>
    public const string ManagementToken = "sandbox-management-token";

    internal static IReadOnlyList<AuthleteServiceOptions> AuthleteServices { get; } =
    [
        new() { Version = AuthleteVersion.V2, ServiceId = ServiceApiKey, ApiSecret = ServiceApiSecret },
        new() { Version = AuthleteVersion.V2, ServiceId = SecondServiceApiKey, ApiSecret = SecondServiceApiSecret },
        new()
        {
            Version = AuthleteVersion.V3,
            ServiceId = ServiceId,
            AccessTokens = [AccessToken],
            ReadOnlyAccessTokens = [ReadOnlyAccessToken],
        },
        new() { Version = AuthleteVersion.V3, ServiceId = SecondServiceId, AccessTokens = [SecondAccessToken] },
    ];

    internal static IReadOnlyList<DocSpaceUser> DocSpaceUsers { get; } =
    [
        new()
        {
            Id = DocSpaceAdminId,
            Name = "Sandbox Admin",
            Email = "admin@sandbox.example",
            Role = DocSpaceRole.Admin,
            ApiKeys = [new(DocSpaceApiKey), new(DocSpaceNarrowApiKey) { Scopes = ["files:read"] }],
            AuthKey = DocSpaceAuthKey,
            Password = DocSpacePassword,
        },
        new()
        {
            Id = DocSpaceUserId,
            Name = "Sandbox User",
            Email = "user@sandbox.example",
            Role = DocSpaceRole.User,
            ApiKeys = [new(DocSpaceUserApiKey)],
            AuthKey = DocSpaceUserAuthKey,
            Password = DocSpacePassword,
        },
        new()
        {
            Id = DocSpaceGuestId,
            Name = "Sandbox Guest",
            Email = "guest@sandbox.example",
            Role = DocSpaceRole.Guest,
            ApiKeys = [new(DocSpaceGuestApiKey)],
            AuthKey = DocSpaceGuestAuthKey,
            Password = DocSpacePassword,
        },
    ];

    internal static IReadOnlyList<DocSpacePortalOptions> DocSpacePortals { get; } = [new()];
}
