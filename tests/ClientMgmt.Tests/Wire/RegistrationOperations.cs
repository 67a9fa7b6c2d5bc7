using static ClientMgmt.Tests.Wire.WireAnswer;

namespace ClientMgmt.Tests.Wire;

/// <summary>
/// The operations of dynamic registration where one token manages all clients: that of a client's own needs a store, and is tested
/// in <c>DynamicRegistration</c>.
/// </summary>
public static class RegistrationOperations
{
    public const string StoredSecret = "stored-client-secret-0001";
    public const string Client = $$"""
        {
          "client_id": "17", "client_secret": "{{StoredSecret}}", "client_id_issued_at": 1700000000, "client_secret_expires_at": 0,
          "client_name": "Old", "redirect_uris": ["https://a.example.com/cb"], "scope": "a b", "future": {"any": [1.10]}
        }
        """;

    public const string Metadata = $$"""
        {"issuer":"{{WireHost.Issuer}}","registration_endpoint":"{{WireHost.Issuer}}/register","scopes_supported":["openid","a"]}
        """;

    // RFC 7592 section 2.2: without the values that the server issues, but for the id.
    private const string UpdateBody =
        """{"client_id":"17","client_name":"Old","redirect_uris":["https://a.example.com/cb"],"scope":"a b","future":{"any":[1.10]}}""";

    private static readonly WireExchange s_read = Send("GET", "register/{id}", Ok(Client));

    private static readonly string s_created = Json.With(Client, "client_name", "\"New ü\"");

    public static IEnumerable<WireOperation> All =>
    [
        Row(ClientOperation.Get, (c, id) => c.GetAsync(id), s_read),
        Row(
            ClientOperation.Create,
            (c, _) => c.CreateAsync(new ClientMetadata { ClientName = "New ü", RedirectUris = ["https://a.example.com/cb"] }),
            Send("POST", "register", Of(201, s_created), """{"client_name":"New ü","redirect_uris":["https://a.example.com/cb"]}"""),
            Send("GET", "register/17", Ok(s_created))),
        Change(ClientOperation.Update, (c, id) => c.UpdateAsync(id, m => m with { ClientName = "New ü" }), "client_name", "\"New ü\""),
        Row(ClientOperation.Delete, (c, id) => c.DeleteAsync(id), Send("DELETE", "register/{id}", Of(204))) with { HasAnswer = false },
        Row(ClientOperation.GetRequestableScopes, (c, id) => c.Scopes.GetRequestableScopesAsync(id), s_read) with { NeedsBody = true },
        Change(
            ClientOperation.SetRequestableScopes, (c, id) => c.Scopes.SetRequestableScopesAsync(id, ["openid", "c"]), "scope", "\"openid c\""),
        Change(ClientOperation.ClearRequestableScopes, (c, id) => c.Scopes.ClearRequestableScopesAsync(id), "scope", null),
        Row(
            ClientOperation.ListScopes, (c, _) => c.Scopes.ListScopesAsync(),
            Send("GET", ".well-known/openid-configuration", Ok(Metadata))) with
        {
            NeedsBody = true,

            // Servers have one of several documents: what the place of one refuses is looked for at that of the next.
            Refused = typeof(UnexpectedResponseException),
        },
    ];

    // The answer need not have a body: the client is read back, as the server may have stored something else.
    private static WireOperation Change(ClientOperation operation, Func<IClientManagement, string, Task> run, string name, string? value) => Row(
        operation,
        run,
        s_read,
        Send("PUT", "register/{id}", Ok(Json.With(Client, name, value)), Json.With(UpdateBody, name, value)),
        s_read with { Answer = Ok(Json.With(Client, name, value)) }) with { Decisive = 1, HasAnswer = false };

    private static WireOperation Row(ClientOperation operation, Func<IClientManagement, string, Task> run, params WireExchange[] exchanges) =>
        new(Backend.DynamicRegistration, operation, run, exchanges);

    private static WireExchange Send(string method, string path, WireAnswer answer, string? body = null) =>
        new($"{method} /t/{path}", answer, body);
}
