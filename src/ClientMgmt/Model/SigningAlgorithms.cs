namespace ClientMgmt;

/// <summary>JWS algorithms (RFC 7518 section 3, RFC 8037, RFC 8812), for the <c>…_signed_response_alg</c> and <c>…_signing_alg</c> values.</summary>
public static class SigningAlgorithms
{
    /// <summary>No signature.</summary>
    public const string None = "none";

    /// <summary>HMAC with SHA-256.</summary>
    public const string HS256 = "HS256";

    /// <summary>HMAC with SHA-384.</summary>
    public const string HS384 = "HS384";

    /// <summary>HMAC with SHA-512.</summary>
    public const string HS512 = "HS512";

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256.</summary>
    public const string RS256 = "RS256";

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-384.</summary>
    public const string RS384 = "RS384";

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-512.</summary>
    public const string RS512 = "RS512";

    /// <summary>ECDSA with SHA-256.</summary>
    public const string ES256 = "ES256";

    /// <summary>ECDSA with SHA-384.</summary>
    public const string ES384 = "ES384";

    /// <summary>ECDSA with SHA-512.</summary>
    public const string ES512 = "ES512";

    /// <summary>RSASSA-PSS with SHA-256.</summary>
    public const string PS256 = "PS256";

    /// <summary>RSASSA-PSS with SHA-384.</summary>
    public const string PS384 = "PS384";

    /// <summary>RSASSA-PSS with SHA-512.</summary>
    public const string PS512 = "PS512";

    /// <summary>ECDSA with secp256k1 and SHA-256.</summary>
    public const string ES256K = "ES256K";

    /// <summary>EdDSA, with Ed25519 or Ed448.</summary>
    public const string EdDsa = "EdDSA";
}
