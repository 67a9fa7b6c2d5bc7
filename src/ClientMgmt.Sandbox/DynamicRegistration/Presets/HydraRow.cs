using static ClientMgmt.Sandbox.RegistrationMistake;

namespace ClientMgmt.Sandbox.DynamicRegistration.Presets;

// From the sources of Hydra, which was not run.
internal static class HydraRow
{
    private const RegistrationOperations Changes = RegistrationOperations.Create | RegistrationOperations.Update;
    private static readonly RegistrationRefusal s_unauthorized = new(401, "The request could not be authorized", "The requested OAuth 2.0 client does not exist or you did not provide the necessary credentials");

    public static DynamicRegistrationBehavior Behavior { get; } = new()
    {
        InitialAccess = RegistrationAccess.Open,
        ManagementTokenAccepted = false,
        NoStore = false,
        Location = RegistrationLocation.OtherApi,
        RotatesOn = RegistrationOperations.Update,
        TokenIn = Changes,
        ClientUriIn = RegistrationOperations.Create,
        SecretIn = Changes,
        SecretExpiry = RegistrationSecretExpiry.Always,
        IssuedAtIn = RegistrationOperations.None,
        UnsetLists = RegistrationUnset.EmptyList,
        MoreMembers = Texts.Json(
            ("jwks", new object()),
            ("created_at", "2026-01-01T00:00:00Z"),
            ("updated_at", "2026-01-01T00:00:00Z"),
            ("authorization_code_grant_access_token_lifespan", null)),
        ClientIdInUpdate = RegistrationSent.Ignored,
        SecretInCreate = RegistrationSent.Refused,
        SecretInUpdate = RegistrationSent.Refused,
        ForbiddenMembersRefused = false,
        RedirectUris = RegistrationRedirectUris.Never,
        LocalizedMembers = RegistrationMember.Dropped,
        Members = Texts.Members((RegistrationMember.Kept, ["allowed_cors_origins", "audience", "skip_consent"])),
        ScopeWords = RegistrationScopes.Any,
        Defaults = Texts.Json(
            ("grant_types", new[] { "authorization_code" }),
            ("response_types", new[] { "code" }),
            ("scope", "offline_access offline openid"),
            ("subject_type", "public"),
            ("token_endpoint_auth_method", "client_secret_basic"),
            ("userinfo_signed_response_alg", "none")),
        Words = new Dictionary<string, IReadOnlyList<string>>
        {
            ["subject_type"] = ["public", "pairwise"],
            ["token_endpoint_auth_method"] = ["client_secret_basic", "client_secret_post", "private_key_jwt", "none"],
        },
        Refusals = new Dictionary<RegistrationMistake, RegistrationRefusal>
        {
            [NotEnabled] = new(404, "The requested resource could not be found", "Dynamic registration is not enabled."),
            [NoToken] = s_unauthorized,
            [WrongToken] = s_unauthorized,
            [ForeignToken] = s_unauthorized,
            [GoneClient] = s_unauthorized,
            [Secret] = new(403, "The request was forbidden", "It is not allowed to choose your own OAuth2 Client secret."),
        },
    };
}
