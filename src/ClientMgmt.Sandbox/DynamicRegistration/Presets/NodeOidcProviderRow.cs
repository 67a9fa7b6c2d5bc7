using static ClientMgmt.Sandbox.RegistrationMistake;

namespace ClientMgmt.Sandbox.DynamicRegistration.Presets;

internal static class NodeOidcProviderRow
{
    private static readonly RegistrationRefusal s_request = new(400, "invalid_request");
    private static readonly RegistrationRefusal s_notFound = new(404, "", "Not Found") { Body = RegistrationErrorBody.Text };

    public static DynamicRegistrationBehavior Behavior { get; } = new()
    {
        Documents = new Dictionary<RegistrationDocument, string>
        {
            [RegistrationDocument.AppendedOpenIdConfiguration] = Addresses.EndpointPath,
            [RegistrationDocument.AppendedOAuthAuthorizationServer] = Addresses.EndpointPath,
        },
        EndpointHost = RegistrationHost.Request,
        ClientUriHost = RegistrationHost.Request,
        InitialAccess = RegistrationAccess.Open,
        ManagementTokenAccepted = false,
        RotatesOn = RegistrationOperations.Update,
        MismatchBurnsToken = true,
        HtmlForBrowsers = true,
        MaxBodySize = 56 * 1024,
        NullInCreate = RegistrationEmptyValue.Refused,
        EmptyTextInCreate = RegistrationEmptyValue.Refused,
        LocalizedMembers = RegistrationMember.Dropped,
        Members = Texts.Members((RegistrationMember.Dropped,
        [
            "software_id", "software_version", "software_statement", "request_uris", "signed_jwks_uri", "organization_name",
            "client_registration_types", "credential_offer_endpoint", "digest_algorithm", "frontchannel_logout_uri",
            "frontchannel_logout_session_required",
        ])),
        Defaults = Texts.Json(
            ("application_type", "web"),
            ("grant_types", new[] { "authorization_code" }),
            ("response_types", new[] { "code" }),
            ("redirect_uris", Array.Empty<string>()),
            ("post_logout_redirect_uris", Array.Empty<string>()),
            ("authorization_details_types", Array.Empty<string>()),
            ("token_endpoint_auth_method", "client_secret_basic"),
            ("subject_type", "public"),
            ("id_token_signed_response_alg", "RS256"),
            ("introspection_signed_response_alg", "RS256"),
            ("authorization_signed_response_alg", "RS256"),
            ("require_auth_time", false),
            ("backchannel_logout_session_required", false),
            ("require_signed_request_object", false),
            ("require_pushed_authorization_requests", false),
            ("tls_client_certificate_bound_access_tokens", false),
            ("backchannel_user_code_parameter", false),
            ("dpop_bound_access_tokens", false)),
        Words = new Dictionary<string, IReadOnlyList<string>>
        {
            ["application_type"] = ["web", "native"],
            ["subject_type"] = ["public", "pairwise"],
            ["id_token_signed_response_alg"] = ["RS256", "PS256", "ES256", "EdDSA", "Ed25519", "HS256", "HS384", "HS512"],
            ["response_types"] = ["code", "code id_token", "id_token", "none"],
            ["grant_types"] =
            [
                "implicit", "authorization_code", "refresh_token", "client_credentials",
                "urn:ietf:params:oauth:grant-type:device_code", "urn:openid:params:grant-type:ciba",
            ],
            ["token_endpoint_auth_method"] =
            [
                "client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "tls_client_auth",
                "self_signed_tls_client_auth", "none",
            ],
        },
        HttpsOnly = ["initiate_login_uri", "sector_identifier_uri", "backchannel_client_notification_endpoint"],
        OwnSchemesForNativeOnly = true,
        ContactsChecked = true,
        JwksChecked = true,
        DuplicatesDropped = true,
        CertificateNeedsMethod = true,
        DefaultEncoding = "A128CBC-HS256",
        UntypedBody = RegistrationUntypedBody.Empty,
        GrantsFollowResponseTypes = true,
        SecretOutlivesMethod = true,
        Refusals = new Dictionary<RegistrationMistake, RegistrationRefusal>
        {
            [UnknownPath] = s_notFound,
            [MissingOperation] = s_notFound,
            [OtherScheme] = s_request,
            [NotJson] = s_request,
            [NotAnObject] = s_request,
            [EmptyBody] = s_request,
            [TooLarge] = s_request,
        },
    };
}
