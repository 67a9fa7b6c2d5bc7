using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>A client as it is made and stored, and the views of it that are answered.</summary>
internal static class ClientDocument
{
    private static readonly string[] s_notInInfo =
        ["tenant", "enabled", "client_secret", "redirect_uris", "allowed_origins", "logout_redirect_uris"];

    private const string SeedLogo = "data:image/png;base64,iVBORw0KGgo=";

    // How much earlier than the store a self-hosted server looks at its clock.
    private const long Early = 3_217_433;

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
        Store(portal, id, New(portal, id, userId, new BodyFields(body)));
        return id;
    }

    /// <summary>A client as the answer to its creation shows it.</summary>
    public static JsonObject New(PortalState portal, string id, string userId, BodyFields body)
    {
        string time = portal.Write(portal.NextTime() - (portal.IsSaas ? 0 : Early));
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

    /// <summary>Stores a new client. A self-hosted store sets the time of creation itself, and so later than that of modification.</summary>
    public static void Store(PortalState portal, string id, JsonObject created)
    {
        var stored = (JsonObject)created.DeepClone();
        stored["name"] = StorageRules.Text(stored["name"].AsText());
        stored["description"] = StorageRules.Text(stored["description"].AsText());
        if (!portal.IsSaas && Timestamp.Parse(created["created_on"].AsText()) is { } time)
        {
            stored["created_on"] = portal.Write(portal.Stored(time + Early));
            stored["modified_on"] = portal.Write(portal.Stored(time));
        }

        portal.Put(id, stored);
    }

    public static JsonObject Whole(PortalState portal, JsonObject stored)
    {
        var client = (JsonObject)stored.DeepClone();
        if (portal.Traits.OldMembers)
            AddPublic(portal, client);
        return Members.Client(portal.Traits, client);
    }

    /// <summary>A list entry: the secret as it is stored.</summary>
    public static JsonObject ForList(PortalState portal, JsonObject stored)
    {
        JsonObject entry = Whole(portal, stored);
        if (portal.Options.SecretsEncrypted && entry["client_secret"].AsText() is { } secret)
            entry["client_secret"] = Secrets.Ciphertext(entry["client_id"].AsText() ?? "", secret);
        return entry;
    }

    public static JsonObject Info(PortalState portal, JsonObject stored)
    {
        var info = (JsonObject)stored.DeepClone();
        foreach (string name in s_notInInfo)
            info.Remove(name);
        AddPublic(portal, info);
        return Members.Info(portal.Traits, info);
    }

    private static void AddPublic(PortalState portal, JsonObject client)
    {
        if (portal.Options.StrayPublicProperty && client.TryGetPropertyValue("is_public", out JsonNode? isPublic))
            client["public"] = isPublic?.DeepClone();
    }
}
