using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>What changes clients. Each one checks, in this order: body, role, existence, the rest, the audit record.</summary>
internal static class ChangeEndpoints
{
    // Refused when there are MORE than these already, so that one more than each is reachable.
    private const int SaasTenantLimit = 100;
    private const int SaasUserLimit = 10;

    public static Reply Create(Visit visit)
    {
        BodyFields body = Rules.ReadCreate(visit);
        visit.RequireUser();
        foreach ((string field, string property) in Rules.PageUrls)
        {
            if (!UrlRules.PassesCommand(body.Text(field)!))
                throw new Refusal(Problem.Domain(visit, $"{property} is not a URL"));
        }

        CheckScopes(visit, body);
        CheckSaasLimits(visit);
        StorageRules.CheckUrls(visit, body);
        StorageRules.Check(visit, body, "redirect_uris", "allowed_origins");
        UserAgent.Check(visit);

        PortalState portal = visit.Portal;
        string id = Guid.NewGuid().ToString("D");
        JsonObject client = ClientDocument.New(portal, id, visit.Caller.UserId, body);
        if (portal.Options.FutureProperties)
            FutureProperties.Add(client);
        portal.Put(id, client);
        JsonObject answer = ClientDocument.AsCreated(portal, client);
        portal.Cache.Put(id, answer);
        return Reply.Json(201, answer);
    }

    public static Reply Update(Visit visit)
    {
        BodyFields body = Rules.ReadUpdate(visit);
        visit.RequireUser();
        JsonObject client = visit.OwnClient(out string id);
        bool all = visit.Traits.UpdateTakesUrisAndScopes;
        if (all)
            CheckScopes(visit, body);
        StorageRules.Check(visit, body, all ? ["allowed_origins", "redirect_uris"] : ["allowed_origins"]);
        UserAgent.Check(visit);

        client["name"] = body.Text("name");
        if (body.Has("description") || visit.Portal.IsSaas)
            client["description"] = body.Text("description");
        client["logo"] = body.Text("logo");
        Sets.AllowPkce(client["authentication_methods"]!.AsArray(), body.Flag("allow_pkce"));
        client["allowed_origins"] = Sets.Of(body.Set("allowed_origins")!);
        if (all)
        {
            client["redirect_uris"] = Sets.Of(body.Set("redirect_uris")!);
            client["scopes"] = Sets.Of(body.Set("scopes")!);
        }

        client["is_public"] = true;
        visit.Touch(client);
        visit.Portal.Cache.Evict(id);
        return Reply.Empty(200);
    }

    public static Reply Delete(Visit visit)
    {
        visit.RequireUser();
        visit.OwnClient(out string id);
        UserAgent.Check(visit);
        visit.Portal.Remove(id);
        visit.Portal.Cache.Evict(id);
        return Reply.Empty(200);
    }

    public static Reply Regenerate(Visit visit)
    {
        visit.RequireUser();
        JsonObject client = visit.OwnClient(out string id);
        UserAgent.Check(visit);
        string secret = Secrets.New(visit.Traits);
        client["client_secret"] = secret;
        visit.Touch(client);
        visit.Portal.Cache.Evict(id);
        return Reply.Json(200, new JsonObject { ["client_secret"] = secret });
    }

    public static Reply Activate(Visit visit)
    {
        bool enabled = Rules.ReadActivation(visit).Flag("status");
        visit.RequireUser();
        JsonObject client = visit.OwnClient(out string id);
        UserAgent.Check(visit);
        client["enabled"] = enabled;

        // Activation leaves modified_by alone.
        visit.Touch(client, by: false);
        visit.Portal.Cache.Evict(id);
        return Reply.Empty(200);
    }

    public static Reply DeleteOwn(Visit visit)
    {
        visit.RequireUser();
        foreach ((string id, JsonObject client) in visit.Portal.Clients.ToArray())
        {
            if (!string.Equals(client["created_by"].AsText(), visit.Caller.UserId, StringComparison.OrdinalIgnoreCase))
                continue;
            visit.Portal.Remove(id);
            if (visit.Traits.BulkDeleteEvicts)
                visit.Portal.Cache.Evict(id);
        }

        return Reply.Empty(200);
    }

    public static Reply DeleteTenant(Visit visit)
    {
        if (!visit.IsAdmin)
            throw new Refusal(Problem.Denied(visit));
        foreach (string id in visit.Portal.Clients.Keys.ToArray())
            visit.Portal.Remove(id);
        visit.Portal.Cache.Clear();
        return Reply.Empty(200);
    }

    private static void CheckScopes(Visit visit, BodyFields body)
    {
        var known = visit.Portal.Options.Scopes.Select(s => s.Name).ToHashSet();
        if (!body.Set("scopes")!.All(scope => scope is not null && known.Contains(scope)))
            throw new Refusal(Problem.UnknownScope(visit));
    }

    private static void CheckSaasLimits(Visit visit)
    {
        if (!visit.Portal.IsSaas)
            return;
        int own = visit.Portal.Clients.Values.Count(c => c["created_by"].AsText() == visit.Caller.UserId);
        if (visit.Portal.Clients.Count > SaasTenantLimit || own > SaasUserLimit)
            throw new Refusal(Problem.Domain(visit, "No more clients can be made"));
    }
}
