namespace ClientMgmt;

// Which flows a client may use, where it is sent back to, and how it shows who it is.
public sealed partial record ClientMetadata
{
    /// <summary>
    /// <c>application_type</c>: <c>web</c> or <c>native</c> (OpenID Connect Registration 1.0 section 2).
    /// </summary>
    public string? ApplicationType
    {
        get => Text("application_type");
        init => _values = With("application_type", value);
    }

    /// <summary><c>redirect_uris</c>: Where authorization responses may go (RFC 7591 section 2). A set.</summary>
    public IReadOnlyList<string>? RedirectUris
    {
        get => List("redirect_uris");
        init => _values = With("redirect_uris", value);
    }

    /// <summary>
    /// <c>post_logout_redirect_uris</c>: Where the user may go after logout (OpenID Connect RP-Initiated Logout 1.0). A
    /// set.
    /// </summary>
    public IReadOnlyList<string>? PostLogoutRedirectUris
    {
        get => List("post_logout_redirect_uris");
        init => _values = With("post_logout_redirect_uris", value);
    }

    /// <summary>
    /// <c>allowed_origins</c>: Origins that may call the backend from a browser (CORS). Not a standard name. A set.
    /// </summary>
    public IReadOnlyList<string>? AllowedOrigins
    {
        get => List("allowed_origins");
        init => _values = With("allowed_origins", value);
    }

    /// <summary><c>grant_types</c>: See <see cref="ClientMgmt.GrantTypes"/> (RFC 7591 section 2). A set.</summary>
    public IReadOnlyList<string>? GrantTypes
    {
        get => List("grant_types");
        init => _values = With("grant_types", value);
    }

    /// <summary>
    /// <c>response_types</c>: Such as <c>code</c> or <c>code id_token</c> (RFC 7591 section 2). A set.
    /// </summary>
    public IReadOnlyList<string>? ResponseTypes
    {
        get => List("response_types");
        init => _values = With("response_types", value);
    }

    /// <summary><c>response_modes</c>: Such as <c>form_post</c> or <c>query.jwt</c> (JARM). A set.</summary>
    public IReadOnlyList<string>? ResponseModes
    {
        get => List("response_modes");
        init => _values = With("response_modes", value);
    }

    /// <summary>
    /// <c>scope</c>: The scopes that the client may request, separated by spaces (RFC 7591 section 2). Compared as a
    /// set of words. Not set means what the backend does by default; empty means none.
    /// </summary>
    public string? Scope { get => Text("scope"); init => _values = With("scope", value); }

    /// <summary>
    /// <c>token_endpoint_auth_method</c>: See <see cref="ClientAuthenticationMethods"/> (RFC 7591 section 2). On Authlete,
    /// setting it also sets the vendor's <c>clientType</c> to what fits, unless the same call sets that. On DocSpace, every
    /// client has a secret and may send it in the form: <c>none</c> allows PKCE without the secret on top of that.
    /// </summary>
    public string? TokenEndpointAuthMethod
    {
        get => Text("token_endpoint_auth_method");
        init => _values = With("token_endpoint_auth_method", value);
    }

    /// <summary>
    /// <c>token_endpoint_auth_signing_alg</c>: The JWS algorithm of the client's assertions (OpenID Connect
    /// Registration 1.0 section 2).
    /// </summary>
    public string? TokenEndpointAuthSigningAlg
    {
        get => Text("token_endpoint_auth_signing_alg");
        init => _values = With("token_endpoint_auth_signing_alg", value);
    }

    /// <summary><c>require_pushed_authorization_requests</c>: RFC 9126 section 6.</summary>
    public bool? RequirePushedAuthorizationRequests
    {
        get => Flag("require_pushed_authorization_requests");
        init => _values = With("require_pushed_authorization_requests", value);
    }

    /// <summary><c>dpop_bound_access_tokens</c>: RFC 9449 section 5.2.</summary>
    public bool? DpopBoundAccessTokens
    {
        get => Flag("dpop_bound_access_tokens");
        init => _values = With("dpop_bound_access_tokens", value);
    }

