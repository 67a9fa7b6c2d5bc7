using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Tests.Manifests;
using ClientMgmt.Tests.Model;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Schemas;

/// <summary>The schemas that are shipped say what the model and its documentation do.</summary>
public sealed class SchemaFileTests
{
    private const string Accept = "CLIENTMGMT_ACCEPT_SCHEMAS";
    private const string ClientFile = "schema/client.schema.json";

    private static readonly string[] s_values =
    [
        "null", "true", "\"text\"", "\"\"", "\"[redacted]\"", "0", "-1", "1.5", "60.0", "6e1", "2147483647", "2147483648", "1e20", "1e400",
        "[]", "[\"a\"]", "[1]", "[null]", "{}", "{\"en\":\"a\"}", "{\"en\":1}", "{\"client_name\":1}",
    ];

    private static IEnumerable<TestCaseData> Files =>
    [
        new TestCaseData(ClientFile, (Func<JsonObject>)ClientSchema.Create).SetArgDisplayNames(ClientFile),
        new TestCaseData("src/ClientMgmt.Manifests/manifest.schema.json", (Func<JsonObject>)ManifestSchemaFile.Create)
            .SetArgDisplayNames("manifest.schema.json"),
    ];

    private static JsonElement ClientJsonSchema { get; } = JsonElement.Parse(Repository.ReadAllText(ClientFile));

    private static IEnumerable<string> Names => ClientMetadata.StandardNames.Concat(
    [
        "client_id", "client_secret", "client_secret_expires_at", "client_id_issued_at", "enabled", "modified_at", "extensions",
        "client_name#de", "tos_uri#", "redirect_uris#de", "vendor", "",
    ]);

    [TestCaseSource(nameof(Files))]
    public void A_file_is_what_the_code_says(string file, Func<JsonObject> create)
    {
        string path = Path.Combine(Repository.Root, file), schema = SchemaSource.Write(create());
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(path, schema);
        }

        Assert.That(File.ReadAllText(path), Is.EqualTo(schema), $"""
            {file} is not what the model, its documentation and its constants say. If that is intended, run this, look at the
            change of the file, and commit it:
            {Accept}=1 dotnet test tests/ClientMgmt.Tests --filter {nameof(SchemaFileTests)}
            """);
    }

    [TestCaseSource(nameof(Names))]
    public void The_schema_of_clients_and_the_serializers_take_the_same_values(string name)
    {
        foreach (string value in s_values)
        {
            string json = new JsonObject { ["client_id"] = "a", [name] = JsonNode.Parse(value) }.ToJsonString();
            bool accepted = SchemaCheck.Accepts(ClientJsonSchema, JsonElement.Parse(json));

            Assert.That(() => Read(Serializers.SystemTextJson, json), Is.EqualTo(accepted), json);
            Assert.That(() => value == "1e400" || Read(Serializers.Newtonsoft, json) == accepted, Is.True, json);
        }
    }

    [Test]
    public void What_the_serializers_write_is_what_the_schema_of_clients_says()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            string json = Serializers.Both[seed % 2].Reveal(new Samples(seed).Client());

            Assert.That(SchemaCheck.Accepts(ClientJsonSchema, JsonElement.Parse(json)), json);
        }
    }

    [TestCase("token_endpoint_auth_method", "private_key_jwt")]
    [TestCase("grant_types", "urn:ietf:params:oauth:grant-type:device_code")]
    [TestCase("id_token_encrypted_response_enc", "A256GCM")]
    [TestCase("application_type", "native")]
    [TestCase("response_types", "code id_token")]
    public void Known_values_are_examples_and_no_closed_list(string name, string value)
    {
        JsonElement property = ClientJsonSchema.GetProperty("$defs").GetProperty("metadata").GetProperty("properties").GetProperty(name);
        JsonElement item = property.TryGetProperty("items", out JsonElement items) ? items : property;

        Assert.That(item.GetProperty("examples").EnumerateArray().Select(v => v.GetString()), Does.Contain(value));
        Assert.That(SchemaCheck.Accepts(item, JsonElement.Parse("\"a newer one\"")), Is.True);
    }

    [Test]
    public void Every_property_has_a_description() => Assert.That(
        ClientMetadata.StandardNames.Where(n => SchemaSource.Of(n)["description"]!.GetValue<string>() is not { Length: > 10 }), Is.Empty);

    // Summaries name a property before they explain it.
    [Test]
    public void Every_documentation_begins_with_the_name_in_JSON() => Assert.That(
        typeof(ClientMetadata).GetProperties().Where(p => ClientMgmt.Values.StandardProperty.All.Any(s => s.Member == p.Name))
            .Select(p => (p.Name, Documentation.NameOf(p))),
        Is.EquivalentTo(ClientMgmt.Values.StandardProperty.All.Select(s => (s.Member, s.IsTagged ? s.Key + "tag" : s.Key))));

    private static bool Read(Serializers serializer, string json)
    {
        try
        {
            return serializer.Read<OAuthClient>(json) is not null;
        }
        catch (Exception e) when (e is JsonException or Newtonsoft.Json.JsonException)
        {
            return false;
        }
    }
}
