using System.Text.Json.Nodes;

namespace ClientMgmt.Cli.Output;

/// <summary>A set of keys without the parts of them that are secrets (RFC 7518 section 6).</summary>
internal static class PublicJwks
{
    private static readonly string[] s_secret = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    public static JsonNode? Of(JsonNode? jwks)
    {
        foreach (JsonObject key in (jwks is JsonObject set ? set["keys"] as JsonArray : null)?.OfType<JsonObject>() ?? [])
        {
            foreach (string part in s_secret.Where(key.ContainsKey))
            {
                key[part] = ClientDocument.Redacted;
            }
        }

        return jwks;
    }
}
