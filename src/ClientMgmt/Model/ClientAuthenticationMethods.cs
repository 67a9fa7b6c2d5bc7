namespace ClientMgmt;

/// <summary>Registered values of <c>token_endpoint_auth_method</c> (RFC 7591, OpenID Connect Core 1.0, RFC 8705).</summary>
public static class ClientAuthenticationMethods
{
    /// <summary>A public client, without authentication (RFC 7591 section 2).</summary>
    public const string None = "none";

    /// <summary>The secret in HTTP Basic (RFC 6749 section 2.3.1).</summary>
    public const string ClientSecretBasic = "client_secret_basic";

    /// <summary>The secret in the form body (RFC 6749 section 2.3.1).</summary>
    public const string ClientSecretPost = "client_secret_post";

    /// <summary>A JWT signed with the secret (OpenID Connect Core 1.0 section 9).</summary>
    public const string ClientSecretJwt = "client_secret_jwt";

    /// <summary>A JWT signed with a private key (OpenID Connect Core 1.0 section 9).</summary>
    public const string PrivateKeyJwt = "private_key_jwt";

    /// <summary>A certificate from a known authority (RFC 8705 section 2.1).</summary>
    public const string TlsClientAuth = "tls_client_auth";

    /// <summary>A self-signed certificate (RFC 8705 section 2.2).</summary>
    public const string SelfSignedTlsClientAuth = "self_signed_tls_client_auth";

    /// <summary>Attestation-based client authentication (draft-ietf-oauth-attestation-based-client-auth).</summary>
    public const string AttestJwtClientAuth = "attest_jwt_client_auth";

    /// <summary>A JWT of a SPIFFE workload (draft-ietf-oauth-spiffe-client-auth).</summary>
    public const string SpiffeJwt = "spiffe_jwt";
}
