using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientMgmt.Tests.Sandbox.Corpus;

/// <summary>Answers and clients in the form in which the corpus tells them.</summary>
internal static class CorpusAnswer
{
    private static readonly string[] s_headers = ["accept", "allow", "cache-control", "connection", "content-type", "set-cookie"];
    private static readonly string[] s_own = ["client_id", "client_secret", "created_on", "modified_on"];
    private static readonly string[] s_clients = ["stored", "changed"];

    /// <summary>The answer to a request of any kind: some headers, and the body or the names and kinds of its members.</summary>
    public static JsonObject OfRequest(RawExchange answer)
    {
        var seen = new JsonObject
        {
            ["status"] = answer.Status,
            ["headers"] = new JsonObject(s_headers.Where(answer.Headers.ContainsKey)
                .Select(name => KeyValuePair.Create(name, (JsonNode?)Normal(name, answer.Headers[name])))),
        };
        AddBody(seen, answer);
        return seen;
    }

    /// <summary>The answer to a creation or an update, without what became of the client.</summary>
    public static JsonObject OfWrite(RawExchange answer)
    {
        var seen = new JsonObject { ["status"] = answer.Status };
        if (answer.Headers.TryGetValue("Content-Type", out string? type))
            seen["type"] = type;
        if (answer.Status >= 400)
            AddBody(seen, answer);
        if (answer.Headers.TryGetValue("Connection", out string? connection))
            seen["connection"] = connection;
        return seen;
    }

    /// <summary>What differs between two clients, whatever the order of sets, except what each client has of its own.</summary>
    public static JsonObject Changes(JsonObject before, JsonObject after) => new(after
        .Where(m => !s_own.Contains(m.Key))
        .Select(m => KeyValuePair.Create(m.Key, Ordered(m.Value)))
        .Where(m => !JsonNode.DeepEquals(m.Value, Ordered(before[m.Key]))));

    /// <summary>A recorded answer, with texts written out and sets in order.</summary>
    public static JsonObject Whole(JsonObject recorded)
    {
        var whole = (JsonObject)recorded.DeepClone();
        foreach (string part in s_clients)
        {
            if (recorded[part] is JsonObject values)
                whole[part] = new JsonObject(values.Select(v => KeyValuePair.Create(v.Key, Ordered(CorpusCase.Whole(v.Value)))));
        }

        if (recorded["errors"] is JsonArray errors)
            whole["errors"] = Sorted(errors.Select(e => e!.DeepClone()));
        return whole;
    }

    private static void AddBody(JsonObject seen, RawExchange answer)
    {
        if (answer.Body.Length == 0)
            seen["body"] = "empty";
        else if (!TryParse(answer.Body, out JsonNode? body))
            seen["body"] = "not JSON";
        else if (answer.Status < 400)
            seen["members"] = body is JsonArray list ? new JsonArray("list", list.Count) : Kinds(body!.AsObject());
        else if (body!["errors"] is JsonArray errors)
            seen["errors"] = Sorted(errors.Select(e => (JsonNode)new JsonArray((string)e!["field"]!, (string)e["code"]!)));
        else
            seen["body"] = body["reason"] is not null ? "reason" : "problem without errors";
    }

    private static bool TryParse(string text, out JsonNode? body)
    {
        try
        {
            body = JsonNode.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            body = null;
            return false;
        }
    }

    private static JsonObject Kinds(JsonObject body) => new(body.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)(m.Value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.String => "str",
        JsonValueKind.Number => "int",
        JsonValueKind.Array => "list",
        JsonValueKind.Object => "dict",
        _ => "bool",
    }))));

    private static string Normal(string name, string value) => name switch
    {
        "set-cookie" => value.Split('=')[0],
        "allow" => string.Join(',', value.Split(',').Select(v => v.Trim()).Order(StringComparer.Ordinal)),
        _ => value,
    };

    private static JsonNode? Ordered(JsonNode? value) =>
        value is JsonArray set ? Sorted(set.Select(e => e!.DeepClone())) : value?.DeepClone();

    private static JsonArray Sorted(IEnumerable<JsonNode> nodes) => new([.. nodes.OrderBy(n => n.ToJsonString(), StringComparer.Ordinal)]);
}
