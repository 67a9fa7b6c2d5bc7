using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

public sealed class SchemaTests
{
    private static readonly JsonElement s_schema = JsonElement.Parse(ManifestSchema.Json);

    private static readonly string[] s_values =
    [
        "null", "true", "false", "\"text\"", "\"\"", "\" \"", "\"123\"", "0", "60", "-1", "1.5", "60.0", "6e1", "2147483647", "2147483648", "1e400",
        "[]", "[\"a\"]", "[\"\"]", "[1]", "[null]", "[[]]", "{}", "{\"en\":\"a\"}", "{\"en\":1}", "{\"en\":null}", "{\"keys\":[]}",
        "{\"client_name\":\"a\"}", "{\"client_secret\":\"a\"}", "{\"clientSecret\":\"a\"}", "{\"\":1}", "{\"pkceRequired\":true}", "{\"enabled\":true}",
    ];

    private static IEnumerable<string> Names => ClientMetadata.StandardNames.Concat(
        ["client_id", "enabled", "extensions", "client_secret", "clientName", "extension", "", "client_name#en", "$schema"]);

    [TestCaseSource(nameof(Names))]
    public async Task The_schema_and_the_reader_take_the_same_values(string name)
    {
        foreach (string value in s_values)
        {
            JsonObject with = new() { ["client_id"] = "a" }, alone = [];
            with[name] = JsonNode.Parse(value);
            alone[name] = JsonNode.Parse(value);
            foreach (string json in new[] { with.ToJsonString(), alone.ToJsonString() })
            {
                bool accepted = SchemaCheck.Accepts(s_schema, JsonElement.Parse(json));
                Assert.That((await Manifest.ProblemsAsync(json, "a.json")).Count == 0, Is.EqualTo(accepted), json);
                Assert.That((await Manifest.ProblemsAsync(json, "a.yaml")).Count == 0, Is.EqualTo(accepted), json);
                Assert.That(SchemaCheck.Accepts(s_schema, JsonElement.Parse($"[{json}]")), Is.EqualTo(accepted), json);
            }
        }
    }

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("\"a\"")]
    [TestCase("""[{"client_id": "a"}, {}]""")]
    [TestCase("""[[{"client_id": "a"}]]""")]
    public async Task What_is_no_client_is_refused_by_both(string json) => Assert.That(
        (SchemaCheck.Accepts(s_schema, JsonElement.Parse(json)), (await Manifest.ProblemsAsync(json, "a.json")).Count == 0),
        Is.EqualTo((false, false)));

    [Test]
    public void The_schema_says_its_draft() => Assert.That(
        s_schema.GetProperty("$schema").GetString(), Is.EqualTo("https://json-schema.org/draft/2020-12/schema"));

    [Test]
    public void The_file_that_is_shipped_is_the_schema() => Assert.That(
        Repository.ReadAllText("src", "ClientMgmt.Manifests", "manifest.schema.json"), Is.EqualTo(ManifestSchema.Json));
}
