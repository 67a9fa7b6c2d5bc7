using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>What deletes clients, and the consents that go with them, which are not the same ones each time.</summary>
internal static class DeleteEndpoints
{
    public static Reply One(Visit visit)
    {
        visit.RequireUser();
        UserAgent.Check(visit);
        visit.OwnClient(out string id);
        visit.Portal.Remove(id);
        visit.Portal.Cache.Evict(id);
        if (!visit.Portal.Options.ConsentsOutliveClients)
            visit.Portal.RemoveConsents(id);
        return Reply.Empty(200);
    }

    /// <summary>
    /// All clients that the caller made, and all consents that the caller gave, in other tenants too. What other users
    /// granted to the clients stays, and so do the clients in the cache.
    /// </summary>
    public static Reply Own(Visit visit)
    {
        visit.RequireUser();
        foreach ((string id, JsonObject client) in visit.Portal.Clients.ToArray())
        {
            if (string.Equals(client["created_by"].AsText(), visit.Caller.UserId, StringComparison.OrdinalIgnoreCase))
                visit.Portal.Remove(id);
        }

        foreach (PortalState tenant in visit.Portal.Installation.Portals)
            tenant.Consents.RemoveAll(visit.IsOwn);
        return Reply.Empty(200);
    }

    /// <summary>All clients of the tenant, and all consents that were given in it.</summary>
    public static Reply Tenant(Visit visit)
    {
        visit.RequireAdmin();
        foreach (string id in visit.Portal.Clients.Keys.ToArray())
            visit.Portal.Remove(id);
        visit.Portal.Consents.Clear();
        visit.Portal.Cache.Clear();
        return Reply.Empty(200);
    }
}
