using System.Text.Json.Nodes;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The members of a client in the order in which a server writes them.</summary>
internal static class Members
{
    private static readonly string[] s_old =
    [
        "name", "description", "tenant", "scopes", "enabled", "public", "client_id", "client_secret", "website_url", "terms_url",
        "policy_url", "logo", "authentication_methods", "redirect_uris", "allowed_origins", "logout_redirect_uris", "created_on",
        "created_by", "modified_on", "modified_by", "is_public",
    ];

    private static readonly string[] s_client =
    [
        "name", "client_id", "client_secret", "description", "website_url", "terms_url", "policy_url", "logout_redirect_uris", "logo",
        "authentication_methods", "tenant", "redirect_uris", "allowed_origins", "scopes", "created_on", "created_by", "modified_on",
        "modified_by", "enabled", "is_public",
    ];

    private static readonly string[] s_info =
    [
        "name", "client_id", "description", "website_url", "terms_url", "policy_url", "logo", "authentication_methods", "scopes",
        "is_public", "created_on", "created_by", "modified_on", "modified_by", "public",
    ];

    public static JsonObject Client(Traits traits, JsonObject members) => Arrange(members, traits.OldMembers ? s_old : s_client);

    public static JsonObject Info(Traits traits, JsonObject members) => Arrange(members, traits.OldMembers ? s_old : s_info);

    /// <summary>Takes the members over; those without a place come last.</summary>
    private static JsonObject Arrange(JsonObject members, string[] order)
    {
        var arranged = new JsonObject();
        foreach (string name in order.Concat(members.Select(m => m.Key)).Distinct().ToArray())
        {
            if (members.Remove(name, out JsonNode? value))
                arranged[name] = value;
        }

        return arranged;
    }
}
