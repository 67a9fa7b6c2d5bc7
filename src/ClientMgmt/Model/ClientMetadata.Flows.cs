namespace ClientMgmt;

// Which flows a client may use, where it is sent back to, and how it shows who it is.
public sealed partial record ClientMetadata
{
    /// <summary><c>application_type</c>: <c>web</c> or <c>native</c> (OpenID Connect Registration 1.0 section 2).</summary>
    public string? ApplicationType { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary><c>redirect_uris</c>: Where authorization responses may go (RFC 7591 section 2). A set.</summary>
    public IReadOnlyList<string>? RedirectUris { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>post_logout_redirect_uris</c>: Where the user may go after logout (OpenID Connect RP-Initiated Logout 1.0).
    /// A set.
    /// </summary>
    public IReadOnlyList<string>? PostLogoutRedirectUris { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>backchannel_logout_uri</c>: Where the server sends logout tokens (OpenID Connect Back-Channel Logout 1.0
    /// section 2.2).
    /// </summary>
    public string? BackchannelLogoutUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>backchannel_logout_session_required</c>: Whether a logout token must name the session that ends (OpenID
    /// Connect Back-Channel Logout 1.0 section 2.2).
    /// </summary>
    public bool? BackchannelLogoutSessionRequired { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>allowed_origins</c>: Origins that may call the backend from a browser (CORS). Not a standard name. A set.
    /// </summary>
    public IReadOnlyList<string>? AllowedOrigins { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary><c>grant_types</c>: The grants that the client may use (RFC 7591 section 2). A set.</summary>
    /// <seealso cref="ClientMgmt.GrantTypes"/>
    public IReadOnlyList<string>? GrantTypes { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>response_types</c>: What an authorization response may hold, such as <c>code</c>, <c>token</c>,
    /// <c>id_token</c>, <c>code id_token</c>, <c>code token</c>, <c>id_token token</c>, <c>code id_token token</c> or
    /// <c>none</c> (RFC 7591 section 2). A set.
    /// </summary>
    public IReadOnlyList<string>? ResponseTypes { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>response_modes</c>: How authorization responses may come: <c>query</c>, <c>fragment</c>, <c>form_post</c>,
    /// and <c>jwt</c>, <c>query.jwt</c>, <c>fragment.jwt</c>, <c>form_post.jwt</c> (JARM). A set.
    /// </summary>
    public IReadOnlyList<string>? ResponseModes { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>scope</c>: The scopes that the client may request, separated by spaces (RFC 7591 section 2). Compared as a
    /// set of words. Not set means what the backend does by default; empty means none.
    /// </summary>
    public string? Scope { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>token_endpoint_auth_method</c>: How the client authenticates at the token endpoint (RFC 7591 section 2). Not to be cleared
    /// where the server would take that for <c>none</c>; see <see cref="MetadataCapability.Remark"/>.
    /// </summary>
    /// <seealso cref="ClientAuthenticationMethods"/>
    public string? TokenEndpointAuthMethod { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>token_endpoint_auth_signing_alg</c>: The JWS algorithm of the client's assertions (OpenID Connect
    /// Registration 1.0 section 2).
    /// </summary>
    /// <seealso cref="SigningAlgorithms"/>
    public string? TokenEndpointAuthSigningAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>require_pushed_authorization_requests</c>: Whether authorization requests must be pushed (RFC 9126 section
    /// 6).
    /// </summary>
    public bool? RequirePushedAuthorizationRequests { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>dpop_bound_access_tokens</c>: Whether access tokens are bound to a key by DPoP (RFC 9449 section 5.2).
    /// </summary>
    public bool? DpopBoundAccessTokens { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>authorization_details_types</c>: The types of authorization details that the client uses (RFC 9396 section
    /// 10). A set.
    /// </summary>
    public IReadOnlyList<string>? AuthorizationDetailsTypes { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>default_max_age</c>: Seconds after which the user must authenticate again (OpenID Connect Registration 1.0
    /// section 2).
    /// </summary>
    public int? DefaultMaxAge { get => Get() as int?; init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>require_auth_time</c>: Whether the ID token must hold <c>auth_time</c> (OpenID Connect Registration 1.0
    /// section 2).
    /// </summary>
    public bool? RequireAuthTime { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>default_acr_values</c>: The classes of authentication to ask for, in order of preference (OpenID Connect
    /// Registration 1.0 section 2).
    /// </summary>
    public IReadOnlyList<string>? DefaultAcrValues { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary><c>initiate_login_uri</c>: Starts a login from elsewhere (OpenID Connect Registration 1.0 section 2).</summary>
    public string? InitiateLoginUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>subject_type</c>: Whether users have the same identifier at all clients: <c>public</c> or <c>pairwise</c>
    /// (OpenID Connect Registration 1.0 section 2).
    /// </summary>
    public string? SubjectType { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>sector_identifier_uri</c>: Lists the redirect URIs of clients that share pairwise identifiers (OpenID
    /// Connect Registration 1.0 section 5).
    /// </summary>
    public string? SectorIdentifierUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>backchannel_token_delivery_mode</c>: How tokens arrive: <c>poll</c>, <c>ping</c> or <c>push</c> (CIBA Core
    /// 1.0 section 4).
    /// </summary>
    public string? BackchannelTokenDeliveryMode { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>backchannel_client_notification_endpoint</c>: Where the server sends notifications (CIBA Core 1.0 section
    /// 4).
    /// </summary>
    public string? BackchannelClientNotificationEndpoint { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>backchannel_authentication_request_signing_alg</c>: The JWS algorithm of signed authentication requests
    /// (CIBA Core 1.0 section 4).
    /// </summary>
    /// <seealso cref="SigningAlgorithms"/>
    public string? BackchannelAuthenticationRequestSigningAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary><c>backchannel_user_code_parameter</c>: Whether the client sends a user code (CIBA Core 1.0 section 4).</summary>
    public bool? BackchannelUserCodeParameter { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>credential_offer_endpoint</c>: Where wallets take credential offers (OpenID for Verifiable Credential
    /// Issuance 1.0).
    /// </summary>
    public string? CredentialOfferEndpoint { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>client_registration_types</c>: How the client registers: <c>automatic</c>, <c>explicit</c> (OpenID
    /// Federation 1.0). A set.
    /// </summary>
    public IReadOnlyList<string>? ClientRegistrationTypes { get => List(); init => (_values, _extensions) = With(value); }
}
