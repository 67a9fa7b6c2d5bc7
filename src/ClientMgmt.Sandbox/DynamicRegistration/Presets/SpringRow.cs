using static ClientMgmt.Sandbox.RegistrationMistake;

namespace ClientMgmt.Sandbox.DynamicRegistration.Presets;

internal static class SpringRow
{
    private static readonly RegistrationRefusal s_bare = new(401, "invalid_token", "");
    private static readonly RegistrationRefusal s_foreign = new(401, "invalid_client", "");
    private static readonly RegistrationRefusal s_request = new(400, "invalid_request");
    private static readonly RegistrationRefusal s_login = new(302) { Location = "/login" };

    public static DynamicRegistrationBehavior Behavior { get; } = new()
    {
        Documents = new Dictionary<RegistrationDocument, string>
        {
            [RegistrationDocument.AppendedOpenIdConfiguration] = Addresses.EndpointPath,
            [RegistrationDocument.InsertedOAuthAuthorizationServer] = "oauth2/register",
        },
        PlainEndpoint = "oauth2/register",
        IssuerHost = RegistrationHost.Request,
        EndpointHost = RegistrationHost.Request,
        ClientUriHost = RegistrationHost.Request,
        ClientUriForm = RegistrationUriForm.Query,
        Operations = RegistrationOperations.Create | RegistrationOperations.Read,
        InitialAccess = RegistrationAccess.Once,
        ManagementTokenAccepted = false,
        TokenIn = RegistrationOperations.Create,
        TokenLifetime = TimeSpan.FromMinutes(5),
        LoginPageForBrowsers = true,
        ContentTypeIgnored = true,
        HashInRead = true,
        ReordersLists = true,
        DuplicatesDropped = true,
        SecretInCreate = RegistrationSent.Refused,
        EmptyTextInCreate = RegistrationEmptyValue.Stored,
        EmptyList = RegistrationEmptyValue.Refused,
        StandardMembers = RegistrationMember.Dropped,
        LocalizedMembers = RegistrationMember.Dropped,
        Members = Texts.Members((RegistrationMember.Kept,
        [
            "client_name", "redirect_uris", "post_logout_redirect_uris", "grant_types", "response_types", "token_endpoint_auth_method",
            "token_endpoint_auth_signing_alg", "jwks_uri", "id_token_signed_response_alg", "scope",
        ])),
        TypesChecked = false,
        BothKeySetsAllowed = true,
        HttpsOnly = ["jwks_uri"],
        RedirectUris = RegistrationRedirectUris.Always,
        ScopeWords = RegistrationScopes.None,
        UnknownMethodReplaced = true,
        Defaults = Texts.Json(
            ("grant_types", new[] { "authorization_code" }),
            ("response_types", new[] { "code" }),
            ("token_endpoint_auth_method", "client_secret_basic"),
            ("id_token_signed_response_alg", "RS256")),
        Words = new Dictionary<string, IReadOnlyList<string>>
        {
            ["token_endpoint_auth_method"] = ["client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt"],
        },
        Refusals = new Dictionary<RegistrationMistake, RegistrationRefusal>
        {
            [UnknownPath] = s_login,
            [NotEnabled] = s_login,
            [MissingOperation] = s_login,
            [NoInitialToken] = new(401) { Challenge = RegistrationChallenge.Realm },
            [WrongInitialToken] = new(401) { Challenge = RegistrationChallenge.RealmAndError },
            [UsedUpInitialToken] = s_bare,
            [NoToken] = new(401) { Challenge = RegistrationChallenge.Realm },
            [WrongToken] = s_bare,
            [ForeignToken] = s_foreign,
            [GoneClient] = s_foreign,
            [DisabledClient] = s_foreign,
            [EmptyBody] = s_request,
            [NotJson] = s_request,
            [NotAnObject] = s_request,
            [NoRedirectUris] = s_request,
            [EmptyValue] = s_request,
            [Secret] = s_request,
            [Scope] = new(400, "invalid_scope", "Invalid Client Registration: scope"),
        },
    };
}
