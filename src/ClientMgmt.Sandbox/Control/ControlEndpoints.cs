using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.Control;

/// <summary>What people who run the sandbox from the command line do over HTTP: look, prepare, reset.</summary>
internal sealed class ControlEndpoints(SandboxServer server)
{
    public Reply? Handle(Incoming incoming)
    {
        if (incoming.Segments is not ["sandbox", ..])
            return null;
        try
        {
            return (incoming.Method, string.Join('/', incoming.Segments.Skip(1))) switch
            {
                ("GET", "") => Reply.Json(Status200OK, Description.Of(server)),
                ("GET", "requests") => Reply.Json(Status200OK, Description.Of(server.Requests)),
                ("DELETE", "requests") => Done(server.ClearRequests),
                ("POST", "reset") => Done(server.Reset),
                ("POST", "grants") => Grant(Body(incoming)),
                ("POST", "consents") => Consent(Body(incoming)),
                ("POST", "clients") => Seed(Body(incoming)),
                _ => Reply.Empty(Status404NotFound),
            };
        }
        catch (ArgumentException exception)
        {
            return Reply.Json(Status400BadRequest, new JsonObject { ["error"] = exception.Message });
        }
    }

    private Reply Grant(JsonObject body)
    {
        server.Authlete.AddGrant(Text(body, "serviceId"), Number(body, "clientId"), Text(body, "subject"), Texts(body, "scopes"));
        return Reply.Empty(Status204NoContent);
    }

    private Reply Consent(JsonObject body)
    {
        server.DocSpace.AddConsent(Portal(body), Text(body, "userId"), Text(body, "clientId"), Texts(body, "scopes"));
        return Reply.Empty(Status204NoContent);
    }

    private Reply Seed(JsonObject body)
    {
        int count = (int)Math.Clamp(Number(body, "count"), 0, 100_000);
        IEnumerable<string> ids = body.ContainsKey("serviceId")
            ? server.Authlete.Seed(Text(body, "serviceId"), count).Select(id => $"{id}")
            : server.DocSpace.Seed(Portal(body), Text(body, "userId"), count);
        return Reply.Json(Status201Created, new JsonObject { ["clientIds"] = ids.ToJsonArray() });
    }

    private static Reply Done(Action action)
    {
        action();
        return Reply.Empty(Status204NoContent);
    }

    private static JsonObject Body(Incoming incoming) =>
        JsonText.TryParse(incoming.Body, out JsonObject? body) ? body : throw new ArgumentException("The body is not a JSON object.");

    private static string Portal(JsonObject body) => body["portal"].AsText() ?? SandboxDefaults.Portal;

    private static string Text(JsonObject body, string name) =>
        body[name].AsText() ?? throw new ArgumentException($"'{name}' is missing.");

    private static long Number(JsonObject body, string name) =>
        long.TryParse(body[name]?.ToString(), out long number) ? number : throw new ArgumentException($"'{name}' is missing.");

    private static string[] Texts(JsonObject body, string name) =>
        body[name] is JsonArray array ? [.. array.Select(item => item.AsText()).OfType<string>()] : [];
}
