using System.Text;
using System.Text.Json.Nodes;

namespace ClientMgmt.Tests.Sandbox.Corpus;

/// <summary>A recorded request, with what the servers answered by version.</summary>
internal sealed class CorpusCase(JsonObject line)
{
    private const string Valid = """
        "logo": "data:image/png;base64,iVBORw0KGgo=", "allow_pkce": false,
        "redirect_uris": ["https://example.com/callback"], "allowed_origins": ["https://example.com"]
        """;

    public static readonly JsonObject CreateBody = JsonNode.Parse($$"""
        {
          "name": "Corpus", "description": "d", "website_url": "https://example.com", "terms_url": "https://example.com/terms",
          "policy_url": "https://example.com/policy", "logout_redirect_uri": "https://example.com/logout",
          "scopes": ["openid", "files:read"], {{Valid}}
        }
        """)!.AsObject();

    private static readonly JsonObject s_updateBody =
        JsonNode.Parse($$"""{ "name": "Corpus 2", "description": "e", "scopes": ["files:read"], {{Valid}} }""")!.AsObject();

    public string Id => (string)line["id"]!;

    public string RecordedPath => (string)line["path"]!;

    public string Kind => (string)line["kind"]!;

    public string? Role => line["role"] is { } role ? (string)role! : "admin";

    public bool Signed => Kind != "request" || line["role"] is not null;

    public string Method => Kind switch
    {
        "create" => "POST",
        "update" => "PUT",
        _ => (string)line["method"]!,
    };

    public string Path(string id) => Kind switch
    {
        "create" => "/api/2.0/clients",
        "update" => "/api/2.0/clients/" + id,
        _ => ((string)Whole(line["path"])!).Replace("{id}", id, StringComparison.Ordinal)
            .Replace("{ID}", id.ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("{gone}", "11111111-2222-3333-4444-555555555555", StringComparison.Ordinal),
    };

    public IReadOnlyDictionary<string, string?> Headers => Kind == "request"
        ? line["headers"]!.AsObject().ToDictionary(h => h.Key, h => (string?)h.Value)
        : new Dictionary<string, string?> { ["Content-Type"] = "application/json" };

    public string? Body => Kind == "request" ? (string?)Whole(line["body"]) : Changed(Kind == "create" ? CreateBody : s_updateBody).ToJsonString();

    public JsonObject Answer(string version) => line["answers"]![version]!.AsObject();

    public override string ToString() => Kind == "request"
        ? $"{line["id"]} {line["role"]} {Method} {Short(line["path"])} {Short(line["headers"])} {Short(line["body"])}"
        : $"{line["id"]} {Kind} {Short(line["set"])} without {Short(line["without"])}";

    public static IReadOnlyList<CorpusCase> Read(string file) =>
        [.. File.ReadLines(file, Encoding.UTF8).Where(l => l.Length > 0).Select(l => new CorpusCase(JsonNode.Parse(l)!.AsObject()))];

    /// <summary>A value with its texts written out: {"$text": [before, unit, count, after]} is before, the unit so many times, after.</summary>
    public static JsonNode? Whole(JsonNode? node) => node switch
    {
        JsonObject text when text["$text"] is JsonArray parts => Repeat(parts),
        JsonArray entries => new JsonArray([.. entries.Select(Whole)]),
        _ => node?.DeepClone(),
    };

    private JsonObject Changed(JsonObject body)
    {
        var changed = (JsonObject)body.DeepClone();
        foreach ((string name, JsonNode? value) in line["set"]!.AsObject())
            changed[name] = Whole(value);
        foreach (JsonNode? name in line["without"]!.AsArray())
            changed.Remove((string)name!);
        return changed;
    }

    private static string Repeat(JsonArray parts) =>
        (string)parts[0]! + string.Concat(Enumerable.Repeat((string)parts[1]!, (int)parts[2]!)) + (string)parts[3]!;

    private static string Short(JsonNode? node) => node?.ToJsonString() is { Length: > 120 } text ? text[..120] : node?.ToJsonString() ?? "";
}
