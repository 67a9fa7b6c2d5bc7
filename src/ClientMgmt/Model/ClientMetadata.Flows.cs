namespace ClientMgmt;

// Which flows a client may use, where it is sent back to, and how it shows who it is.
public sealed partial record ClientMetadata
{
    /// <summary>
    /// <c>application_type</c>: Whether the client runs on a server or in a browser (<c>web</c>) or is installed on a
    /// device (<c>native</c>). Stored by Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    public string? ApplicationType { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>redirect_uris</c>: The addresses to which the server may send the user back with an authorization response. The
    /// order does not matter. Stored by Authlete, DocSpace and dynamic registration. RFC 7591 section 2.
    /// </summary>
    public IReadOnlyList<string>? RedirectUris { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>post_logout_redirect_uris</c>: The addresses to which the server may send the user after logout. The order does
    /// not matter. Stored by DocSpace (only at creation) and dynamic registration. OpenID Connect RP-Initiated Logout
    /// 1.0.
    /// </summary>
    public IReadOnlyList<string>? PostLogoutRedirectUris { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>backchannel_logout_uri</c>: The address to which the server posts a token when a user logs out. Stored by
    /// Authlete v3 and dynamic registration. OpenID Connect Back-Channel Logout 1.0 section 2.2.
    /// </summary>
    public string? BackchannelLogoutUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>backchannel_logout_session_required</c>: Whether the token that the server posts when a user logs out must name
    /// the session that ends. Stored by Authlete v3 and dynamic registration. OpenID Connect Back-Channel Logout 1.0
    /// section 2.2.
    /// </summary>
    public bool? BackchannelLogoutSessionRequired { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>allowed_origins</c>: The web origins whose pages may call the server from a browser (CORS). Not a standard
    /// name. The order does not matter. Stored by DocSpace.
    /// </summary>
    public IReadOnlyList<string>? AllowedOrigins { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>grant_types</c>: The OAuth grants with which the client may obtain tokens. The order does not matter. Stored by
    /// Authlete and dynamic registration. RFC 7591 section 2.
    /// </summary>
    /// <seealso cref="ClientMgmt.GrantTypes"/>
    public IReadOnlyList<string>? GrantTypes { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>response_types</c>: What an authorization response to the client may hold: <c>code</c>, <c>token</c>,
    /// <c>id_token</c>, <c>code id_token</c>, <c>code token</c>, <c>id_token token</c>, <c>code id_token token</c> or
    /// <c>none</c>. The order does not matter. Stored by Authlete and dynamic registration. RFC 7591 section 2.
    /// </summary>
    public IReadOnlyList<string>? ResponseTypes { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>response_modes</c>: How authorization responses may reach the client: <c>query</c>, <c>fragment</c>,
    /// <c>form_post</c>, or signed or encrypted as <c>jwt</c>, <c>query.jwt</c>, <c>fragment.jwt</c>,
    /// <c>form_post.jwt</c>. The order does not matter. Stored by Authlete v3 and dynamic registration. JWT Secured
    /// Authorization Response Mode (JARM) section 2.3.
    /// </summary>
    public IReadOnlyList<string>? ResponseModes { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>scope</c>: The scopes that the client may request, separated by spaces. Compared as a set of words. Not set
    /// means what the backend does by default; empty means none. Stored by Authlete, DocSpace and dynamic registration.
    /// RFC 7591 section 2.
    /// </summary>
    public string? Scope { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>token_endpoint_auth_method</c>: How the client proves who it is when it asks for tokens. Not to be cleared
    /// where the server would take that for <c>none</c>; see <see cref="MetadataCapability.Remark"/>. Stored by
    /// Authlete, DocSpace and dynamic registration. RFC 7591 section 2.
    /// </summary>
    /// <seealso cref="ClientAuthenticationMethods"/>
    public string? TokenEndpointAuthMethod { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>token_endpoint_auth_signing_alg</c>: The algorithm with which the client must sign the assertions that prove
    /// who it is. Stored by Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    /// <seealso cref="SigningAlgorithms"/>
    public string? TokenEndpointAuthSigningAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>require_pushed_authorization_requests</c>: Whether the client must send its authorization requests to the
    /// server directly (PAR), before the browser goes there. Stored by Authlete and dynamic registration. RFC 9126
    /// section 6.
    /// </summary>
    public bool? RequirePushedAuthorizationRequests { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>dpop_bound_access_tokens</c>: Whether access tokens are of use only to the client that holds the key which
    /// they name (DPoP). Stored by Authlete and dynamic registration. RFC 9449 section 5.2.
    /// </summary>
    public bool? DpopBoundAccessTokens { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>authorization_details_types</c>: The types of detailed authorization requests that the client makes (RAR). The
    /// order does not matter. Stored by Authlete and dynamic registration. RFC 9396 section 10.
    /// </summary>
    public IReadOnlyList<string>? AuthorizationDetailsTypes { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>default_max_age</c>: How many seconds after a login the user must log in again, if a request says nothing
    /// else. Stored by Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    public int? DefaultMaxAge { get => Get() as int?; init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>require_auth_time</c>: Whether ID tokens must tell when the user logged in (<c>auth_time</c>). Stored by
    /// Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    public bool? RequireAuthTime { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>default_acr_values</c>: The levels of authentication that are asked for if a request names none, the preferred
    /// one first. Stored by Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    public IReadOnlyList<string>? DefaultAcrValues { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>initiate_login_uri</c>: The address at which others, such as the server, may start a login to the client.
    /// Stored by Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    public string? InitiateLoginUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>subject_type</c>: Whether a user has the same identifier at all clients (<c>public</c>) or another one at each
    /// (<c>pairwise</c>). Stored by Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    public string? SubjectType { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>sector_identifier_uri</c>: The address of a list of redirect URIs; clients whose redirect URIs are on it share
    /// the pairwise identifiers of users. Stored by Authlete and dynamic registration. OpenID Connect Registration 1.0
    /// section 5.
    /// </summary>
    public string? SectorIdentifierUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>backchannel_token_delivery_mode</c>: How the client gets tokens after a login on another device (CIBA):
    /// <c>poll</c>, <c>ping</c> or <c>push</c>. Stored by Authlete and dynamic registration. CIBA Core 1.0 section 4.
    /// </summary>
    public string? BackchannelTokenDeliveryMode { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>backchannel_client_notification_endpoint</c>: The address to which the server sends notifications or tokens
    /// after a login on another device (CIBA). Stored by Authlete and dynamic registration. CIBA Core 1.0 section 4.
    /// </summary>
    public string? BackchannelClientNotificationEndpoint { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>backchannel_authentication_request_signing_alg</c>: The algorithm with which the client signs its requests for
    /// a login on another device (CIBA). Stored by Authlete and dynamic registration. CIBA Core 1.0 section 4.
    /// </summary>
    /// <seealso cref="SigningAlgorithms"/>
    public string? BackchannelAuthenticationRequestSigningAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>backchannel_user_code_parameter</c>: Whether the client sends a code that the user knows when it asks for a
    /// login on another device (CIBA). Stored by Authlete and dynamic registration. CIBA Core 1.0 section 4.
    /// </summary>
    public bool? BackchannelUserCodeParameter { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>credential_offer_endpoint</c>: The address at which the client, a wallet, takes offers of verifiable
    /// credentials. Stored by Authlete v3 and dynamic registration. OpenID for Verifiable Credential Issuance 1.0.
    /// </summary>
    public string? CredentialOfferEndpoint { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>client_registration_types</c>: How the client makes itself known to servers of a federation: <c>automatic</c>
    /// or <c>explicit</c>. The order does not matter. Stored by Authlete v2 and dynamic registration. OpenID Federation
    /// 1.0.
    /// </summary>
    public IReadOnlyList<string>? ClientRegistrationTypes { get => List(); init => (_values, _extensions) = With(value); }
}
