namespace ClientMgmt;

/// <summary>JWE key management algorithms (RFC 7518 section 4), for the <c>…_encrypted_response_alg</c> and <c>…_encryption_alg</c> values.</summary>
public static class KeyManagementAlgorithms
{
    /// <summary>RSAES-PKCS1-v1_5.</summary>
    public const string Rsa15 = "RSA1_5";

    /// <summary>RSAES OAEP.</summary>
    public const string RsaOaep = "RSA-OAEP";

    /// <summary>RSAES OAEP with SHA-256.</summary>
    public const string RsaOaep256 = "RSA-OAEP-256";

    /// <summary>AES key wrap of 128 bits.</summary>
    public const string A128KW = "A128KW";

    /// <summary>AES key wrap of 192 bits.</summary>
    public const string A192KW = "A192KW";

    /// <summary>AES key wrap of 256 bits.</summary>
    public const string A256KW = "A256KW";

    /// <summary>A shared key, used directly.</summary>
    public const string Direct = "dir";

    /// <summary>ECDH-ES, used directly.</summary>
    public const string EcdhEs = "ECDH-ES";

    /// <summary>ECDH-ES with AES key wrap of 128 bits.</summary>
    public const string EcdhEsA128KW = "ECDH-ES+A128KW";

    /// <summary>ECDH-ES with AES key wrap of 192 bits.</summary>
    public const string EcdhEsA192KW = "ECDH-ES+A192KW";

    /// <summary>ECDH-ES with AES key wrap of 256 bits.</summary>
    public const string EcdhEsA256KW = "ECDH-ES+A256KW";

    /// <summary>AES GCM key wrap of 128 bits.</summary>
    public const string A128GcmKW = "A128GCMKW";

    /// <summary>AES GCM key wrap of 192 bits.</summary>
    public const string A192GcmKW = "A192GCMKW";

    /// <summary>AES GCM key wrap of 256 bits.</summary>
    public const string A256GcmKW = "A256GCMKW";

    /// <summary>PBES2 with HMAC SHA-256 and AES key wrap of 128 bits.</summary>
    public const string Pbes2HS256A128KW = "PBES2-HS256+A128KW";

    /// <summary>PBES2 with HMAC SHA-384 and AES key wrap of 192 bits.</summary>
    public const string Pbes2HS384A192KW = "PBES2-HS384+A192KW";

    /// <summary>PBES2 with HMAC SHA-512 and AES key wrap of 256 bits.</summary>
    public const string Pbes2HS512A256KW = "PBES2-HS512+A256KW";
}
