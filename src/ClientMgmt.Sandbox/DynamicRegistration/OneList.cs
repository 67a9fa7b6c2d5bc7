using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>Grant types and response types, where the server keeps both in one list.</summary>
internal static class OneList
{
    private const string Grants = "grant_types";
    private const string Responses = "response_types";
    private const string Implicit = "implicit";

    // The words of response types, and the grants that they are shown as.
    private static readonly Dictionary<string, string> s_responses = new()
    {
        ["code"] = "authorization_code",
        ["token"] = Implicit,
        ["id_token"] = Implicit,
    };

    /// <summary>Shows what the one list holds for each of the two.</summary>
    public static void Show(JsonObject client)
    {
        string[] responses = Texts(client[Responses]);
        string[] grants = [.. Texts(client[Grants]).Select(grant => grant == s_responses["code"] ? "code" : grant)];
        string[] list = [.. responses, .. grants.Where(word => word != Implicit && !responses.Contains(word))];
        client[Responses] = list.Where(s_responses.ContainsKey).ToJsonArray();
        client[Grants] = list.Select(word => s_responses.GetValueOrDefault(word, word)).ToJsonArray();
    }

    private static string[] Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(text => text.AsText()).OfType<string>()];
}
