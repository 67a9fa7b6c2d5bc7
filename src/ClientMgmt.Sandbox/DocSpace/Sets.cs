using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.DocSpace.Java;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>Stored sets do not keep the order they were sent in: they have that of a hash table.</summary>
internal static class Sets
{
    public static JsonArray Of(IEnumerable<string?> entries) => JavaSet.Order(entries).ToJsonArray();

    public static JsonArray AuthenticationMethods(bool pkce) => Of(pkce ? ["client_secret_post", "none"] : ["client_secret_post"]);

    /// <summary>Puts PKCE into the methods or takes it away; those that a newer server knows stay.</summary>
    public static void AllowPkce(JsonArray methods, bool pkce)
    {
        List<string?> others = [.. methods.Select(m => m?.AsText()).Where(m => m != "none")];
        methods.Clear();
        foreach (JsonNode? method in Of(pkce ? [.. others, "none"] : others).ToArray())
            methods.Add(method?.DeepClone());
    }
}
