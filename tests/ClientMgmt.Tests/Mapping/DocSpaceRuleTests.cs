using System.Text.Json;
using ClientMgmt.DocSpace;
using ClientMgmt.Mapping;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Mapping;

/// <summary>What DocSpace's servers were recorded to refuse is refused beforehand, and nothing else.</summary>
public sealed class DocSpaceRuleTests
{
    private static readonly (string Answer, Version Server)[] s_servers =
        [("3.6.1", new(3, 6)), ("3.7.2", new(3, 7)), ("develop-2026-06", new(99, 0))];

    private static readonly string[] s_answers = [.. s_servers.Select(s => s.Answer)];

    private static IEnumerable<(string Answer, string Value, string? Refusal, int Status)> Values()
    {
        string file = Path.Combine(Repository.Root, "tests", "ClientMgmt.Tests", "Sandbox", "Corpus", "docspace-wire.jsonl");
        foreach (JsonElement recorded in File.ReadLines(file).Select(line => JsonElement.Parse(line)))
        {
            string kind = recorded.GetProperty("kind").GetString()!;
            if (kind is "request" || !recorded.TryGetProperty("set", out JsonElement set) || set.EnumerateObject().Count() != 1)
            {
                continue;
            }

            JsonProperty member = set.EnumerateObject().First();
            foreach ((string answer, Version server) in s_servers)
            {
                MetadataMapping? row = DocSpaceProperties.For(server).Rows.FirstOrDefault(r => r.RequestName == member.Name && r.Rule is not null);
                if (row is not null && (kind == "create" || row.Capability.Updatable) && ValueOf(row, member.Value) is { } value && recorded.GetProperty("answers").TryGetProperty(answer, out JsonElement told))
                {
                    string text = member.Value.GetRawText();
                    string? refusal = row.Codec.Reject(value) ?? row.Rule!(value, kind == "create");
                    yield return (answer, $"{kind} {member.Name} {text[..Math.Min(60, text.Length)]}", refusal, told.GetProperty("status").GetInt32());
                }
            }
        }
    }

    [TestCaseSource(nameof(s_answers))]
    public void A_value_that_the_server_took_is_not_refused(string answer)
    {
        var taken = Values().Where(v => v.Answer == answer && v.Status < 300).ToList();

        Assert.That(taken, Is.Not.Empty.And.All.Matches<(string, string, string? Refusal, int)>(v => v.Refusal is null));
    }

    [Test]
    public void Most_of_what_the_servers_refused_is_foretold()
    {
        var refused = Values().Where(v => v.Status >= 400).ToList();

        Assert.That((double)refused.Count(v => v.Refusal is not null) / refused.Count, Is.GreaterThan(0.8));
    }

    private static object? ValueOf(MetadataMapping row, JsonElement json) => Expand(json) switch
    {
        string text when row.Name == "post_logout_redirect_uris" => new[] { text },
        string text when row.Name is not ("redirect_uris" or "allowed_origins") && text.Length > 0 => text,
        string[] { Length: > 0 } list when row.Name is "redirect_uris" or "allowed_origins" => list,
        _ => null,
    };

    // A text that stands in the recording as [before, unit, count, after] is written out.
    private static object? Expand(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => json.EnumerateArray().Select(Expand).ToArray() is var items && items.All(i => i is string)
            ? items.Cast<string>().ToArray()
            : null,
        JsonValueKind.Object when json.TryGetProperty("$text", out JsonElement parts) =>
            parts[0].GetString() + string.Concat(Enumerable.Repeat(parts[1].GetString(), parts[2].GetInt32())) + parts[3].GetString(),
        _ => null,
    };
}
