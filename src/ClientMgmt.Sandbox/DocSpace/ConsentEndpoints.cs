using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The caller's own consents, in whatever tenant, open to every role.</summary>
internal static class ConsentEndpoints
{
    public static Reply List(Visit visit)
    {
        int limit = PageLimit.Read(visit, null);
        IEnumerable<Entry<Consent>> own = visit.Portal.Installation.Portals.SelectMany(p => p.Consents).Where(visit.IsOwn)
            .Select(c => new Entry<Consent>(c.ClientId, visit.Portal.Write(c.ModifiedAt), c.ModifiedAt, c));
        var pager = new Pager<Consent>(visit, own, "last_modified_on", null);
        PageLimit.Check(visit, limit);
        visit.Count();
        if (visit.Portal.Options.AuthorizationServiceDown)
            throw new Refusal(Problem.Unavailable(visit));
        return pager.Answer(limit, consent => View(visit.Portal, consent));
    }

    /// <summary>Never 404: neither the client nor the form of its id is looked at.</summary>
    public static Reply Revoke(Visit visit)
    {
        visit.Count();
        if (visit.Portal.Options.AuthorizationServiceDown)
            throw new Refusal(Reply.Empty(503, "The authorization service is stopped."));
        foreach (PortalState tenant in visit.Portal.Installation.Portals)
            tenant.Consents.RemoveAll(c => visit.IsOwn(c) && string.Equals(c.ClientId, visit.Arguments[0], StringComparison.OrdinalIgnoreCase));

        // After the consent is gone: a missing User-Agent fails here all the same.
        UserAgent.Check(visit);
        return Reply.Empty(200);
    }

    private static JsonObject View(PortalState portal, Consent consent)
    {
        // One text with spaces, not an array.
        JsonNode scopes = string.Join(' ', consent.Scopes);
        JsonNode? client = portal.Installation.Portals.Select(p => p.Find(consent.ClientId)).FirstOrDefault(c => c is not null) is { } found
            ? ClientDocument.Info(portal, found)
            : null;
        return portal.Traits.OldMembers
            ? new JsonObject
            {
                ["scopes"] = scopes,
                ["client"] = client,
                ["registered_client_id"] = consent.ClientId,
                ["modified_at"] = portal.Write(consent.ModifiedAt),
            }
            : new JsonObject
            {
                ["registered_client_id"] = consent.ClientId,
                ["scopes"] = scopes,
                ["modified_at"] = portal.Write(consent.ModifiedAt),
                ["client"] = client,
            };
    }
}
