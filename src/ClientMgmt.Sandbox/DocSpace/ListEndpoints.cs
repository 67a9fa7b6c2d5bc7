using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The two lists of clients, newest first.</summary>
internal static class ListEndpoints
{
    private const int DefaultLimit = 30;

    public static Reply Clients(Visit visit) => List(visit, DefaultLimit, client => ClientDocument.ForList(visit.Portal, client));

    public static Reply Infos(Visit visit) => List(visit, null, client => ClientDocument.Info(visit.Portal, client));

    private static Reply List(Visit visit, int? fallback, Func<JsonObject, JsonObject> view)
    {
        int limit = PageLimit.Read(visit, fallback);
        IEnumerable<Entry<JsonObject>> own = visit.Portal.Clients.Where(c => visit.Reaches(c.Value))
            .Select(c => new Entry<JsonObject>(c.Key, c.Value["created_on"].AsText(), visit.Portal.CreatedOn(c.Key), c.Value));
        var pager = new Pager<JsonObject>(visit, own, "last_created_on", "last_client_id");
        PageLimit.Check(visit, limit);
        visit.RequireUser();
        return pager.Answer(limit, view);
    }
}
