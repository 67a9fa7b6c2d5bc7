using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

public sealed class WriterTests
{
    private static IEnumerable<TestCaseData> Texts() => Printable.Cases(
    [
        "", " ", "a", "a b", "a: b", "a #b", "a:", "a ", " a", "no", "Yes", "ON", "y", "null", "~", "true", "1", "1.5", "1e3", "0x1F", ".inf",
        "2024-01-01", "- a", "? a", ": a", "[a]", "{a}", "a, b", "*a", "&a", "!a", "%a", "@a", "`a", "|", ">", "'", "\"", "\\", "a\"b", "a'b",
        "a\nb", "a\r\nb", "\ta", "a\tb", "\0\u0001\u001f\u007f\u0085\u00a0\u2028\u2029\ufeff\ufffe\uffff", "😀 ü é 漢字", "---", "...", "--- a", "#",
        new string('k', 5000), new string('\u0001', 300), "https://client.example.com/cb?a=b&c=%20#frag", "=", "<<", "a\u00a0b", "\u00e9\u0301",
    ]);

    [TestCaseSource(nameof(Texts))]
    public async Task A_text_is_read_back_as_it_was(string text)
    {
        ClientManifest manifest = Of(JsonSerializer.SerializeToElement(text));

        ClientManifest read = (await Manifest.ReadAsync(Manifest.Yaml(manifest))).Single();

        Assert.That(
            (read.Values["description"].GetString(), read.Extensions["x"].GetString(), read.Extensions[text + "k"].GetString()), Is.EqualTo((text, text, text)));
    }

    [TestCase("""{"a":[{"b":[[],{},null,[1,[2,{"c":"d"}]]]},true],"e":{"f":{}}}""")]
    [TestCase("""[[[]]]""")]
    [TestCase("""[[1,2],[{"a":1,"b":[{"c":1}]}]]""")]
    [TestCase("""{"":1," ":2,"1":3,"null":4,"a: b":5}""")]
    [TestCase("123456789012345678901234567890.5")]
    public async Task A_value_of_a_vendor_is_read_back_as_it_was(string json)
    {
        ClientManifest read = (await Manifest.ReadAsync(Manifest.Yaml(Of(JsonElement.Parse(json))))).Single();

        Assert.That(JsonElement.DeepEquals(read.Extensions["x"], JsonElement.Parse(json)), Manifest.Yaml(read));
    }

    [Test]
    public async Task Random_texts_are_read_back_as_they_were()
    {
        var random = new Random(4);
        for (int i = 0; i < 2000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(3) switch
            {
                0 => ((char)random.Next(0x20, 0x7f)).ToString(),
                1 => " :#-\n\"'\t"[random.Next(8)].ToString(),
                _ => new Rune(random.Next(0xE000, 0x10FFFF)).ToString(),
            }));
            ClientManifest read = (await Manifest.ReadAsync(Manifest.Yaml(Of(JsonSerializer.SerializeToElement(text))))).Single();
            Assert.That(read.Extensions["x"].GetString(), Is.EqualTo(text));
        }
    }

    [Test]
    public async Task The_text_of_a_manifest_is_this()
    {
        string text = """
            ---
            client_id: "123"
            enabled: true
            client_name: Orders
            client_names:
              de: Bestellungen
              "no": Ordre
            contacts:
              - owner@example.com
            default_max_age: 60
            description: "one\ntwo"
            require_auth_time: false
            extensions:
              attributes:
                - key: a
                  value: "1"
                - key: b
                  value: []
              extension:
                accessTokenDuration: 3600

            """.ReplaceLineEndings("\n");

        Assert.That(Manifest.Yaml(await Manifest.ReadAsync(text)), Is.EqualTo(text));
    }

    [Test]
    public void JSON_has_the_same_keys_in_the_same_order()
    {
        ClientManifest manifest = new()
        {
            ClientId = "a",
            Extensions = ImmutableDictionary<string, JsonElement>.Empty.Add("x", JsonElement.Parse("""{"b":[{"d":1.50,"c":2}],"a":"é"}""")),
        };
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            ManifestWriter.WriteJson(writer, manifest);
        }

        Assert.That(
            Encoding.UTF8.GetString(stream.ToArray()),
            Is.EqualTo("""{"client_id":"a","extensions":{"x":{"a":"\u00E9","b":[{"c":2,"d":1.50}]}}}"""));
    }

    [Test]
    public void Vendor_properties_and_their_members_are_in_ordinal_order() => Assert.That(
        Manifest.Yaml(new ClientManifest
        {
            ClientId = "a",
            Extensions = new[] { "a", "B", "_" }.ToDictionary(name => name, _ => JsonElement.Parse("""{"ab":1,"a_b":2,"aB":3}""")),
        }),
        Is.EqualTo("---\nclient_id: a\nextensions:\n" + string.Concat(new[] { "B", "\"_\"", "a" }.Select(name => $"  {name}:\n    aB: 3\n    a_b: 2\n    ab: 1\n"))));

    [Test]
    public void What_a_manifest_does_not_say_is_not_written() =>
        Assert.That(Manifest.Yaml(new ClientManifest { ClientId = "a" }), Is.EqualTo("---\nclient_id: a\n"));

    private static ClientManifest Of(JsonElement value) => new()
    {
        ClientId = "a",
        Values = ImmutableDictionary<string, JsonElement>.Empty.Add(
            "description", value.ValueKind == JsonValueKind.String ? value : JsonElement.Parse("null")),
        Extensions = ImmutableDictionary<string, JsonElement>.Empty.Add("x", value).Add(
            value.ValueKind == JsonValueKind.String ? value.GetString() + "k" : "y", value),
    };
}
