using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox.Corpus;

/// <summary>Sends recorded requests to a sandbox of one generation and tells where it answers otherwise than the server did.</summary>
internal sealed class CorpusReplay(SandboxServer sandbox, string version)
{
    private const string Portal = SandboxDefaults.Portal;

    // Of an administrator there were more than a page.
    private const int Earlier = 60;

    private static readonly Dictionary<string, string?> s_json = new() { ["Content-Type"] = "application/json" };

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
        string id = Id(await SendAsync(recorded.Role == "user" ? "user" : "admin", "POST", "/api/2.0/clients", s_json, CorpusCase.CreateBody.ToJsonString()));
        JsonObject before = await GetAsync(id);
        RawExchange answer = await SendAsync(recorded.Signed ? recorded.Role : null, recorded.Method, recorded.Path(id), recorded.Headers, recorded.Body);
        JsonObject seen = recorded.Kind == "request" ? CorpusAnswer.OfRequest(answer) : CorpusAnswer.OfWrite(answer);
        if (recorded.Kind == "create" && answer.Status == 201)
            seen["stored"] = CorpusAnswer.Changes(before, await GetAsync(Id(answer)));
        if (recorded.Kind == "update")
            seen["changed"] = CorpusAnswer.Changes(before, await GetAsync(id));
        Forget();
        JsonObject expected = CorpusAnswer.Whole(recorded.Answer(version));
        return JsonNode.DeepEquals(expected, seen) ? null : $"expected {Short(expected)}\n    seen     {Short(seen)}";
    }

    /// <summary>Removes what the request and its preparation have left, so that the next one finds the same.</summary>
    private void Forget()
    {
        foreach (string id in sandbox.DocSpace.ClientIds(Portal).Except(_earlier))
            sandbox.DocSpace.RemoveClient(Portal, id);
    }

    private static string Id(RawExchange created) => (string)JsonNode.Parse(created.Body)!["client_id"]!;

    private async Task<JsonObject> GetAsync(string id) =>
        JsonNode.Parse((await SendAsync("admin", "GET", "/api/2.0/clients/" + id, new Dictionary<string, string?>(), null)).Body)!.AsObject();

    private Task<RawExchange> SendAsync(string? role, string method, string path, IReadOnlyDictionary<string, string?> headers, string? body)
    {
        var all = new Dictionary<string, string?> { ["User-Agent"] = "corpus/1.0" };
        if (role is not null)
            all["x-signature"] = Signature(role);
        foreach ((string name, string? value) in headers)
            all[name] = value;
        return RawExchange.SendAsync(
            sandbox.BaseAddress, method, path, all.Where(h => h.Value is not null).Select(h => KeyValuePair.Create(h.Key, h.Value!)), body);
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
