using System.Text.Json;

namespace ClientMgmt;

// The keys and certificates of a client, and how messages to and from it are signed and encrypted.
public sealed partial record ClientMetadata
{
    /// <summary><c>jwks_uri</c>: Where the client's public keys are (RFC 7591 section 2).</summary>
    public string? JwksUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary><c>jwks</c>: The client's public keys as a JSON object (RFC 7591 section 2).</summary>
    public JsonElement? Jwks { get => Get() as JsonElement?; init => (_values, _extensions) = With(value); }

    /// <summary><c>signed_jwks_uri</c>: Where the signed key set is (OpenID Federation 1.0).</summary>
    public string? SignedJwksUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary><c>tls_client_auth_subject_dn</c>: The subject of the client's certificate (RFC 8705 section 2.1.2).</summary>
    public string? TlsClientAuthSubjectDn { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary><c>tls_client_auth_san_dns</c>: The DNS name in the client's certificate (RFC 8705 section 2.1.2).</summary>
    public string? TlsClientAuthSanDns { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary><c>tls_client_auth_san_uri</c>: The URI in the client's certificate (RFC 8705 section 2.1.2).</summary>
    public string? TlsClientAuthSanUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary><c>tls_client_auth_san_ip</c>: The IP address in the client's certificate (RFC 8705 section 2.1.2).</summary>
    public string? TlsClientAuthSanIp { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>tls_client_auth_san_email</c>: The e-mail address in the client's certificate (RFC 8705 section 2.1.2).
    /// </summary>
    public string? TlsClientAuthSanEmail { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>tls_client_certificate_bound_access_tokens</c>: Whether access tokens are bound to the client's certificate
    /// (RFC 8705 section 3.4).
    /// </summary>
    public bool? TlsClientCertificateBoundAccessTokens { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>use_mtls_endpoint_aliases</c>: Whether the client uses the endpoints of RFC 8705 section 5 (FAPI 2.0
    /// practice).
    /// </summary>
    public bool? UseMtlsEndpointAliases { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>spiffe_id</c>: The SPIFFE ID that the client authenticates with (draft-ietf-oauth-spiffe-client-auth).
    /// </summary>
    public string? SpiffeId { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>spiffe_bundle_endpoint</c>: Where the keys of the client's trust domain are (draft-ietf-oauth-spiffe-client-auth).
    /// </summary>
    public string? SpiffeBundleEndpoint { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>id_token_signed_response_alg</c>: The JWS algorithm of ID tokens (OpenID Connect Registration 1.0 section
    /// 2).
    /// </summary>
    /// <seealso cref="SigningAlgorithms"/>
    public string? IdTokenSignedResponseAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>id_token_encrypted_response_alg</c>: The JWE key management of ID tokens (OpenID Connect Registration 1.0
    /// section 2).
    /// </summary>
    /// <seealso cref="KeyManagementAlgorithms"/>
    public string? IdTokenEncryptedResponseAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>id_token_encrypted_response_enc</c>: The JWE content encryption of ID tokens (OpenID Connect Registration
    /// 1.0 section 2).
    /// </summary>
    /// <seealso cref="ContentEncryptionAlgorithms"/>
    public string? IdTokenEncryptedResponseEnc { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>userinfo_signed_response_alg</c>: The JWS algorithm of user info (OpenID Connect Registration 1.0 section
    /// 2).
    /// </summary>
    /// <seealso cref="SigningAlgorithms"/>
    public string? UserinfoSignedResponseAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>userinfo_encrypted_response_alg</c>: The JWE key management of user info (OpenID Connect Registration 1.0
    /// section 2).
    /// </summary>
    /// <seealso cref="KeyManagementAlgorithms"/>
    public string? UserinfoEncryptedResponseAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>userinfo_encrypted_response_enc</c>: The JWE content encryption of user info (OpenID Connect Registration
    /// 1.0 section 2).
    /// </summary>
    /// <seealso cref="ContentEncryptionAlgorithms"/>
    public string? UserinfoEncryptedResponseEnc { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>authorization_signed_response_alg</c>: The JWS algorithm of authorization responses (JARM, client
    /// metadata).
    /// </summary>
    /// <seealso cref="SigningAlgorithms"/>
    public string? AuthorizationSignedResponseAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>authorization_encrypted_response_alg</c>: The JWE key management of authorization responses (JARM, client
    /// metadata).
    /// </summary>
    /// <seealso cref="KeyManagementAlgorithms"/>
    public string? AuthorizationEncryptedResponseAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>authorization_encrypted_response_enc</c>: The JWE content encryption of authorization responses (JARM,
    /// client metadata).
    /// </summary>
    /// <seealso cref="ContentEncryptionAlgorithms"/>
    public string? AuthorizationEncryptedResponseEnc { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>request_object_signing_alg</c>: The JWS algorithm of request objects (OpenID Connect Registration 1.0
    /// section 2).
    /// </summary>
    /// <seealso cref="SigningAlgorithms"/>
    public string? RequestObjectSigningAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>request_object_encryption_alg</c>: The JWE key management of request objects (OpenID Connect Registration
    /// 1.0 section 2).
    /// </summary>
    /// <seealso cref="KeyManagementAlgorithms"/>
    public string? RequestObjectEncryptionAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>request_object_encryption_enc</c>: The JWE content encryption of request objects (OpenID Connect
    /// Registration 1.0 section 2).
    /// </summary>
    /// <seealso cref="ContentEncryptionAlgorithms"/>
    public string? RequestObjectEncryptionEnc { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>request_uris</c>: Where request objects may come from (OpenID Connect Registration 1.0 section 2). A set.
    /// </summary>
    public IReadOnlyList<string>? RequestUris { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>require_signed_request_object</c>: Whether authorization requests must be signed (RFC 9101 section 10.5).
    /// </summary>
    public bool? RequireSignedRequestObject { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>digest_algorithm</c>: The digest of external attachments, for example <c>sha-256</c> (OpenID Connect for
    /// Identity Assurance 1.0).
    /// </summary>
    public string? DigestAlgorithm { get => Text(); init => (_values, _extensions) = With(value); }
}
