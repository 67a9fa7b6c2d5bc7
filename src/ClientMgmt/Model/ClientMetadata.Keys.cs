using System.Text.Json;

namespace ClientMgmt;

// The keys and certificates of a client, and how messages to and from it are signed and encrypted.
public sealed partial record ClientMetadata
{
    /// <summary>
    /// <c>jwks_uri</c>: The address of the client's public keys, as a JSON Web Key Set. Stored by Authlete and dynamic
    /// registration. RFC 7591 section 2.
    /// </summary>
    public string? JwksUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>jwks</c>: The client's public keys themselves, as a JSON Web Key Set; instead of <see cref="JwksUri"/>. Stored
    /// by Authlete and dynamic registration. RFC 7591 section 2.
    /// </summary>
    public JsonElement? Jwks { get => Get() as JsonElement?; init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>signed_jwks_uri</c>: The address of the client's public keys in a signed document, for federations. Stored by
    /// Authlete v2 and dynamic registration. OpenID Federation 1.0.
    /// </summary>
    public string? SignedJwksUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>tls_client_auth_subject_dn</c>: The subject (distinguished name) that the client's TLS certificate must have.
    /// Stored by Authlete and dynamic registration. RFC 8705 section 2.1.2.
    /// </summary>
    public string? TlsClientAuthSubjectDn { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>tls_client_auth_san_dns</c>: The DNS name that the client's TLS certificate must have. Stored by Authlete and
    /// dynamic registration. RFC 8705 section 2.1.2.
    /// </summary>
    public string? TlsClientAuthSanDns { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>tls_client_auth_san_uri</c>: The URI that the client's TLS certificate must have. Stored by Authlete and
    /// dynamic registration. RFC 8705 section 2.1.2.
    /// </summary>
    public string? TlsClientAuthSanUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>tls_client_auth_san_ip</c>: The IP address that the client's TLS certificate must have. Stored by Authlete and
    /// dynamic registration. RFC 8705 section 2.1.2.
    /// </summary>
    public string? TlsClientAuthSanIp { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>tls_client_auth_san_email</c>: The e-mail address that the client's TLS certificate must have. Stored by
    /// Authlete and dynamic registration. RFC 8705 section 2.1.2.
    /// </summary>
    public string? TlsClientAuthSanEmail { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>tls_client_certificate_bound_access_tokens</c>: Whether access tokens are of use only over a TLS connection
    /// with the client's certificate. Stored by Authlete and dynamic registration. RFC 8705 section 3.4.
    /// </summary>
    public bool? TlsClientCertificateBoundAccessTokens { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>use_mtls_endpoint_aliases</c>: Whether the client calls the server's separate addresses for TLS with client
    /// certificates. Stored by Authlete v3 and dynamic registration. RFC 8705 section 5.
    /// </summary>
    public bool? UseMtlsEndpointAliases { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>spiffe_id</c>: The SPIFFE ID with which the client proves who it is. Stored by Authlete v3 and dynamic
    /// registration. draft-ietf-oauth-spiffe-client-auth.
    /// </summary>
    public string? SpiffeId { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>spiffe_bundle_endpoint</c>: The address of the keys that vouch for the client's SPIFFE ID. Stored by Authlete
    /// v3 and dynamic registration. draft-ietf-oauth-spiffe-client-auth.
    /// </summary>
    public string? SpiffeBundleEndpoint { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>id_token_signed_response_alg</c>: The algorithm with which the server signs ID tokens for the client. Stored
    /// by Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    /// <seealso cref="SigningAlgorithms"/>
    public string? IdTokenSignedResponseAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>id_token_encrypted_response_alg</c>: The algorithm that encrypts the content key of ID tokens for
    /// the client. Stored by Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    /// <seealso cref="KeyManagementAlgorithms"/>
    public string? IdTokenEncryptedResponseAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>id_token_encrypted_response_enc</c>: The algorithm that encrypts the content of ID tokens for the client.
    /// Stored by Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    /// <seealso cref="ContentEncryptionAlgorithms"/>
    public string? IdTokenEncryptedResponseEnc { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>userinfo_signed_response_alg</c>: The algorithm with which the server signs user info responses to the client.
    /// Stored by Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    /// <seealso cref="SigningAlgorithms"/>
    public string? UserinfoSignedResponseAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>userinfo_encrypted_response_alg</c>: The algorithm that encrypts the content key of user info
    /// responses to the client. Stored by Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    /// <seealso cref="KeyManagementAlgorithms"/>
    public string? UserinfoEncryptedResponseAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>userinfo_encrypted_response_enc</c>: The algorithm that encrypts the content of user info responses to the
    /// client. Stored by Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    /// <seealso cref="ContentEncryptionAlgorithms"/>
    public string? UserinfoEncryptedResponseEnc { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>authorization_signed_response_alg</c>: The algorithm with which the server signs authorization responses to
    /// the client. Stored by Authlete and dynamic registration. JWT Secured Authorization Response Mode (JARM) section
    /// 3.
    /// </summary>
    /// <seealso cref="SigningAlgorithms"/>
    public string? AuthorizationSignedResponseAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>authorization_encrypted_response_alg</c>: The algorithm that encrypts the content key of
    /// authorization responses to the client. Stored by Authlete and dynamic registration. JWT Secured Authorization
    /// Response Mode (JARM) section 3.
    /// </summary>
    /// <seealso cref="KeyManagementAlgorithms"/>
    public string? AuthorizationEncryptedResponseAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>authorization_encrypted_response_enc</c>: The algorithm that encrypts the content of authorization responses
    /// to the client. Stored by Authlete and dynamic registration. JWT Secured Authorization Response Mode (JARM)
    /// section 3.
    /// </summary>
    /// <seealso cref="ContentEncryptionAlgorithms"/>
    public string? AuthorizationEncryptedResponseEnc { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>request_object_signing_alg</c>: The algorithm with which the client signs its request objects. Stored by
    /// Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    /// <seealso cref="SigningAlgorithms"/>
    public string? RequestObjectSigningAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>request_object_encryption_alg</c>: The algorithm that encrypts the content key of the client's
    /// request objects. Stored by Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    /// <seealso cref="KeyManagementAlgorithms"/>
    public string? RequestObjectEncryptionAlg { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>request_object_encryption_enc</c>: The algorithm that encrypts the content of the client's request objects.
    /// Stored by Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    /// <seealso cref="ContentEncryptionAlgorithms"/>
    public string? RequestObjectEncryptionEnc { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>request_uris</c>: The addresses from which the server may fetch request objects of the client. The order does
    /// not matter. Stored by Authlete and dynamic registration. OpenID Connect Registration 1.0 section 2.
    /// </summary>
    public IReadOnlyList<string>? RequestUris { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>require_signed_request_object</c>: Whether the client must send its authorization requests as signed request
    /// objects. Stored by Authlete and dynamic registration. RFC 9101 section 10.5.
    /// </summary>
    public bool? RequireSignedRequestObject { get => Flag(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>digest_algorithm</c>: The hash algorithm for attachments that identity claims refer to, for example
    /// <c>sha-256</c>. Stored by Authlete and dynamic registration. OpenID Connect for Identity Assurance 1.0.
    /// </summary>
    public string? DigestAlgorithm { get => Text(); init => (_values, _extensions) = With(value); }
}
