using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientMgmt.Manifests;

/// <summary>The private parts of keys (RFC 7518 section 6), which are secrets wherever they stand.</summary>
internal static class PrivateKeys
{
    private static readonly string[] s_members = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>What is shown in the place of a secret.</summary>
    public static JsonElement Redacted { get; } = JsonElement.Parse("\"[redacted]\"");

    public static bool IsIn(string name, JsonElement value) => name == "jwks" && Keys(value).Any(k => Members(k).Any());

    /// <summary>The value with private parts replaced, to show.</summary>
    public static JsonElement? Hide(string name, JsonElement? value)
    {
        // What is no set of keys may hold one all the same.
        if (name == "jwks" && value is { ValueKind: JsonValueKind.String or JsonValueKind.Array })
        {
            return Redacted;
        }

        if (value is not { } known || !IsIn(name, known))
        {
            return value;
        }

        JsonNode copy = JsonNode.Parse(known.GetRawText())!;
        foreach (JsonObject key in ((JsonArray)copy["keys"]!).OfType<JsonObject>())
        {
            foreach (string member in s_members.Where(key.ContainsKey))
            {
                key[member] = Redacted.GetString();
            }
        }

        return JsonElement.Parse(copy.ToJsonString());
    }

    private static IEnumerable<JsonElement> Keys(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("keys", out JsonElement keys)
        && keys.ValueKind == JsonValueKind.Array
            ? keys.EnumerateArray().Where(k => k.ValueKind == JsonValueKind.Object)
            : [];

    private static IEnumerable<string> Members(JsonElement key) => s_members.Where(m => key.TryGetProperty(m, out _));
}
