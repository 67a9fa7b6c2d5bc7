using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>
/// What the service tells everybody about itself: that it is well, and its OpenAPI description, shortened to what tells the
/// generations apart.
/// </summary>
internal static class ServicePages
{
    public static bool Names(Incoming incoming) =>
        incoming.Method is "GET" or "HEAD" && incoming.Segments is ["docs" or "health"];

    public static Reply Of(Incoming incoming, Traits traits) => incoming.Segments is ["docs"]
        ? Reply.Json(Status200OK, Document(traits))
        : Reply.Json(Status200OK, new JsonObject { ["status"] = "UP", ["components"] = new JsonObject { ["db"] = new JsonObject { ["status"] = "UP" } } });

    private static JsonObject Document(Traits traits) => new()
    {
        ["openapi"] = "3.0.1",
        ["info"] = new JsonObject { ["title"] = "Client registration (sandbox)", ["version"] = traits.DocumentVersion },
        ["paths"] = Paths(traits),
        ["components"] = new JsonObject { ["schemas"] = new JsonObject { ["UpdateClientRequest"] = Update(traits) } },
    };

    /// <summary>Newer servers describe the second prefix only, though they serve both.</summary>
    private static JsonObject Paths(Traits traits)
    {
        string prefix = traits.SecondPrefix ? "/api/2.0/oauth2/" : "/api/2.0/";
        var paths = new JsonObject();
        foreach (var path in Routes.Table.All.GroupBy(r => prefix + r.Pattern.Replace("{}", "{clientId}", StringComparison.Ordinal)))
            paths[path.Key] = new JsonObject(path.Select(r => KeyValuePair.Create(r.Method.ToLowerInvariant(), (JsonNode?)new JsonObject())));
        return paths;
    }

    private static JsonObject Update(Traits traits)
    {
        (string[] properties, string[] required) = Rules.UpdateMembers(traits);
        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = required.ToJsonArray(),
            ["properties"] = new JsonObject(properties.Select(p => KeyValuePair.Create(p, (JsonNode?)new JsonObject()))),
        };
    }
}
