using System.Text.Json;

namespace ClientMgmt.Tests.RealServers.Library;

/// <summary>A client that uses whatever can be set, with values that real servers take.</summary>
internal static class RichMetadata
{
    private static readonly JsonElement s_keys = JsonElement.Parse("""
        {"keys":[{"kty":"EC","crv":"P-256","kid":"a","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}
        """);

    private static readonly (string Name, Func<ClientMetadata, ClientMetadata> Set)[] s_values =
    [
        ("client_name", m => m with { ClientName = "Rich" }),
        ("client_name#", m => m with { ClientNames = new Dictionary<string, string> { ["de"] = "Reich" } }),
        ("client_uri", m => m with { ClientUri = "https://client.example.com/" }),
        ("logo_uri", m => m with { LogoUri = "https://client.example.com/logo.png" }),
        ("policy_uri", m => m with { PolicyUri = "https://client.example.com/policy" }),
        ("tos_uri", m => m with { TosUri = "https://client.example.com/tos" }),
        ("redirect_uris", m => m with { RedirectUris = ["https://client.example.com/cb", "https://client.example.com/other"] }),
        ("post_logout_redirect_uris", m => m with { PostLogoutRedirectUris = ["https://client.example.com/bye"] }),
        ("grant_types", m => m with { GrantTypes = [GrantTypes.AuthorizationCode, GrantTypes.RefreshToken] }),
        ("response_types", m => m with { ResponseTypes = ["code"] }),
        ("token_endpoint_auth_method", m => m with { TokenEndpointAuthMethod = ClientAuthenticationMethods.ClientSecretPost }),
        ("contacts", m => m with { Contacts = ["owner@example.com"] }),
        ("scope", m => m with { Scope = "openid profile" }),
        ("application_type", m => m with { ApplicationType = "web" }),
        ("subject_type", m => m with { SubjectType = "public" }),
        ("default_max_age", m => m with { DefaultMaxAge = 60 }),
        ("require_auth_time", m => m with { RequireAuthTime = true }),
        ("default_acr_values", m => m with { DefaultAcrValues = ["urn:example:loa:1"] }),
        ("initiate_login_uri", m => m with { InitiateLoginUri = "https://client.example.com/login" }),
        ("id_token_signed_response_alg", m => m with { IdTokenSignedResponseAlg = "ES256" }),
        ("userinfo_signed_response_alg", m => m with { UserinfoSignedResponseAlg = "ES256" }),
        ("request_object_signing_alg", m => m with { RequestObjectSigningAlg = "ES256" }),
        ("jwks", m => m with { Jwks = s_keys }),
        ("request_uris", m => m with { RequestUris = ["https://client.example.com/request"] }),
        ("software_id", m => m with { SoftwareId = "software" }),
        ("software_version", m => m with { SoftwareVersion = "1.0" }),
        ("organization_name", m => m with { OrganizationName = "Example" }),
        ("require_pushed_authorization_requests", m => m with { RequirePushedAuthorizationRequests = true }),
        ("authorization_details_types", m => m with { AuthorizationDetailsTypes = ["payment"] }),
        ("description", m => m with { Description = "A client for tests" }),
    ];

    public static ClientMetadata For(Capabilities capabilities, string name) => s_values
        .Where(v => capabilities.CanSetAtCreation(v.Name))
        .Aggregate(new ClientMetadata(), (metadata, value) => value.Set(metadata)) with { ClientName = name };

    /// <summary>The standard names whose values are not the same, of those that the first one has.</summary>
    public static IReadOnlyList<string> Differences(ClientMetadata asked, ClientMetadata stored) =>
        [.. ClientMetadata.StandardNames.Where(n => asked.GetValue(n) is { } value && IsSet(value) && Only(asked, n) != Only(stored, n))];

    public static bool IsSet(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False or JsonValueKind.Undefined => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.String => value.GetString() != "",
        _ => true,
    };

    // With one property only, so that lists compare as the record compares them.
    private static ClientMetadata Only(ClientMetadata metadata, string name) =>
        new ClientMetadata().WithValue(name, metadata.GetValue(name) ?? default);
}
