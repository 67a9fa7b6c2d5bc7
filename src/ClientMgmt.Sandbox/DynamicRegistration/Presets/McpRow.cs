using static ClientMgmt.Sandbox.RegistrationMistake;

namespace ClientMgmt.Sandbox.DynamicRegistration.Presets;

internal static class McpRow
{
    public static DynamicRegistrationBehavior Behavior { get; } = new()
    {
        Documents = new Dictionary<RegistrationDocument, string>
        {
            [RegistrationDocument.InsertedOAuthAuthorizationServer] = Addresses.EndpointPath,
        },
        IssuerEndsWithSlash = true,
        ScopesInDocuments = false,
        Operations = RegistrationOperations.Create,
        InitialAccess = RegistrationAccess.Open,
        ManagementTokenAccepted = false,
        IssuesTokens = false,
        RegistrationsPerHour = 20,
        SecretLifetime = TimeSpan.FromDays(30),
        NullInCreate = RegistrationEmptyValue.Refused,
        EmptyTextInCreate = RegistrationEmptyValue.Stored,
        RedirectUris = RegistrationRedirectUris.Present,
        FragmentsAllowed = true,
        OtherSchemesAllowed = true,
        KeysRequired = false,
        BothKeySetsAllowed = true,
        MethodsWithoutSecret = ["none"],
        UntypedBody = RegistrationUntypedBody.Refused,
        LocalizedMembers = RegistrationMember.Dropped,
        Members = Texts.Members((RegistrationMember.Kept,
        [
            "client_name", "redirect_uris", "grant_types", "response_types", "token_endpoint_auth_method", "client_uri", "logo_uri", "scope",
            "contacts", "tos_uri", "policy_uri", "jwks_uri", "jwks", "software_id", "software_version", "software_statement",
        ])),
        StandardMembers = RegistrationMember.Dropped,
        ScopeWords = RegistrationScopes.Any,
        Defaults = new Dictionary<string, string>(),
        Refusals = new Dictionary<RegistrationMistake, RegistrationRefusal>
        {
            [UnknownPath] = new(404) { Body = RegistrationErrorBody.Html },
            [NotJson] = new(400, "Bad Request") { Body = RegistrationErrorBody.Html },
            [MissingOperation] = new(405, "method_not_allowed", "The method GET is not allowed for this endpoint"),
            [RegistrationMistake.ContentType] = new(400, "invalid_client_metadata"),
            [NoRedirectUris] = new(400, "invalid_client_metadata"),
            [RedirectUri] = new(400, "invalid_client_metadata"),
        },
    };
}
