using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>An answer, read whole.</summary>
internal sealed record Answer(int Status, string Text, string? MediaType, HttpResponseHeaders Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public JsonNode? this[string name] => Json[name];

    public string? Header(string name) => Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(",", values) : null;
}
