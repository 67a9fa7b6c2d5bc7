using ClientMgmt.Mapping;

namespace ClientMgmt.Authlete;

/// <summary>Authlete's words for the values that the standards name otherwise.</summary>
internal static class AuthleteVocabulary
{
    /// <summary>The type of clients that do not authenticate.</summary>
    public const string PublicClient = "PUBLIC";

    /// <summary>The type of clients that authenticate.</summary>
    public const string ConfidentialClient = "CONFIDENTIAL";

    /// <summary>Words that differ in case alone, such as <c>PAIRWISE</c> and <c>CLIENT_SECRET_BASIC</c>.</summary>
    public static Vocabulary LowerCase { get; } = new(w => w.ToLowerInvariant(), w => w.ToUpperInvariant());

    public static Vocabulary GrantTypes { get; } = new(
        ("AUTHORIZATION_CODE", ClientMgmt.GrantTypes.AuthorizationCode),
        ("IMPLICIT", ClientMgmt.GrantTypes.Implicit),
        ("PASSWORD", ClientMgmt.GrantTypes.Password),
        ("CLIENT_CREDENTIALS", ClientMgmt.GrantTypes.ClientCredentials),
        ("REFRESH_TOKEN", ClientMgmt.GrantTypes.RefreshToken),
        ("CIBA", ClientMgmt.GrantTypes.Ciba),
        ("DEVICE_CODE", ClientMgmt.GrantTypes.DeviceCode),
        ("TOKEN_EXCHANGE", ClientMgmt.GrantTypes.TokenExchange),
        ("JWT_BEARER", ClientMgmt.GrantTypes.JwtBearer),
        ("PRE_AUTHORIZED_CODE", ClientMgmt.GrantTypes.PreAuthorizedCode));

    public static Vocabulary ResponseTypes { get; } = new(
        ("NONE", "none"),
        ("CODE", "code"),
        ("TOKEN", "token"),
        ("ID_TOKEN", "id_token"),
        ("CODE_TOKEN", "code token"),
        ("CODE_ID_TOKEN", "code id_token"),
        ("ID_TOKEN_TOKEN", "id_token token"),
        ("CODE_ID_TOKEN_TOKEN", "code id_token token"));

    public static Vocabulary ResponseModes { get; } = new(
        ("QUERY", "query"),
        ("FRAGMENT", "fragment"),
        ("FORM_POST", "form_post"),
        ("JWT", "jwt"),
        ("QUERY_JWT", "query.jwt"),
        ("FRAGMENT_JWT", "fragment.jwt"),
        ("FORM_POST_JWT", "form_post.jwt"));

    public static IReadOnlyCollection<string> FapiModes { get; } =
    [
        "FAPI1_ADVANCED", "FAPI1_BASELINE", "FAPI2_MESSAGE_SIGNING_AUTH_REQ", "FAPI2_MESSAGE_SIGNING_AUTH_RES",
        "FAPI2_MESSAGE_SIGNING_INTROSPECTION_RES", "FAPI2_SECURITY",
    ];

    public static Vocabulary SigningAlgorithms { get; } = new(("NONE", "none"));

    public static Vocabulary KeyManagementAlgorithms { get; } = new(
        ("RSA_OAEP", "RSA-OAEP"),
        ("RSA_OAEP_256", "RSA-OAEP-256"),
        ("DIR", "dir"),
        ("ECDH_ES", "ECDH-ES"),
        ("ECDH_ES_A128KW", "ECDH-ES+A128KW"),
        ("ECDH_ES_A192KW", "ECDH-ES+A192KW"),
        ("ECDH_ES_A256KW", "ECDH-ES+A256KW"),
        ("PBES2_HS256_A128KW", "PBES2-HS256+A128KW"),
        ("PBES2_HS384_A192KW", "PBES2-HS384+A192KW"),
        ("PBES2_HS512_A256KW", "PBES2-HS512+A256KW"));

    public static Vocabulary ContentEncryptionAlgorithms { get; } = new(
        ("A128CBC_HS256", "A128CBC-HS256"),
        ("A192CBC_HS384", "A192CBC-HS384"),
        ("A256CBC_HS512", "A256CBC-HS512"));
}
