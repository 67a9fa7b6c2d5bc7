namespace ClientMgmt.Sandbox.Authlete;

/// <summary>The values that enumerated properties take.</summary>
internal static class KnownValues
{
    public static readonly string[] ClientTypes = ["PUBLIC", "CONFIDENTIAL"];

    public static readonly string[] ApplicationTypes = ["WEB", "NATIVE"];

    public static readonly string[] SubjectTypes = ["PUBLIC", "PAIRWISE"];

    public static readonly string[] DeliveryModes = ["POLL", "PING", "PUSH"];

    public static readonly string[] RegistrationTypes = ["AUTOMATIC", "EXPLICIT"];

    public static readonly string[] ResponseModes =
        ["QUERY", "FRAGMENT", "FORM_POST", "JWT", "QUERY_JWT", "FRAGMENT_JWT", "FORM_POST_JWT"];

    public static readonly string[] ResponseTypes =
    [
        "NONE", "CODE", "TOKEN", "ID_TOKEN", "CODE_TOKEN", "CODE_ID_TOKEN", "ID_TOKEN_TOKEN", "CODE_ID_TOKEN_TOKEN",
    ];

    public static readonly string[] GrantTypes =
    [
        "AUTHORIZATION_CODE", "IMPLICIT", "PASSWORD", "CLIENT_CREDENTIALS", "REFRESH_TOKEN", "CIBA", "DEVICE_CODE",
        "TOKEN_EXCHANGE", "JWT_BEARER", "PRE_AUTHORIZED_CODE",
    ];

    public static readonly string[] AuthMethods =
    [
        "NONE", "CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST", "CLIENT_SECRET_JWT", "PRIVATE_KEY_JWT", "TLS_CLIENT_AUTH",
        "SELF_SIGNED_TLS_CLIENT_AUTH", "ATTEST_JWT_CLIENT_AUTH", "SPIFFE_JWT",
    ];

    public static readonly string[] FapiModes =
    [
        "FAPI1_ADVANCED", "FAPI1_BASELINE", "FAPI2_MESSAGE_SIGNING_AUTH_REQ", "FAPI2_MESSAGE_SIGNING_AUTH_RES",
        "FAPI2_MESSAGE_SIGNING_INTROSPECTION_RES", "FAPI2_SECURITY",
    ];

    public static readonly string[] Sign =
    [
        "NONE", "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512",
        "ES256K", "EdDSA",
    ];

    public static readonly string[] EncryptionAlg =
    [
        "RSA1_5", "RSA_OAEP", "RSA_OAEP_256", "A128KW", "A192KW", "A256KW", "DIR", "ECDH_ES", "ECDH_ES_A128KW",
        "ECDH_ES_A192KW", "ECDH_ES_A256KW", "A128GCMKW", "A192GCMKW", "A256GCMKW", "PBES2_HS256_A128KW",
        "PBES2_HS384_A192KW", "PBES2_HS512_A256KW",
    ];

    public static readonly string[] EncryptionEnc =
        ["A128CBC_HS256", "A192CBC_HS384", "A256CBC_HS512", "A128GCM", "A192GCM", "A256GCM"];

    /// <summary>Values of the lists above that v2 does not have.</summary>
    public static readonly string[] V3Only = ["PRE_AUTHORIZED_CODE", "ATTEST_JWT_CLIENT_AUTH", "SPIFFE_JWT"];
}
