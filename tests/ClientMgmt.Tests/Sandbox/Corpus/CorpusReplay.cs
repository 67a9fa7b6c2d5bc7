using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox.Corpus;

/// <summary>Sends recorded requests to a sandbox of one generation and tells where it answers otherwise than the server did.</summary>
internal sealed class CorpusReplay(SandboxServer sandbox, string version)
{
    private const string Portal = SandboxDefaults.Portal;

    // Of an administrator there were more than a page.
    private const int Earlier = 60;

    private static readonly string[] s_headers = ["cache-control", "content-type", "connection", "set-cookie", "accept", "allow"];

    private static readonly string[] s_own = ["client_id", "client_secret", "created_on", "modified_on"];

    private readonly IReadOnlyList<string> _earlier = sandbox.DocSpace.Seed(Portal, SandboxDefaults.DocSpaceAdminId, Earlier);

    public static async Task<IReadOnlyList<string>> RunAsync(DocSpaceGeneration generation, string version, IEnumerable<CorpusCase> cases)
    {
        DocSpacePortalOptions portal = new() { Generation = generation, Limits = DocSpaceLimits.None };
        await using SandboxServer sandbox = await SandboxServer.StartAsync(new SandboxOptions { DocSpacePortals = [portal], RequestLogSize = 1 });
        var replay = new CorpusReplay(sandbox, version);
        var differences = new List<string>();
        foreach (CorpusCase recorded in cases)
        {
            if (await replay.DifferenceAsync(recorded) is { } difference)
                differences.Add($"{recorded}\n    {difference}");
        }

        return differences;
    }

    private async Task<string?> DifferenceAsync(CorpusCase recorded)
    {
        string id = (string)JsonNode.Parse((await CreateAsync(recorded.Role == "user" ? "user" : "admin")).Body)!["client_id"]!;
        JsonObject before = await GetAsync(id);
        RawExchange answer = await SendAsync(recorded.Signed ? recorded.Role : null, recorded.Method, recorded.Path(id), recorded.Headers, recorded.Body);
        JsonObject expected = recorded.Answer(version);
        JsonObject seen = recorded.Kind == "request" ? Seen(answer) : await SeenAsync(recorded, answer, id, before);
        Forget();
        JsonNode whole = Whole(expected);
        return JsonNode.DeepEquals(whole, seen) ? null : $"expected {Short(whole)}\n    seen     {Short(seen)}";
    }

    /// <summary>Removes what the request and its preparation have left, so that the next one finds the same.</summary>
    private void Forget()
    {
        foreach (string id in sandbox.DocSpace.ClientIds(Portal).Except(_earlier))
            sandbox.DocSpace.RemoveClient(Portal, id);
    }

    private static JsonObject Seen(RawExchange answer)
    {
        var headers = new JsonObject();
        foreach (string name in s_headers.Order(StringComparer.Ordinal))
        {
            if (answer.Headers.TryGetValue(name, out string? value))
                headers[name] = Normal(name, value);
        }

        var seen = new JsonObject { ["status"] = answer.Status, ["headers"] = headers };
        AddBody(seen, answer, members: true);
        return seen;
    }

    private async Task<JsonObject> SeenAsync(CorpusCase recorded, RawExchange answer, string id, JsonObject before)
    {
        var seen = new JsonObject { ["status"] = answer.Status };
        if (answer.Headers.TryGetValue("Content-Type", out string? type))
            seen["type"] = type;
        if (answer.Status >= 400)
            AddBody(seen, answer, members: false);
        if (answer.Headers.TryGetValue("Connection", out string? connection))
            seen["connection"] = connection;
        if (answer.Status == 201)
            seen["stored"] = Changes(before, await GetAsync((string)JsonNode.Parse(answer.Body)!["client_id"]!));
        if (recorded.Kind == "update")
            seen["changed"] = Changes(before, await GetAsync(id));
        return seen;
    }

