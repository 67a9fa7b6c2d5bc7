using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>Reads by id, and the scope catalogue.</summary>
internal static class ReadEndpoints
{
    public static Reply Get(Visit visit)
    {
        visit.RequireUser();
        return visit.Success(200, ClientDocument.Whole(visit.Portal, Read(visit, visit.Reaches)));
    }

    public static Reply Info(Visit visit)
    {
        visit.RequireUser();
        return visit.Success(200, ClientDocument.Info(visit.Portal, Read(visit, visit.Reaches)));
    }

    public static Reply PublicInfo(Visit visit)
    {
        visit.Count();
        try
        {
            return visit.Success(200, ClientDocument.Info(visit.Portal, Read(visit, _ => true)));
        }
        catch (Refusal) when (visit.Portal.IsSaas && !visit.Traits.ProblemErrors)
        {
            // Bug 81728 of the hosted product before 3.7.
            return Problem.Unexpected(visit);
        }
    }

    /// <summary>Alphabetical, with openid last.</summary>
    public static Reply Scopes(Visit visit)
    {
        visit.Count();
        return visit.Success(200, new JsonArray([.. visit.Portal.Options.Scopes
            .OrderBy(s => s.Name == "openid")
            .ThenBy(s => s.Name, StringComparer.Ordinal)
            .Select(s => new JsonObject { ["name"] = s.Name, ["group"] = s.Group, ["type"] = s.Type })]));
    }

    private static JsonObject Read(Visit visit, Func<JsonObject, bool> allowed)
    {
        PortalState portal = visit.Portal;
        bool caches = visit.Traits.ReadCache && portal.Options.CachedReads;
        string id = visit.Id() ?? throw new Refusal(Problem.NotFound(visit, visit.Arguments[0]));
        JsonObject? cached = caches ? portal.Cache.Find(id) : null;
        JsonObject? client = cached ?? portal.Find(id);
        if (client is null || !allowed(client))
            throw new Refusal(Problem.NotFound(visit, id));
        if (caches && cached is null)
            portal.Cache.Put(id, client);
        var answer = (JsonObject)client.DeepClone();
        if (cached is not null && portal.Options.NullDescriptionBecomesText)
            answer["description"] ??= "null";
        return answer;
    }
}
