using static ClientMgmt.Tests.Wire.WireAnswer;

namespace ClientMgmt.Tests.Wire;

/// <summary>The 16 actions of Authlete, whose two generations differ in the path and in the status of a creation.</summary>
public static class AuthleteOperations
{
    public const string StoredSecret = "stored-client-secret-0001";
    public const string ChosenSecret = "chosen-client-secret_0001";
    public const string Client = $$"""
        {"clientId":17,"clientName":"Old","clientSecret":"{{StoredSecret}}","extension":{"tokenExchangePermitted":true} }
        """;

    private const string New = """{"clientName":"New ü","grantTypes":["REFRESH_TOKEN"]}""";

    public static string Created { get; } = Json.With(Json.With(Client, "clientName", "\"New ü\""), "grantTypes", "[\"REFRESH_TOKEN\"]");

    public static string Updated { get; } = Json.With(Client, "clientName", "\"New ü\"");

    private static string Restricted { get; } = Json.With(
        Client, "extension", """{"tokenExchangePermitted":true,"requestableScopesEnabled":true,"requestableScopes":[]}""");

    public static string Root(Backend backend) =>
        backend == Backend.AuthleteV2 ? "/api/client" : $"/api/{WireHost.ServiceId}/client";

    public static IEnumerable<WireOperation> For(Backend backend)
    {
        WireOperation Row(ClientOperation operation, Func<IClientManagement, string, Task> run, params WireExchange[] exchanges) =>
            new(backend, operation, run, exchanges) { Decisive = exchanges.Length - 1 };
        WireExchange Send(string method, string path, WireAnswer answer, string? body = null) =>
            new($"{method} {Root(backend)}/{path}", answer, body);

        WireExchange read = Send("GET", "get/{id}", Ok(Client));
        WireAnswer done = Ok("""{"resultCode":"A000000","resultMessage":"[A000000] done"}""");
        WireAnswer none = Ok("""{"clients":null,"totalCount":0}""");
        WireAnswer scopes = Ok("""{"requestableScopes":["a","b"]}""");

        return
        [
            Row(ClientOperation.Get, (c, id) => c.GetAsync(id), read),
            Row(ClientOperation.List, (c, _) => WireOperations.DrainAsync(c.ListAsync()), Send("GET", "get/list?start=0&end=100", none)),
            Row(
                ClientOperation.List,
                (c, _) => WireOperations.DrainAsync(c.ListAsync(new() { Developer = "d&=+ü d", PageSize = 7 })),
                Send("GET", "get/list?developer=d%26%3D%2B%C3%BC%20d&start=0&end=7", none)) with { Variant = "of a developer" },
            Row(
                ClientOperation.Create,
                (c, _) => c.CreateAsync(new ClientMetadata { ClientName = "New ü", GrantTypes = [GrantTypes.RefreshToken] }),
                Send("POST", "create", Of(201, Created), backend == Backend.AuthleteV3 ? New : Json.With(New, "developer", $"\"{WireHost.Developer}\""))),
            Row(
                ClientOperation.Update,
                (c, id) => c.UpdateAsync(id, m => m with { ClientName = "New ü" }),
                read,
                Send("POST", "update/{id}", Ok(Updated), Updated)),
            Row(ClientOperation.Delete, (c, id) => c.DeleteAsync(id), Send("DELETE", "delete/{id}", Of(204))) with { HasAnswer = false },
            Row(
                ClientOperation.Enable, (c, id) => c.EnableAsync(id),
                Send("POST", "lock_flag/update/{id}", done, """{"clientLocked":false}""")),
            Row(
                ClientOperation.Disable, (c, id) => c.DisableAsync(id),
                Send("POST", "lock_flag/update/{id}", done, """{"clientLocked":true}""")),
            Row(
                ClientOperation.RotateSecret, (c, id) => c.RotateSecretAsync(id),
                Send("GET", "secret/refresh/{id}", Ok("""{"newClientSecret":"new","oldClientSecret":"old"}"""))),
            Row(
                ClientOperation.SetSecret, (c, id) => c.SetSecretAsync(id, new Secret(ChosenSecret)),
                Send("POST", "secret/update/{id}", done, $$"""{"clientSecret":"{{ChosenSecret}}"}""")),
            Row(
                ClientOperation.ListAuthorizedClients,
                (c, _) => WireOperations.DrainAsync(c.Grants.ListAuthorizedClientsAsync(WireOperation.Subject)),
                Send("GET", "authorization/get/list?subject={subject}&start=0&end=100", none)),
            Row(
                ClientOperation.UpdateAuthorization,
                (c, id) => c.Grants.UpdateAuthorizationAsync(id, WireOperation.Subject, ["a", "b"]),
                Send(
                    "POST", "authorization/update/{id}", done,
                    $$"""{"subject":"{{WireOperation.Subject}}","scopes":["a","b"]}""")),
            Row(
                ClientOperation.RevokeAuthorization, (c, id) => c.Grants.RevokeAuthorizationAsync(id, WireOperation.Subject),
                Send("DELETE", "authorization/delete/{id}?subject={subject}", done)),
            Row(
                ClientOperation.GetGrantedScopes, (c, id) => c.Grants.GetGrantedScopesAsync(id, WireOperation.Subject),
                Send("GET", "granted_scopes/get/{id}?subject={subject}", Ok("""{"latestGrantedScopes":["a"]}"""))),
            Row(
                ClientOperation.DeleteGrantedScopes, (c, id) => c.Grants.DeleteGrantedScopesAsync(id, WireOperation.Subject),
                Send("DELETE", "granted_scopes/delete/{id}?subject={subject}", done)),
            Row(
                ClientOperation.GetRequestableScopes, (c, id) => c.Scopes.GetRequestableScopesAsync(id),
                Send("GET", "extension/requestable_scopes/get/{id}", scopes)),
            Row(
                ClientOperation.SetRequestableScopes, (c, id) => c.Scopes.SetRequestableScopesAsync(id, ["a", "b"]),
                Send("PUT", "extension/requestable_scopes/update/{id}", scopes, """{"requestableScopes":["a","b"]}""")),
            Row(
                ClientOperation.SetRequestableScopes,
                (c, id) => c.Scopes.SetRequestableScopesAsync(id, []),
                read,
                Send("POST", "update/{id}", Ok(Restricted), Restricted)) with
            {
                Variant = "none at all",
            },
            Row(
                ClientOperation.ClearRequestableScopes, (c, id) => c.Scopes.ClearRequestableScopesAsync(id),
                Send("DELETE", "extension/requestable_scopes/delete/{id}", Of(204))) with { HasAnswer = false },
        ];
    }
}
