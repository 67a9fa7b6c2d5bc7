using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>Reads by id, and the scope catalogue.</summary>
internal static class ReadEndpoints
{
    public static Reply Get(Visit visit)
    {
        visit.RequireUser();
        return Reply.Json(200, Read(visit, visit.Reaches));
    }

    public static Reply Info(Visit visit)
    {
        visit.RequireUser();
        return Reply.Json(200, ClientDocument.Info(visit.Portal, Read(visit, visit.Reaches)));
    }

    public static Reply PublicInfo(Visit visit)
    {
        try
        {
            return Reply.Json(200, ClientDocument.Info(visit.Portal, Read(visit, _ => true)));
        }
        catch (Refusal) when (visit.Portal.IsSaas && !visit.Traits.ProblemErrors)
        {
            // Bug 81728 of the hosted product before 3.7.
            return Problem.Unexpected(visit);
        }
    }

    /// <summary>Alphabetical, with openid last.</summary>
    public static Reply Scopes(Visit visit) => Reply.Json(200, new JsonArray([.. visit.Portal.Options.Scopes
        .OrderBy(s => s.Name == "openid")
        .ThenBy(s => s.Name, StringComparer.Ordinal)
        .Select(s => new JsonObject { ["name"] = s.Name, ["group"] = s.Group, ["type"] = s.Type })]));

    private static JsonObject Read(Visit visit, Func<JsonObject, bool> allowed)
    {
        PortalState portal = visit.Portal;
        bool cached = visit.Traits.ReadCache && portal.Options.CachedReads;
        string id = visit.Id() ?? throw new Refusal(Problem.NotFound(visit, visit.Arguments[0]));
        JsonObject? client = (cached ? portal.Cache.Find(id) : null) ?? portal.Find(id);
        if (client is null || !allowed(client))
            throw new Refusal(Problem.NotFound(visit, id));
        if (cached && portal.Cache.Find(id) is null)
            portal.Cache.Put(id, client);
        var answer = (JsonObject)client.DeepClone();
        if (portal.Options.NullDescriptionBecomesText && visit.Traits.ReadCache)
            answer["description"] ??= "null";
        return answer;
    }
}
