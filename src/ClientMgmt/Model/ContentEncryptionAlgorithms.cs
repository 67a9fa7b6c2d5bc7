namespace ClientMgmt;

/// <summary>JWE content encryption algorithms (RFC 7518 section 5), for the <c>…_encrypted_response_enc</c> and <c>…_encryption_enc</c> values.</summary>
public static class ContentEncryptionAlgorithms
{
    /// <summary>AES CBC of 128 bits with HMAC SHA-256.</summary>
    public const string A128CbcHS256 = "A128CBC-HS256";

    /// <summary>AES CBC of 192 bits with HMAC SHA-384.</summary>
    public const string A192CbcHS384 = "A192CBC-HS384";

    /// <summary>AES CBC of 256 bits with HMAC SHA-512.</summary>
    public const string A256CbcHS512 = "A256CBC-HS512";

    /// <summary>AES GCM of 128 bits.</summary>
    public const string A128Gcm = "A128GCM";

    /// <summary>AES GCM of 192 bits.</summary>
    public const string A192Gcm = "A192GCM";

    /// <summary>AES GCM of 256 bits.</summary>
    public const string A256Gcm = "A256GCM";
}