    /// <summary><c>authorization_details_types</c>: RFC 9396 section 10. A set.</summary>
    public IReadOnlyList<string>? AuthorizationDetailsTypes
    {
        get => List("authorization_details_types");
        init => _values = With("authorization_details_types", value);
    }

    /// <summary>
    /// <c>default_max_age</c>: Seconds after which the user must authenticate again (OpenID Connect Registration 1.0
    /// section 2). Authlete cannot store 0, which it reads as not set.
    /// </summary>
    public int? DefaultMaxAge
    {
        get => Value("default_max_age") as int?;
        init => _values = With("default_max_age", value);
    }

    /// <summary>
    /// <c>require_auth_time</c>: Whether the ID token must hold <c>auth_time</c> (OpenID Connect Registration 1.0
    /// section 2).
    /// </summary>
    public bool? RequireAuthTime
    {
        get => Flag("require_auth_time");
        init => _values = With("require_auth_time", value);
    }

    /// <summary>
    /// <c>default_acr_values</c>: In order of preference (OpenID Connect Registration 1.0 section 2).
    /// </summary>
    public IReadOnlyList<string>? DefaultAcrValues
    {
        get => List("default_acr_values");
        init => _values = With("default_acr_values", value);
    }

    /// <summary>
    /// <c>initiate_login_uri</c>: Starts a login from elsewhere (OpenID Connect Registration 1.0 section 2).
    /// </summary>
    public string? InitiateLoginUri
    {
        get => Text("initiate_login_uri");
        init => _values = With("initiate_login_uri", value);
    }

    /// <summary>
    /// <c>subject_type</c>: <c>public</c> or <c>pairwise</c> (OpenID Connect Registration 1.0 section 2).
    /// </summary>
    public string? SubjectType { get => Text("subject_type"); init => _values = With("subject_type", value); }

    /// <summary><c>sector_identifier_uri</c>: OpenID Connect Registration 1.0 section 5.</summary>
    public string? SectorIdentifierUri
    {
        get => Text("sector_identifier_uri");
        init => _values = With("sector_identifier_uri", value);
    }

    /// <summary>
    /// <c>backchannel_token_delivery_mode</c>: <c>poll</c>, <c>ping</c> or <c>push</c> (CIBA Core 1.0 section 4).
    /// </summary>
    public string? BackchannelTokenDeliveryMode
    {
        get => Text("backchannel_token_delivery_mode");
        init => _values = With("backchannel_token_delivery_mode", value);
    }

    /// <summary><c>backchannel_client_notification_endpoint</c>: CIBA Core 1.0 section 4.</summary>
    public string? BackchannelClientNotificationEndpoint
    {
        get => Text("backchannel_client_notification_endpoint");
        init => _values = With("backchannel_client_notification_endpoint", value);
    }

    /// <summary><c>backchannel_authentication_request_signing_alg</c>: CIBA Core 1.0 section 4.</summary>
    public string? BackchannelAuthenticationRequestSigningAlg
    {
        get => Text("backchannel_authentication_request_signing_alg");
        init => _values = With("backchannel_authentication_request_signing_alg", value);
    }

    /// <summary><c>backchannel_user_code_parameter</c>: CIBA Core 1.0 section 4.</summary>
    public bool? BackchannelUserCodeParameter
    {
        get => Flag("backchannel_user_code_parameter");
        init => _values = With("backchannel_user_code_parameter", value);
    }

    /// <summary><c>credential_offer_endpoint</c>: OpenID for Verifiable Credential Issuance 1.0.</summary>
    public string? CredentialOfferEndpoint
    {
        get => Text("credential_offer_endpoint");
        init => _values = With("credential_offer_endpoint", value);
    }

    /// <summary>
    /// <c>client_registration_types</c>: <c>automatic</c>, <c>explicit</c> (OpenID Federation 1.0). A set.
    /// </summary>
    public IReadOnlyList<string>? ClientRegistrationTypes
    {
        get => List("client_registration_types");
        init => _values = With("client_registration_types", value);
    }
}
