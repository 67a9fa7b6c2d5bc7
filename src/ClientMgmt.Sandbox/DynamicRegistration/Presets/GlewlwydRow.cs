using static ClientMgmt.Sandbox.RegistrationMistake;

namespace ClientMgmt.Sandbox.DynamicRegistration.Presets;

internal static class GlewlwydRow
{
    private static readonly RegistrationRefusal s_bare = new(401);

    public static DynamicRegistrationBehavior Behavior { get; } = new()
    {
        Documents = new Dictionary<RegistrationDocument, string>
        {
            [RegistrationDocument.AppendedOpenIdConfiguration] = Addresses.EndpointPath,
        },
        InitialAccess = RegistrationAccess.Open,
        ManagementTokenAccepted = false,
        CreateStatus = 200,
        DeleteStatus = 200,
        TokenIn = RegistrationOperations.Create,
        ClientUriIn = RegistrationOperations.Create,
        IssuedAtIn = RegistrationOperations.Create,
        SecretExpiry = RegistrationSecretExpiry.Always,
        SecretExpiryIn = RegistrationOperations.Create,
        SecretNeedsMethod = true,
        UpdateRenewsSecret = true,
        MismatchBurnsToken = true,
        MoreMembers = Texts.Json(("client_name", ""), ("description", "")),
        MoreMembersIn = RegistrationOperations.Read,
        FlagsAsTexts = new Dictionary<string, RegistrationOperations>
        {
            ["backchannel_logout_session_required"] = RegistrationOperations.All,
            ["frontchannel_logout_session_required"] = RegistrationOperations.All,
            ["backchannel_user_code_parameter"] = RegistrationOperations.Read,
        },
        GrantsAndResponsesInOneList = true,
        ListsInRead = ["token_endpoint_auth_method"],
        UntypedBody = RegistrationUntypedBody.Refused,
        SecretInUpdate = RegistrationSent.Ignored,
        ForbiddenMembersRefused = false,
        ForbiddenMembersEchoed = true,
        NullInCreate = RegistrationEmptyValue.Refused,
        NullInUpdate = RegistrationEmptyValue.Refused,
        EmptyTextInCreate = RegistrationEmptyValue.Stored,
        EmptyTextInUpdate = RegistrationEmptyValue.Stored,
        EmptyListRefilled = ["grant_types", "response_types"],
        OmittedOtherwise = ["client_name"],
        StandardMembers = RegistrationMember.Echoed,
        UnknownMembers = RegistrationMember.Echoed,
        LocalizedMembers = RegistrationMember.Echoed,
        Members = Texts.Members((RegistrationMember.Kept,
        [
            "client_name", "description", "redirect_uris", "grant_types", "response_types", "token_endpoint_auth_method", "jwks", "jwks_uri",
            "request_object_signing_alg", "backchannel_logout_uri", "frontchannel_logout_uri", "backchannel_token_delivery_mode",
            "backchannel_logout_session_required", "frontchannel_logout_session_required", "backchannel_user_code_parameter",
        ])),
        TypesNotChecked = ["default_max_age", "require_auth_time", "jwks"],
        RedirectUris = RegistrationRedirectUris.Always,
        FragmentsAllowed = true,
        OwnSchemesForNativeOnly = true,
        HttpForLoopbackOnly = true,
        KeysRequired = false,
        BothKeySetsAllowed = true,
        ScopeWords = RegistrationScopes.Any,
        Defaults = Texts.Json(
            ("application_type", "web"),
            ("grant_types", new[] { "authorization_code" }),
            ("response_types", new[] { "code" })),
        Words = new Dictionary<string, IReadOnlyList<string>>
        {
            ["application_type"] = ["web", "native"],
            ["authorization_details_types"] = [],
            ["response_types"] = ["code", "token", "id_token"],
            ["grant_types"] = ["authorization_code", "implicit", "refresh_token", "client_credentials"],
            ["token_endpoint_auth_method"] = ["client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "none"],
        },
        Refusals = new Dictionary<RegistrationMistake, RegistrationRefusal>
        {
            [NoInitialToken] = s_bare,
            [WrongInitialToken] = s_bare,
            [NoToken] = s_bare,
            [WrongToken] = s_bare,
            [ForeignToken] = s_bare,
            [GoneClient] = s_bare,
            [OtherScheme] = s_bare,
            [RegistrationMistake.ContentType] = new(400, "invalid_client_metadata"),
            [ClientId] = new(400, "invalid_client_metadata"),
        },
    };
}