    private static void AddBody(JsonObject seen, RawExchange answer, bool members)
    {
        JsonNode? body = null;
        try
        {
            body = answer.Body.Length == 0 ? null : JsonNode.Parse(answer.Body);
        }
        catch (JsonException)
        {
            seen["body"] = "not JSON";
            return;
        }

        if (body is null)
            seen["body"] = "empty";
        else if (answer.Status >= 400 && body["errors"] is JsonArray errors)
            seen["errors"] = Sorted(errors.Select(e => (JsonNode)new JsonArray((string)e!["field"]!, (string)e["code"]!)));
        else if (answer.Status >= 400)
            seen["body"] = body["reason"] is not null ? "reason" : "problem without errors";
        else if (members)
            seen["members"] = body is JsonArray list ? new JsonArray("list", list.Count) : Kinds(body.AsObject());
    }

    private static JsonObject Kinds(JsonObject body) => new(body.OrderBy(m => m.Key, StringComparer.Ordinal)
        .Select(m => KeyValuePair.Create(m.Key, (JsonNode?)(m.Value?.GetValueKind() switch
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

    private static JsonObject Changes(JsonObject before, JsonObject after) => new(after
        .Where(m => !s_own.Contains(m.Key))
        .Select(m => KeyValuePair.Create(m.Key, Ordered(m.Value)))
        .Where(m => !JsonNode.DeepEquals(m.Value, Ordered(before[m.Key]))));

    private static JsonNode? Ordered(JsonNode? value) =>
        value is JsonArray set ? Sorted(set.Select(e => e!.DeepClone())) : value?.DeepClone();

    private static JsonArray Sorted(IEnumerable<JsonNode> nodes) => new([.. nodes.OrderBy(n => n.ToJsonString(), StringComparer.Ordinal)]);

    private static JsonNode Whole(JsonObject expected)
    {
        var whole = (JsonObject)expected.DeepClone();
        foreach (string part in new[] { "stored", "changed" })
        {
            if (expected[part] is JsonObject values)
                whole[part] = new JsonObject(values.Select(v => KeyValuePair.Create(v.Key, Ordered(CorpusCase.Whole(v.Value)))));
        }

        if (expected["errors"] is JsonArray errors)
            whole["errors"] = Sorted(errors.Select(e => e!.DeepClone()));
        return whole;
    }

    private Task<RawExchange> CreateAsync(string role) => SendAsync(
        role, "POST", "/api/2.0/clients", new Dictionary<string, string?> { ["Content-Type"] = "application/json" }, CorpusCase.CreateBody.ToJsonString());

    private async Task<JsonObject> GetAsync(string id) => JsonNode.Parse(
        (await SendAsync("admin", "GET", "/api/2.0/clients/" + id, new Dictionary<string, string?>(), null)).Body)!.AsObject();

    private Task<RawExchange> SendAsync(string? role, string method, string path, IReadOnlyDictionary<string, string?> headers, string? body)
    {
        var all = new Dictionary<string, string> { ["User-Agent"] = "corpus/1.0" };
        if (role is not null)
            all["x-signature"] = Signature(role);
        foreach ((string name, string? value) in headers)
        {
            if (value is null)
                all.Remove(name);
            else
                all[name] = value;
        }

        return RawExchange.SendAsync(sandbox.BaseAddress, method, path, all, body);
    }

    private string Signature(string role)
    {
        string signature = sandbox.DocSpace.IssueSignature(Portal, role switch
        {
            "user" => SandboxDefaults.DocSpaceUserId,
            "guest" => SandboxDefaults.DocSpaceGuestId,
            _ => SandboxDefaults.DocSpaceAdminId,
        });
        return role == "bad" ? signature[..^4] + "AAAA" : signature;
    }

    private static string Short(JsonNode node) => node.ToJsonString() is { Length: > 700 } text ? text[..700] : node.ToJsonString();
}
