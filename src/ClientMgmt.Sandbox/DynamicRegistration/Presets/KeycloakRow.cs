using static ClientMgmt.Sandbox.RegistrationMistake;

namespace ClientMgmt.Sandbox.DynamicRegistration.Presets;

internal static class KeycloakRow
{
    private static readonly RegistrationRefusal s_decode = new(401, "invalid_token", "Failed decode token");
    private static readonly RegistrationRefusal s_unknown = new(400, "unknown_error", "Cannot parse the JSON");
    private static readonly RegistrationRefusal s_failure = new(500, "unknown_error", "For more on this error consult the server log.");

    private const string Endpoint = "clients-registrations/openid-connect";

    public static DynamicRegistrationBehavior Behavior { get; } = new()
    {
        Documents = new Dictionary<RegistrationDocument, string>
        {
            [RegistrationDocument.AppendedOpenIdConfiguration] = Endpoint,
            [RegistrationDocument.InsertedOAuthAuthorizationServer] = Endpoint,
            [RegistrationDocument.AppendedOAuthAuthorizationServer] = Endpoint,
        },
        EndpointPath = Endpoint,
        OwnRepresentationPath = "clients-registrations/default",
        MoreScopesInDocuments = ["service_account"],
        NoStore = false,
        Location = RegistrationLocation.ClientUri,
        InitialAccess = RegistrationAccess.Counted,
        InitialAccessCount = 1000,
        RotatesOn = RegistrationOperations.Update,
        UpdateDuration = TimeSpan.FromMilliseconds(5),
        ConcurrentUpdatesSucceed = true,
        IssuedAtIn = RegistrationOperations.Create,
        ReordersLists = true,
        DuplicatesDropped = true,
        ClientIdInCreate = RegistrationSent.Refused,
        SecretInUpdate = RegistrationSent.Ignored,
        ForbiddenMembersRefused = false,
        EmptyTextInCreate = RegistrationEmptyValue.Stored,
        EmptyTextInUpdate = RegistrationEmptyValue.Stored,
        EmptyList = RegistrationEmptyValue.Stored,
        CannotBeRemoved = ["request_uris"],
        OmittedInUpdate = RegistrationOmitted.Kept,
        OmittedOtherwise =
        [
            "token_endpoint_auth_method", "grant_types", "response_types", "subject_type", "sector_identifier_uri", "frontchannel_logout_uri",
            "frontchannel_logout_session_required", "backchannel_logout_session_required", "backchannel_logout_revoke_offline_tokens",
        ],
        UnknownMembers = RegistrationMember.Refused,
        LocalizedMembers = RegistrationMember.Refused,
        Members = Texts.Members(
            (RegistrationMember.Refused,
            [
                "software_statement", "tls_client_auth_san_dns", "tls_client_auth_san_uri", "tls_client_auth_san_ip", "tls_client_auth_san_email",
                "backchannel_user_code_parameter", "require_signed_request_object", "introspection_signed_response_alg",
                "introspection_encrypted_response_alg", "introspection_encrypted_response_enc", "authorization_details_types", "response_modes",
                "signed_jwks_uri", "organization_name", "client_registration_types", "credential_offer_endpoint", "digest_algorithm",
                "use_mtls_endpoint_aliases",
            ]),
            (RegistrationMember.Dropped,
            [
                "contacts", "application_type", "default_max_age", "require_auth_time", "initiate_login_uri", "software_id", "software_version",
                "request_object_encryption_alg", "request_object_encryption_enc",
            ]),
            (RegistrationMember.Hidden, ["logo_uri", "policy_uri", "tos_uri", "backchannel_logout_revoke_offline_tokens"])),
        ShownFrom = new Dictionary<string, string> { ["backchannel_logout_session_required"] = "backchannel_logout_revoke_offline_tokens" },
        TypesChecked = false,
        RedirectUris = RegistrationRedirectUris.Never,
        RelativeRedirectUrisAllowed = true,
        FailsAbove = new Dictionary<string, int> { ["client_name"] = 255, ["client_uri"] = 255, ["redirect_uris"] = 255 },
        FailsOnEmptyJwks = true,
        MaxBodySize = 10 * 1024 * 1024,
        Defaults = Texts.Json(
            ("grant_types", new[] { "authorization_code", "refresh_token" }),
            ("response_types", new[] { "code", "none" }),
            ("redirect_uris", Array.Empty<string>()),
            ("post_logout_redirect_uris", Array.Empty<string>()),
            ("request_uris", Array.Empty<string>()),
            ("default_acr_values", Array.Empty<string>()),
            ("token_endpoint_auth_method", "client_secret_basic"),
            ("subject_type", "public"),
            ("scope", "profile offline_access"),
            ("frontchannel_logout_session_required", false),
            ("backchannel_logout_session_required", true),
            ("backchannel_logout_revoke_offline_tokens", false),
            ("tls_client_certificate_bound_access_tokens", false),
            ("dpop_bound_access_tokens", false),
            ("require_pushed_authorization_requests", false)),
        Words = new Dictionary<string, IReadOnlyList<string>>
        {
            ["token_endpoint_auth_method"] =
                ["client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "tls_client_auth", "none"],
            ["response_types"] =
            [
                "code", "none", "id_token", "token", "id_token token", "code id_token", "code token", "code id_token token",
            ],
        },
        Refusals = new Dictionary<RegistrationMistake, RegistrationRefusal>
        {
            [UnknownPath] = new(404, "HTTP 404 Not Found", ""),
            [MissingOperation] = new(405, "HTTP 405 Method Not Allowed", ""),
            [NoInitialToken] = new(403, "insufficient_scope", "Policy 'Trusted Hosts' rejected request to client-registration service. Details: Host not trusted."),
            [OtherScheme] = s_decode,
            [WrongInitialToken] = s_decode,
            [UsedUpInitialToken] = new(401, "invalid_token", "No remaining count on initial access token"),
            [NoToken] = new(401, "invalid_token", "Not authorized to view client. Missing token or client credentials."),
            [WrongToken] = s_decode,
            [ForeignToken] = s_decode,
            [GoneClient] = s_decode,
            [DisabledClient] = s_decode,
            [UnknownClient] = new(404, "invalid_request", "Client not found"),
            [TooLarge] = new(413),
            [RegistrationMistake.ContentType] = new(415, "The content-type header value did not match the value in @Consumes", ""),
            [EmptyBody] = s_failure,
            [Failure] = s_failure,
            [NotJson] = new(400, "invalid_request", "Cannot parse the JSON"),
            [NotAnObject] = s_unknown,
            [WrongType] = s_unknown,
            [ClientId] = new(400, "invalid_client_metadata", "Client Identifier modified"),
            [UnknownMember] = new(400, "Invalid json representation for OIDCClientRepresentation. Unrecognized field at line 1 column 64.", ""),
            [Scope] = new(403, "insufficient_scope", "Policy 'Allowed Client Scopes' rejected request to client-registration service. Details: Not permitted to use specified clientScope"),
            [RegistrationMistake.Metadata] = new(400, "invalid_client_metadata", "Client metadata invalid"),
        },
    };
}
