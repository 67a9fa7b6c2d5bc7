using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Another reader of YAML finds what was written.</summary>
internal sealed class YamlTextTests
{
    private static IEnumerable<TestCaseData> Texts() => Printable.Cases(
    [
        "plain", "https://a.example.com/cb?x=1&y=2", "with space", "", " ", " lead", "trail ", "a: b", "a:", "a #b", "#b", "- a", "-", "yes", "Null", "~", "1",
        "1.5", "0x1f", "2026-01-02", "true", "[a]", "{a}", "a, b", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a", "'a'", "\"a\"", "\\", "a\nb", "a\tb", "\u0085",
        "\u2028", "\ufeff", "\u001b", "Zoë", "😀", "e1", ".inf", "a  b", "? a", "<<", "=",
    ]);

    [TestCaseSource(nameof(Texts))]
    public void A_text_is_read_back_as_it_was(string text)
    {
        string yaml = Write(new JsonObject { ["key"] = text, ["list"] = new JsonArray(text, new JsonObject { [text + "k"] = text }) });
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        var list = (YamlSequenceNode)root.Children[new YamlScalarNode("list")];
        var inner = (YamlMappingNode)list.Children[1];

        Assert.That(
            (Value(root.Children[new YamlScalarNode("key")]), Value(list.Children[0]), Value(inner.Children.Single().Key), Value(inner.Children.Single().Value)),
            Is.EqualTo((text, text, text + "k", text)), yaml);
    }

    [TestCase("yes")]
    [TestCase("1")]
    [TestCase("null")]
    [TestCase("2026-01-02")]
    [TestCase("Yes")]
    [TestCase("NO")]
    [TestCase("Null")]
    [TestCase("True")]
    [TestCase("false")]
    [TestCase("no")]
    [TestCase("On")]
    [TestCase("off")]
    [TestCase("y")]
    [TestCase("N")]
    [TestCase("a: b")]
    [TestCase("a #b")]
    public void A_text_that_looks_like_something_else_is_quoted(string text) =>
        Assert.That(Write(JsonValue.Create(text)), Is.EqualTo($"\"{text}\"\n"));

    [Test]
    public void The_usual_controls_are_written_by_their_letters() =>
        Assert.That(Write(JsonValue.Create("a\tb\r\n\"\\\u0001")), Is.EqualTo("""
            "a\tb\r\n\"\\\u0001"

            """.ReplaceLineEndings("\n")));

    [TestCase(1000, false)]
    [TestCase(1001, true)]
    public void A_key_too_long_for_some_readers_is_marked_as_a_key(int length, bool isMarked) => Assert.That(
        Write(new JsonObject { [new string('k', length)] = 1 }),
        Is.EqualTo(isMarked ? $"? {new string('k', length)}\n: 1\n" : $"{new string('k', length)}: 1\n"));

    [Test]
    public void What_is_empty_is_written_as_such() => Assert.That(
        Write(new JsonObject { ["a"] = new JsonArray(), ["b"] = new JsonObject(), ["c"] = null }), Is.EqualTo("a: []\nb: {}\nc: null\n"));

    [Test]
    public void Members_stay_in_their_order_and_arrays_one_after_the_other_are_one() => Assert.That(
        Write(new JsonArray(new JsonObject { ["b"] = 1, ["a"] = new JsonArray(2) })) + Write(new JsonArray("c")),
        Is.EqualTo("- b: 1\n  a:\n    - 2\n- c\n"));

    private static string Write(JsonNode value)
    {
        using var text = new StringWriter();
        YamlText.Write(text, JsonSerializer.SerializeToElement(value));
        return text.ToString();
    }

    private static string? Value(YamlNode node) => ((YamlScalarNode)node).Value;
}
