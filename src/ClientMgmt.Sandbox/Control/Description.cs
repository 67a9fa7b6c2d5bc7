using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Control;

/// <summary>What is configured, with the made-up credentials that open it, and what was requested.</summary>
internal static class Description
{
    public static JsonObject Of(SandboxServer server) => new()
    {
        ["baseAddress"] = server.BaseAddress.ToString(),
        ["authlete"] = new JsonArray([.. server.Authlete.Services.Select(s => Of(s, server.Authlete.Count(s.ServiceId)))]),
        ["docSpace"] = new JsonArray([.. server.DocSpace.Portals.Select(p => Of(p, server))]),
        ["dynamicRegistration"] = Of(server.DynamicRegistration),
        ["settings"] = new JsonObject(server.Settings.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value))),
    };

    public static JsonObject Of(SandboxRequest request) => new()
    {
        ["number"] = request.Number,
        ["receivedAt"] = request.ReceivedAt.ToString("O"),
        ["milliseconds"] = Math.Round(request.Duration.TotalMilliseconds, 1),
        ["backend"] = request.Backend?.ToString(),
        ["method"] = request.Method,
        ["target"] = request.Target,
        ["headers"] = Of(request.Headers),
        ["body"] = request.Body,
        ["status"] = request.Status,
        ["failure"] = request.Failure,
        ["responseHeaders"] = Of(request.ResponseHeaders),
        ["responseBody"] = request.ResponseBody,
        ["fault"] = request.Fault is null ? null : FaultSummary.Write(request.Fault),
    };

    private static JsonObject Of(IEnumerable<KeyValuePair<string, string>> texts) =>
        new(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value)));

    private static JsonObject Of(AuthleteServiceOptions service, int clients)
    {
        var result = new JsonObject
        {
            ["backend"] = service.Version == AuthleteVersion.V2 ? "AuthleteV2" : "AuthleteV3",
            ["clients"] = clients,
            ["scopes"] = service.Scopes.ToJsonArray(),
        };
        if (service.Version == AuthleteVersion.V2)
        {
            result["serviceApiKey"] = service.ServiceId;
            result["serviceApiSecret"] = service.ApiSecret;
        }
        else
        {
            result["serviceId"] = service.ServiceId;
            result["accessTokens"] = service.AccessTokens.ToJsonArray();
            result["readOnlyAccessTokens"] = service.ReadOnlyAccessTokens.ToJsonArray();
        }

        return result;
    }

    private static JsonObject Of(DynamicRegistrationSandbox server) => new()
    {
        ["backend"] = "DynamicRegistration",
        ["issuer"] = server.Issuer.AbsoluteUri,
        ["registrationEndpoint"] = server.RegistrationEndpoint.AbsoluteUri,
        ["clients"] = server.Count,
        ["scopes"] = server.Options.Scopes.ToJsonArray(),
        ["initialAccessTokens"] = server.Options.InitialAccessTokens.ToJsonArray(),
        ["managementTokens"] = server.Options.ManagementTokens.ToJsonArray(),
    };

    private static JsonObject Of(DocSpacePortalOptions portal, SandboxServer server) => new()
    {
        ["backend"] = "DocSpace",
        ["portal"] = portal.Name,
        ["baseAddress"] = server.DocSpace.BaseAddress(portal.Name).ToString(),
        ["tenant"] = portal.TenantId,
        ["generation"] = portal.Generation.ToString(),
        ["storage"] = portal.Storage.ToString(),
        ["clients"] = server.DocSpace.Count(portal.Name),
        ["users"] = new JsonArray([.. portal.Users.Select(user => new JsonObject
        {
            ["id"] = user.Id,
            ["role"] = user.Role.ToString(),
            ["email"] = user.Email,
            ["password"] = user.Password,
            ["apiKeys"] = user.ApiKeys.Select(k => k.Value).ToJsonArray(),
            ["authKey"] = user.AuthKey,
        })]),
    };
}
