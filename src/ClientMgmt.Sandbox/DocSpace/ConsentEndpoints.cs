using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The caller's own consents, open to every role.</summary>
internal static class ConsentEndpoints
{
    public static Reply List(Visit visit)
    {
        int limit = PageLimit.Read(visit, null);
        PortalState portal = visit.Portal;
        IEnumerable<Entry<Consent>> own = portal.Consents.Where(c => IsOwn(visit, c))
            .Select(c => new Entry<Consent>(c.ClientId, portal.Write(c.ModifiedAt), c.ModifiedAt, c));
        var pager = new Pager<Consent>(visit, own, "last_modified_on", null);
        CheckService(visit);
        return pager.Answer(limit, consent => new JsonObject
        {
            ["registered_client_id"] = consent.ClientId,

            // One text with spaces, not an array.
            ["scopes"] = string.Join(' ', consent.Scopes),
            ["modified_at"] = portal.Write(consent.ModifiedAt),
            ["client"] = portal.Find(consent.ClientId) is { } client ? ClientDocument.Info(portal, client) : null,
        });
    }

    /// <summary>Never 404: neither the client nor the form of its id is looked at.</summary>
    public static Reply Revoke(Visit visit)
    {
        CheckService(visit);
        visit.Portal.Consents.RemoveAll(c => IsOwn(visit, c) && string.Equals(c.ClientId, visit.Arguments[0], StringComparison.OrdinalIgnoreCase));

        // After the consent is gone: a missing User-Agent fails here all the same.
        UserAgent.Check(visit);
        return Reply.Empty(200);
    }

    private static bool IsOwn(Visit visit, Consent consent) =>
        string.Equals(consent.UserId, visit.Caller.UserId, StringComparison.OrdinalIgnoreCase);

    private static void CheckService(Visit visit)
    {
        if (visit.Portal.Options.AuthorizationServiceDown)
            throw new Refusal(Reply.Empty(503));
    }
}
