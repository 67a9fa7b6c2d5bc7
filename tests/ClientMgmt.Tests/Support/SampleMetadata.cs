namespace ClientMgmt.Tests.Support;

/// <summary>A client that uses whatever a backend can store.</summary>
public static class SampleMetadata
{
    public const string Logo = "data:image/png;base64,iVBORw0KGgo=";

    private static readonly (string Name, Func<ClientMetadata, ClientMetadata> Set)[] s_values =
    [
        ("client_name", m => m with { ClientName = "Portable client" }),
        ("description", m => m with { Description = "A client for tests" }),
        ("client_uri", m => m with { ClientUri = "https://client.example.com/" }),
        ("logo_uri", m => m with { LogoUri = Logo }),
        ("policy_uri", m => m with { PolicyUri = "https://client.example.com/policy" }),
        ("tos_uri", m => m with { TosUri = "https://client.example.com/tos" }),
        ("redirect_uris", m => m with { RedirectUris = ["https://client.example.com/cb", "http://localhost:3000/cb"] }),
        ("post_logout_redirect_uris", m => m with { PostLogoutRedirectUris = ["https://client.example.com/bye"] }),
        ("allowed_origins", m => m with { AllowedOrigins = ["https://client.example.com"] }),
        ("grant_types", m => m with { GrantTypes = [GrantTypes.AuthorizationCode, GrantTypes.RefreshToken] }),
        ("response_types", m => m with { ResponseTypes = ["code", "id_token code"] }),
        ("token_endpoint_auth_method", m => m with { TokenEndpointAuthMethod = ClientAuthenticationMethods.ClientSecretPost }),
        ("contacts", m => m with { Contacts = ["owner@example.com"] }),
    ];

    // What every server of dynamic registration takes, whatever it checks.
    private static readonly (string Name, Func<ClientMetadata, ClientMetadata> Set)[] s_standardValues =
    [
        ("logo_uri", m => m with { LogoUri = "https://client.example.com/logo.png" }),
        ("response_types", m => m with { ResponseTypes = ["code"] }),
    ];

    public static ClientMetadata For(Capabilities capabilities) => s_values.Concat(IsStandard(capabilities) ? s_standardValues : [])
        .Where(v => capabilities.CanSetAtCreation(v.Name))
        .Aggregate(new ClientMetadata { Scope = Scope(capabilities) }, (metadata, value) => value.Set(metadata));

    /// <summary>Scopes that the sandbox's catalogue knows.</summary>
    public static string Scope(Capabilities capabilities) => IsPortal(capabilities) ? "files:read openid" : "openid profile";

    /// <summary>Whether a backend is one that takes no client without scopes, and has a catalogue of its own of them.</summary>
    public static bool IsPortal(Capabilities capabilities) => capabilities.Metadata.GetValueOrDefault("scope")?.RequiredAtCreation == true;

    /// <summary>Whether a backend has no names but those of the standards.</summary>
    public static bool IsStandard(Capabilities capabilities) => !capabilities.Metadata.ContainsKey("description");

    /// <summary>A property whose value may be any address, and which every backend shows that has it.</summary>
    public static string AnyText(Capabilities capabilities) => capabilities.CanUpdate("description") ? "description" : "client_uri";

    /// <summary>Sets that property.</summary>
    public static ClientMetadata WithText(this ClientMetadata metadata, Capabilities capabilities, string text) =>
        capabilities.CanUpdate("description") ? metadata with { Description = text } : metadata with { ClientUri = text };

    /// <summary>The value of that property, where every client has one.</summary>
    public static string? TextOf(ClientMetadata metadata) => metadata.Description ?? metadata.ClientUri;
}
