using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The stored client, which is the answer of get, and the two other views of it.</summary>
internal static class ClientDocument
{
    private static readonly string[] s_notInInfo =
        ["tenant", "enabled", "client_secret", "redirect_uris", "allowed_origins", "logout_redirect_uris"];

    private const string SeedLogo = "data:image/png;base64,iVBORw0KGgo=";

    public static string Seed(PortalState portal, string userId, string name)
    {
        var body = new JsonObject
        {
            ["name"] = name,
            ["description"] = "",
            ["logo"] = SeedLogo,
            ["website_url"] = "https://www.example.com",
            ["terms_url"] = "https://www.example.com/terms",
            ["policy_url"] = "https://www.example.com/policy",
            ["logout_redirect_uri"] = "https://www.example.com/logout",
            ["redirect_uris"] = new JsonArray("https://www.example.com/callback"),
            ["allowed_origins"] = new JsonArray("https://www.example.com"),
            ["scopes"] = portal.Options.Scopes.Take(1).Select(s => s.Name).ToJsonArray(),
        };
        string id = Guid.NewGuid().ToString("D");
        portal.Put(id, New(portal, id, userId, new BodyFields(body)));
        return id;
    }

    public static JsonObject New(PortalState portal, string id, string userId, BodyFields body)
    {
        string time = portal.Write(portal.NextTime());
        return new JsonObject
        {
            ["name"] = body.Text("name"),
            ["description"] = body.Text("description"),
            ["tenant"] = portal.Options.TenantId,
            ["scopes"] = Sets.Of(body.Set("scopes")!),
            ["enabled"] = true,
            ["client_id"] = id,
            ["client_secret"] = Secrets.New(portal.Traits),
            ["website_url"] = body.Text("website_url"),
            ["terms_url"] = body.Text("terms_url"),
            ["policy_url"] = body.Text("policy_url"),
            ["logo"] = body.Text("logo"),
            ["authentication_methods"] = Sets.AuthenticationMethods(body.Flag("allow_pkce")),
            ["redirect_uris"] = Sets.Of(body.Set("redirect_uris")!),
            ["allowed_origins"] = Sets.Of(body.Set("allowed_origins")!),
            ["logout_redirect_uris"] = new JsonArray(body.Text("logout_redirect_uri")),
            ["created_on"] = time,
            ["created_by"] = userId,
            ["modified_on"] = time,
            ["modified_by"] = userId,
            ["is_public"] = true,
        };
    }

    /// <summary>Self-hosted answers a create with the time before the store replaced it: some milliseconds off.</summary>
    public static JsonObject AsCreated(PortalState portal, JsonObject stored)
    {
        const long Early = 3_217_433;
        var answer = (JsonObject)stored.DeepClone();
        if (portal.IsSaas || Timestamp.Parse(stored["created_on"].AsText()) is not { } time)
            return answer;
        string early = portal.Write(time - Early);
        answer["created_on"] = early;
        answer["modified_on"] = early;
        return answer;
    }

    /// <summary>A list entry: the secret as it is stored.</summary>
    public static JsonObject ForList(PortalState portal, JsonObject stored)
    {
        var entry = (JsonObject)stored.DeepClone();
        if (portal.Options.SecretsEncrypted && entry["client_secret"].AsText() is { } secret)
            entry["client_secret"] = Secrets.Ciphertext(entry["client_id"].AsText() ?? "", secret);
        return entry;
    }

    public static JsonObject Info(PortalState portal, JsonObject stored)
    {
        var info = (JsonObject)stored.DeepClone();
        foreach (string name in s_notInInfo)
            info.Remove(name);
        if (portal.Options.StrayPublicProperty)
            info["public"] = info["is_public"]?.DeepClone();
        return info;
    }
}
