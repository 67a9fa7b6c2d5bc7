using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>
/// The token API, as far as it takes to see whether an application's credentials are good: client credentials, and no more. An
/// authorization server hands the application's request on to it, and gives back what it is told.
/// </summary>
internal static class TokenEndpoint
{
    public static Reply Issue(Call call)
    {
        Values sent = Values.Parse(call.Required("parameters"));
        string? identifier = call.Text("clientId") ?? sent["client_id"];
        JsonObject? client = identifier is not null && call.Service.Resolve(identifier, alias: true) is { } id ? call.Service.Find(id) : null;
        string? secret = call.Text("clientSecret") ?? sent["client_secret"];
        if (client is null || client["clientType"].AsText() != "CONFIDENTIAL" || secret is null
            || !BasicCredentials.Same(client["clientSecret"].AsText(), secret))
        {
            return Answer("INVALID_CLIENT", "A999401", new JsonObject { ["error"] = "invalid_client" });
        }

        if (client["locked"].AsFlag() == true)
            return Errors.Locked(call.Behavior);
        if (sent["grant_type"] != "client_credentials")
            return Answer("BAD_REQUEST", "A999402", new JsonObject { ["error"] = "unsupported_grant_type" });
        return client["grantTypes"] is JsonArray types && types.Any(t => t.AsText() == "CLIENT_CREDENTIALS")
            ? Answer("OK", "A999001", new JsonObject { ["access_token"] = Generated.Secret(), ["token_type"] = "Bearer", ["expires_in"] = 3600 })
            : Answer("BAD_REQUEST", "A999403", new JsonObject { ["error"] = "unauthorized_client" });
    }

    private static Reply Answer(string action, string code, JsonObject content)
    {
        JsonObject answer = Call.ResultOf(code, $"The action is {action}.");
        answer["action"] = action;
        answer["responseContent"] = content.ToJsonString();
        return Reply.Json(Status200OK, answer);
    }
}
