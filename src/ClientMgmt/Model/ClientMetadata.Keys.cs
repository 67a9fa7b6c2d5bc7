using System.Text.Json;

namespace ClientMgmt;

// The keys and certificates of a client, and how messages to and from it are signed and encrypted.
public sealed partial record ClientMetadata
{
    /// <summary><c>jwks_uri</c>: Where the client's public keys are (RFC 7591 section 2).</summary>
    public string? JwksUri { get => Text("jwks_uri"); init => _values = With("jwks_uri", value); }

    /// <summary><c>jwks</c>: The client's public keys as a JSON object (RFC 7591 section 2).</summary>
    public JsonElement? Jwks { get => Value("jwks") as JsonElement?; init => _values = With("jwks", value); }

    /// <summary><c>signed_jwks_uri</c>: Where the signed key set is (OpenID Federation 1.0).</summary>
    public string? SignedJwksUri { get => Text("signed_jwks_uri"); init => _values = With("signed_jwks_uri", value); }

    /// <summary><c>tls_client_auth_subject_dn</c>: RFC 8705 section 2.1.2.</summary>
    public string? TlsClientAuthSubjectDn
    {
        get => Text("tls_client_auth_subject_dn");
        init => _values = With("tls_client_auth_subject_dn", value);
    }

    /// <summary><c>tls_client_auth_san_dns</c>: RFC 8705 section 2.1.2.</summary>
    public string? TlsClientAuthSanDns
    {
        get => Text("tls_client_auth_san_dns");
        init => _values = With("tls_client_auth_san_dns", value);
    }

    /// <summary><c>tls_client_auth_san_uri</c>: RFC 8705 section 2.1.2.</summary>
    public string? TlsClientAuthSanUri
    {
        get => Text("tls_client_auth_san_uri");
        init => _values = With("tls_client_auth_san_uri", value);
    }

    /// <summary><c>tls_client_auth_san_ip</c>: RFC 8705 section 2.1.2.</summary>
    public string? TlsClientAuthSanIp
    {
        get => Text("tls_client_auth_san_ip");
        init => _values = With("tls_client_auth_san_ip", value);
    }

    /// <summary><c>tls_client_auth_san_email</c>: RFC 8705 section 2.1.2.</summary>
    public string? TlsClientAuthSanEmail
    {
        get => Text("tls_client_auth_san_email");
        init => _values = With("tls_client_auth_san_email", value);
    }

    /// <summary><c>tls_client_certificate_bound_access_tokens</c>: RFC 8705 section 3.4.</summary>
    public bool? TlsClientCertificateBoundAccessTokens
    {
        get => Flag("tls_client_certificate_bound_access_tokens");
        init => _values = With("tls_client_certificate_bound_access_tokens", value);
    }

    /// <summary>
    /// <c>use_mtls_endpoint_aliases</c>: Whether the client uses the endpoints of RFC 8705 section 5 (FAPI 2.0
    /// practice).
    /// </summary>
    public bool? UseMtlsEndpointAliases
    {
        get => Flag("use_mtls_endpoint_aliases");
        init => _values = With("use_mtls_endpoint_aliases", value);
    }

    /// <summary><c>id_token_signed_response_alg</c>: OpenID Connect Registration 1.0 section 2.</summary>
    public string? IdTokenSignedResponseAlg
    {
        get => Text("id_token_signed_response_alg");
        init => _values = With("id_token_signed_response_alg", value);
    }

    /// <summary><c>id_token_encrypted_response_alg</c>: OpenID Connect Registration 1.0 section 2.</summary>
    public string? IdTokenEncryptedResponseAlg
    {
        get => Text("id_token_encrypted_response_alg");
        init => _values = With("id_token_encrypted_response_alg", value);
    }

    /// <summary><c>id_token_encrypted_response_enc</c>: OpenID Connect Registration 1.0 section 2.</summary>
    public string? IdTokenEncryptedResponseEnc
    {
        get => Text("id_token_encrypted_response_enc");
        init => _values = With("id_token_encrypted_response_enc", value);
    }

    /// <summary><c>userinfo_signed_response_alg</c>: OpenID Connect Registration 1.0 section 2.</summary>
    public string? UserinfoSignedResponseAlg
    {
        get => Text("userinfo_signed_response_alg");
        init => _values = With("userinfo_signed_response_alg", value);
    }

    /// <summary><c>userinfo_encrypted_response_alg</c>: OpenID Connect Registration 1.0 section 2.</summary>
    public string? UserinfoEncryptedResponseAlg
    {
        get => Text("userinfo_encrypted_response_alg");
        init => _values = With("userinfo_encrypted_response_alg", value);
    }

    /// <summary><c>userinfo_encrypted_response_enc</c>: OpenID Connect Registration 1.0 section 2.</summary>
    public string? UserinfoEncryptedResponseEnc
    {
        get => Text("userinfo_encrypted_response_enc");
        init => _values = With("userinfo_encrypted_response_enc", value);
    }

    /// <summary><c>authorization_signed_response_alg</c>: JARM, client metadata.</summary>
    public string? AuthorizationSignedResponseAlg
    {
        get => Text("authorization_signed_response_alg");
        init => _values = With("authorization_signed_response_alg", value);
    }

    /// <summary><c>authorization_encrypted_response_alg</c>: JARM, client metadata.</summary>
    public string? AuthorizationEncryptedResponseAlg
    {
        get => Text("authorization_encrypted_response_alg");
        init => _values = With("authorization_encrypted_response_alg", value);
    }

    /// <summary><c>authorization_encrypted_response_enc</c>: JARM, client metadata.</summary>
    public string? AuthorizationEncryptedResponseEnc
    {
        get => Text("authorization_encrypted_response_enc");
        init => _values = With("authorization_encrypted_response_enc", value);
    }

    /// <summary><c>request_object_signing_alg</c>: OpenID Connect Registration 1.0 section 2.</summary>
    public string? RequestObjectSigningAlg
    {
        get => Text("request_object_signing_alg");
        init => _values = With("request_object_signing_alg", value);
    }

    /// <summary><c>request_object_encryption_alg</c>: OpenID Connect Registration 1.0 section 2.</summary>
    public string? RequestObjectEncryptionAlg
    {
        get => Text("request_object_encryption_alg");
        init => _values = With("request_object_encryption_alg", value);
    }

    /// <summary><c>request_object_encryption_enc</c>: OpenID Connect Registration 1.0 section 2.</summary>
    public string? RequestObjectEncryptionEnc
    {
        get => Text("request_object_encryption_enc");
        init => _values = With("request_object_encryption_enc", value);
    }

    /// <summary>
    /// <c>request_uris</c>: Pre-registered request objects (OpenID Connect Registration 1.0 section 2). A set.
    /// </summary>
    public IReadOnlyList<string>? RequestUris
    {
        get => List("request_uris");
        init => _values = With("request_uris", value);
    }

    /// <summary><c>require_signed_request_object</c>: RFC 9101 section 10.5.</summary>
    public bool? RequireSignedRequestObject
    {
        get => Flag("require_signed_request_object");
        init => _values = With("require_signed_request_object", value);
    }

    /// <summary>
    /// <c>digest_algorithm</c>: The digest of external attachments, for example <c>sha-256</c> (OpenID Connect for
    /// Identity Assurance 1.0).
    /// </summary>
    public string? DigestAlgorithm
    {
        get => Text("digest_algorithm");
        init => _values = With("digest_algorithm", value);
    }
}
