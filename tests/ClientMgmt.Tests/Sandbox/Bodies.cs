using System.Text.Json.Nodes;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>DocSpace request bodies that pass every check.</summary>
internal static class Bodies
{
    public const string Logo = "data:image/png;base64,iVBORw0KGgo=";

    public static JsonObject Create(Action<JsonObject>? change = null)
    {
        var body = new JsonObject
        {
            ["name"] = "Example",
            ["description"] = "text",
            ["logo"] = Logo,
            ["website_url"] = "https://www.example.com",
            ["terms_url"] = "https://www.example.com/terms",
            ["policy_url"] = "https://www.example.com/policy",
            ["logout_redirect_uri"] = "https://www.example.com/logout",
            ["redirect_uris"] = new JsonArray("http://localhost:3000/cb"),
            ["allowed_origins"] = new JsonArray("https://www.example.com"),
            ["scopes"] = new JsonArray("files:read"),
        };
        change?.Invoke(body);
        return body;
    }

    public static JsonObject Update(Action<JsonObject>? change = null)
    {
        var body = new JsonObject
        {
            ["name"] = "Changed",
            ["description"] = "changed",
            ["logo"] = Logo,
            ["allow_pkce"] = true,
            ["allowed_origins"] = new JsonArray("https://other.example.com"),
            ["redirect_uris"] = new JsonArray("https://other.example.com/cb"),
            ["scopes"] = new JsonArray("rooms:read"),
        };
        change?.Invoke(body);
        return body;
    }
}
