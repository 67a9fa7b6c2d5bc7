using System.Text.Json.Serialization;

namespace ClientMgmt.Benchmarks.Contestants.DocSpace;

/// <summary>A client to create, with all that a portal demands.</summary>
internal sealed class NewPortalClient
{
    public static NewPortalClient Default { get; } = new();

    [JsonPropertyName("name")]
    public string Name { get; } = "Orders";

    [JsonPropertyName("description")]
    public string Description { get; } = "Takes orders";

    [JsonPropertyName("logo")]
    public string Logo { get; } = $"data:image/png;base64,iVBORw0KGgo{new string('A', 340)}=";

    [JsonPropertyName("website_url")]
    public string WebsiteUrl { get; } = "https://orders.example.com/";

    [JsonPropertyName("terms_url")]
    public string TermsUrl { get; } = "https://orders.example.com/tos";

    [JsonPropertyName("policy_url")]
    public string PolicyUrl { get; } = "https://orders.example.com/policy";

    [JsonPropertyName("logout_redirect_uri")]
    public string LogoutRedirectUri { get; } = "https://orders.example.com/bye";

    [JsonPropertyName("scopes")]
    public List<string> Scopes { get; } = ["files:read", "openid"];

    [JsonPropertyName("redirect_uris")]
    public List<string> RedirectUris { get; } = ["https://orders.example.com/cb", "https://orders.example.com/silent"];

    [JsonPropertyName("allowed_origins")]
    public List<string> AllowedOrigins { get; } = ["https://orders.example.com"];
}
