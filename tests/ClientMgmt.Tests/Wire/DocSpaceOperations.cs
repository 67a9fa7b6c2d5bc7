using static ClientMgmt.Tests.Wire.WireAnswer;

namespace ClientMgmt.Tests.Wire;

/// <summary>The 15 operations of DocSpace, and those that are made of them.</summary>
public static class DocSpaceOperations
{
    public const string StoredSecret = "stored-client-secret-0001";
    public const string Logo = "data:image/png;base64,iVBORw0KGgo=";
    public const string Client = $$"""
        {
          "client_id": "17", "client_secret": "{{StoredSecret}}", "name": "Old", "description": "Text", "logo": "{{Logo}}",
          "website_url": "https://a.example.com/", "terms_url": "https://a.example.com/t",
          "policy_url": "https://a.example.com/p", "logout_redirect_uris": ["https://a.example.com/o"],
          "redirect_uris": ["https://a.example.com/cb"], "allowed_origins": ["https://a.example.com"],
          "scopes": ["files:read", "openid"], "authentication_methods": ["client_secret_post", "none"], "enabled": true
        }
        """;

    public const string UpdateBody = $$"""
        {
          "name": "Old", "description": "Text", "logo": "{{Logo}}", "redirect_uris": ["https://a.example.com/cb"],
          "allowed_origins": ["https://a.example.com"], "scopes": ["files:read", "openid"], "allow_pkce": true
        }
        """;

    private const string CreateBody = $$"""
        {
          "name": "Old", "description": "Text", "logo": "{{Logo}}", "website_url": "https://a.example.com/",
          "terms_url": "https://a.example.com/t", "policy_url": "https://a.example.com/p",
          "logout_redirect_uri": "https://a.example.com/o", "redirect_uris": ["https://a.example.com/cb"],
          "allowed_origins": ["https://a.example.com"], "scopes": ["files:read", "openid"], "allow_pkce": true
        }
        """;

    public static ClientMetadata Metadata { get; } = new()
    {
        ClientName = "Old",
        Description = "Text",
        LogoUri = Logo,
        ClientUri = "https://a.example.com/",
        TosUri = "https://a.example.com/t",
        PolicyUri = "https://a.example.com/p",
        PostLogoutRedirectUris = ["https://a.example.com/o"],
        RedirectUris = ["https://a.example.com/cb"],
        AllowedOrigins = ["https://a.example.com"],
        Scope = "files:read openid",
        TokenEndpointAuthMethod = ClientAuthenticationMethods.None,
    };

    public static IEnumerable<WireOperation> All(string root = "/api/2.0")
    {
        WireOperation Row(ClientOperation operation, Func<IClientManagement, string, Task> run, params WireExchange[] exchanges) =>
            new(Backend.DocSpace, operation, run, exchanges);
        WireExchange Send(string method, string path, WireAnswer answer, string? body = null) =>
            new($"{method} {root}/{path}", answer, body);
        WireExchange Put(string name, string value) =>
            Send("PUT", "clients/{id}", Ok(), Json.With(UpdateBody, name, value));

        WireExchange read = Send("GET", "clients/{id}", Ok(Client));
        WireExchange ReadBack(string name, string value) => Send("GET", "clients/{id}", Ok(Json.With(Client, name, value)));
        WireAnswer none = Ok("""{"data":[],"limit":30,"last_client_id":null,"last_created_on":null}""");

        return
        [
            Row(ClientOperation.Get, (c, id) => c.GetAsync(id), read),
            Row(ClientOperation.List, (c, _) => WireOperations.DrainAsync(c.ListAsync()), Send("GET", "clients?limit=50", none)),
            Row(
                ClientOperation.List, (c, _) => WireOperations.DrainAsync(c.ListAsync(new() { PageSize = 50 })),
                Send("GET", "clients?limit=50", none)) with { Variant = "by 50" },
            Row(ClientOperation.Create, (c, _) => c.CreateAsync(Metadata), Send("POST", "clients", Of(201, Client), CreateBody)),
            Row(
                ClientOperation.Update, (c, id) => c.UpdateAsync(id, m => m with { ClientName = "New ü" }),
                read, Put("name", "\"New ü\""), ReadBack("name", "\"New ü\"")) with { Decisive = 1, HasAnswer = false },
            Row(ClientOperation.Delete, (c, id) => c.DeleteAsync(id), Send("DELETE", "clients/{id}", Ok())) with { HasAnswer = false },
            Row(
                ClientOperation.Enable, (c, id) => c.EnableAsync(id),
                Send("PATCH", "clients/{id}/activation", Ok(), """{"status":true}""")) with { HasAnswer = false },
            Row(
                ClientOperation.Disable, (c, id) => c.DisableAsync(id),
                Send("PATCH", "clients/{id}/activation", Ok(), """{"status":false}""")) with { HasAnswer = false },
            Row(
                ClientOperation.RotateSecret, (c, id) => c.RotateSecretAsync(id),
                Send("PATCH", "clients/{id}/regenerate", Ok("""{"client_secret":"new"}"""))),
            Row(
                ClientOperation.ListAuthorizedClients, (c, _) => WireOperations.DrainAsync(c.Grants.ListAuthorizedClientsAsync(null)),
                Send("GET", "clients/consents?limit=50", Ok("""{"data":[],"last_modified_on":null}"""))),
            Row(
                ClientOperation.RevokeAuthorization, (c, id) => c.Grants.RevokeAuthorizationAsync(id, null),
                Send("DELETE", "clients/{id}/revoke", Ok())) with { HasAnswer = false },
            Row(ClientOperation.GetRequestableScopes, (c, id) => c.Scopes.GetRequestableScopesAsync(id), read) with { NeedsBody = true },
            Row(
                ClientOperation.SetRequestableScopes, (c, id) => c.Scopes.SetRequestableScopesAsync(id, ["files:write"]),
                read, Put("scopes", """["files:write"]"""), ReadBack("scopes", """["files:write"]""")) with
            {
                Decisive = 1,
                HasAnswer = false,
            },
            Row(ClientOperation.ListScopes, (c, _) => c.Scopes.ListScopesAsync(), Send("GET", "scopes", Ok("[]"))),
            Row(ClientOperation.GetInfo, (c, id) => c.ConsentViews.GetInfoAsync(id), Send("GET", "clients/{id}/info", Ok(Client))),
            Row(
                ClientOperation.ListInfo, (c, _) => WireOperations.DrainAsync(c.ConsentViews.ListInfoAsync()),
                Send("GET", "clients/info?limit=50", none)),
            Row(ClientOperation.GetPublicInfo, (c, id) => c.ConsentViews.GetPublicInfoAsync(id), Send("GET", "clients/{id}/public/info", Ok(Client))),
            Row(ClientOperation.DeleteAllOwnClients, (c, _) => c.BulkDeletion.DeleteAllOwnClientsAsync(), Send("DELETE", "clients", Ok())) with
            {
                HasAnswer = false,
            },
            Row(
                ClientOperation.DeleteAllTenantClients, (c, _) => c.BulkDeletion.DeleteAllTenantClientsAsync(),
                Send("DELETE", "clients/tenant", Ok())) with { HasAnswer = false },
        ];
    }
}
