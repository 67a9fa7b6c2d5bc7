using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>What makes and changes clients. The order of the checks is that of the server, and differs by generation.</summary>
internal static class ChangeEndpoints
{
    // Refused when there are MORE than these already, so that one more than each is reachable.
    private const int SaasTenantLimit = 100;
    private const int SaasUserLimit = 10;

    public static Reply Create(Visit visit)
    {
        BodyFields body = Rules.ReadCreate(visit);
        visit.RequireUser();
        if (visit.Traits.ScopesFirst)
            CheckScopes(visit, body);
        UserAgent.Check(visit);
        CheckUrls(visit, body);
        if (!visit.Traits.ScopesFirst)
            CheckScopes(visit, body);
        CheckSaasLimits(visit);
        StorageRules.CheckUrls(visit, body);
        StorageRules.Check(visit, body, "redirect_uris", "allowed_origins");

        PortalState portal = visit.Portal;
        string id = Guid.NewGuid().ToString("D");
        JsonObject client = ClientDocument.New(portal, id, visit.Caller.UserId, body);
        if (portal.Options.FutureProperties)
            FutureProperties.Add(client);
        ClientDocument.Store(portal, id, client);
        portal.Cache.Put(id, client);
        return visit.Success(201, ClientDocument.Whole(portal, client));
    }

    public static Reply Update(Visit visit)
    {
        BodyFields body = Rules.ReadUpdate(visit);
        visit.RequireUser();
        UserAgent.Check(visit);
        bool all = visit.Traits.UpdateTakesUrisAndScopes;
        if (all)
            CheckScopes(visit, body);
        JsonObject client = visit.OwnClient(out string id);
        StorageRules.Check(visit, body, all ? ["allowed_origins", "redirect_uris"] : ["allowed_origins"]);

        client["name"] = StorageRules.Text(body.Text("name"));
        if (body.Has("description") || visit.Portal.IsSaas)
            client["description"] = StorageRules.Text(body.Text("description"));
        client["logo"] = body.Text("logo");
        Sets.AllowPkce(client["authentication_methods"]!.AsArray(), body.Flag("allow_pkce"));
        client["allowed_origins"] = Sets.Of(body.Set("allowed_origins")!);
        if (all)
        {
            client["redirect_uris"] = Sets.Of(body.Set("redirect_uris")!);
            client["scopes"] = Sets.Of(body.Set("scopes")!);
        }

        client["is_public"] = true;
        visit.Changed(id, client);
        return Reply.Empty(200);
    }

    public static Reply Regenerate(Visit visit)
    {
        visit.RequireUser();
        UserAgent.Check(visit);
        JsonObject client = visit.OwnClient(out string id);
        string secret = Secrets.New(visit.Traits);
        client["client_secret"] = secret;
        visit.Changed(id, client);
        return visit.Success(200, new JsonObject { ["client_secret"] = secret });
    }

    public static Reply Activate(Visit visit)
    {
        bool enabled = Rules.ReadActivation(visit);
        visit.RequireUser();
        UserAgent.Check(visit);
        JsonObject client = visit.OwnClient(out string id);
        client["enabled"] = enabled;

        // Activation leaves modified_by alone.
        visit.Changed(id, client, by: false);
        return Reply.Empty(200);
    }

    private static void CheckUrls(Visit visit, BodyFields body)
    {
        string[] wrong = [.. Rules.PageUrls.Where(url => !UrlRules.PassesCommand(body.Text(url.Field)!)).Select(url => url.Property)];
        if (wrong.Length > 0)
            throw new Refusal(Problem.WrongUrls(visit, wrong));
    }

    private static void CheckScopes(Visit visit, BodyFields body)
    {
        string?[] unknown = [.. body.Set("scopes")!.Except(visit.Portal.Options.Scopes.Select(s => s.Name))];
        if (unknown.Length > 0)
            throw new Refusal(Problem.UnknownScope(visit, unknown));
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
