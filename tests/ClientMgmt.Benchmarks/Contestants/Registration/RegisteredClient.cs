using System.Text.Json.Serialization;

namespace ClientMgmt.Benchmarks.Contestants.Registration;

/// <summary>The ten fields that the plain contestants read, with values for a client to register.</summary>
internal sealed class RegisteredClient
{
    public static RegisteredClient New { get; } = new()
    {
        ClientName = "Orders",
        ClientUri = "https://orders.example.com/",
        LogoUri = "https://orders.example.com/logo.png",
        TokenEndpointAuthMethod = "client_secret_basic",
        Scope = "orders.read openid",
        RedirectUris = ["https://orders.example.com/cb", "https://orders.example.com/silent"],
        GrantTypes = ["authorization_code", "refresh_token"],
        ResponseTypes = ["code"],
    };

    [JsonPropertyName("client_id")]
    public string? ClientId { get; set; }

    [JsonPropertyName("client_secret")]
    public string? ClientSecret { get; set; }

    [JsonPropertyName("client_name")]
    public string? ClientName { get; set; }

    [JsonPropertyName("client_uri")]
    public string? ClientUri { get; set; }

    [JsonPropertyName("logo_uri")]
    public string? LogoUri { get; set; }

    [JsonPropertyName("token_endpoint_auth_method")]
    public string? TokenEndpointAuthMethod { get; set; }

    [JsonPropertyName("scope")]
    public string? Scope { get; set; }

    [JsonPropertyName("redirect_uris")]
    public List<string>? RedirectUris { get; set; }

    [JsonPropertyName("grant_types")]
    public List<string>? GrantTypes { get; set; }

    [JsonPropertyName("response_types")]
    public List<string>? ResponseTypes { get; set; }
}
