using System.Text;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Reliability;

/// <summary>A request taken apart into its decoded texts: method, segments, query, names of headers and body.</summary>
public static class HostileShape
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<string> Of(SandboxRequest request)
    {
        string[] target = request.Target.Split('?', 2);
        return
        [
            request.Method,
            .. target[0].Split('/').Select(Decode),
            "?", .. target.Skip(1).SelectMany(q => q.Split('&')).SelectMany(p => p.Split('=').Select(Decode).Append("&")),
            "headers", .. request.Headers.Keys.Order(StringComparer.Ordinal),
            "body", .. request.Body.Length == 0 ? [] : Body(JsonNode.Parse(request.Body)),
        ];
    }

    // Only visible ASCII stands in a URL, and what the percent forms stand for is UTF-8.
    private static string Decode(string text)
    {
        var bytes = new List<byte>();
        for (int i = 0; i < text.Length; i++)
        {
            Assert.That(text[i], Is.InRange('!', '~'));
            bytes.Add(text[i] == '%' ? Convert.FromHexString(text.AsSpan(i + 1, 2))[0] : (byte)text[i]);
            i += text[i] == '%' ? 2 : 0;
        }

        return s_strict.GetString([.. bytes]);
    }

    private static IEnumerable<string> Body(JsonNode? node) => node switch
    {
        JsonObject members => ["{", .. members.SelectMany(m => Body(m.Value).Prepend(m.Key)), "}"],
        JsonArray items => ["[", .. items.SelectMany(Body), "]"],
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [node?.ToJsonString() ?? "null"],
    };
}
