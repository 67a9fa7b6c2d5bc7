using System.Text.Json.Serialization;

namespace ClientMgmt.Benchmarks.Contestants.Authlete;

/// <summary>The ten fields of the plain contestants, with values for a client to create.</summary>
internal sealed class AuthleteClient
{
    public static AuthleteClient New { get; } = new()
    {
        ClientName = "Orders",
        Description = "Takes orders",
        ClientType = "CONFIDENTIAL",
        ClientUri = "https://orders.example.com/",
        LogoUri = "https://orders.example.com/logo.png",
        TokenAuthMethod = "CLIENT_SECRET_BASIC",
        RedirectUris = ["https://orders.example.com/cb", "https://orders.example.com/silent"],
        GrantTypes = ["AUTHORIZATION_CODE", "REFRESH_TOKEN"],
        ResponseTypes = ["CODE"],
    };

    [JsonPropertyName("clientId")]
    public long? ClientId { get; set; }

    [JsonPropertyName("clientName")]
    public string? ClientName { get; set; }

    [JsonPropertyName("description")]
    public string? Description { get; set; }

    [JsonPropertyName("clientType")]
    public string? ClientType { get; set; }

    [JsonPropertyName("clientUri")]
    public string? ClientUri { get; set; }

    [JsonPropertyName("logoUri")]
    public string? LogoUri { get; set; }

    [JsonPropertyName("tokenAuthMethod")]
    public string? TokenAuthMethod { get; set; }

    [JsonPropertyName("redirectUris")]
    public List<string>? RedirectUris { get; set; }

    [JsonPropertyName("grantTypes")]
    public List<string>? GrantTypes { get; set; }

    [JsonPropertyName("responseTypes")]
    public List<string>? ResponseTypes { get; set; }
}
