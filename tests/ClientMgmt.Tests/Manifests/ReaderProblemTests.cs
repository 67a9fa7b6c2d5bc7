using System.Text;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>What is refused, where, and what is said about it.</summary>
public sealed class ReaderProblemTests
{
    private static readonly object[] s_refused =
    [
        new object[] { "client_id: a\nclient_nam: b\n", 2, 1, "did you mean 'client_name'" },
        new object[] { "client_id: a\nredirectUris: []\n", 2, 1, "did you mean 'redirect_uris'" },
        new object[] { "client_id: a\npkceRequired: true\n", 2, 1, "under extensions" },
        new object[] { "client_id: a\nclient_name: b\nclient_name: c\n", 3, 1, "second time" },
        new object[] { "client_id: a\nclient_secret: b\n", 2, 1, "set-secret" },
        new object[] { "client_id: a\nextensions:\n  clientSecret: b\n", 3, 3, "set-secret" },
        new object[] { "client_id: a\nextensions:\n  client_name: b\n", 3, 3, "outside of extensions" },
        new object[] { "client_id: a\nextensions:\n  x: 1\n  x: 2\n", 4, 3, "second time" },
        new object[] { "client_id: a\nclient_names: {ja: x}\n\"client_name#ja\": y\n", 3, 1, "'ja' is in client_names too." },
        new object[] { "client_id: a\n\"client_name#ja\": 1\n", 2, 19, "client_name#ja must be a text" },
        new object[] { "client_id: a\nextensions:\n  x: {y: 1, y: 2}\n", 3, 13, "second time" },
        new object[] { "client_id: a\nextensions: [x]\n", 2, 13, "must be an object" },
        new object[] { "client_id: a\nenabled: yes\n", 2, 10, "must be true or false" },
        new object[] { "client_id: a\nenabled: null\n", 2, 10, "must be true or false" },
        new object[] { "client_id: a\nsoftware_version: 1.10\n", 2, 19, "in quotes: \"1.10\"" },
        new object[] { "client_id: a\nclient_name: true\n", 2, 14, "in quotes" },
        new object[] { "client_id: a\nredirect_uris: https://a\n", 2, 16, "must be a list" },
        new object[] { "client_id: a\nredirect_uris:\n- https://a\n- 5\n", 4, 3, "An entry of redirect_uris" },
        new object[] { "client_id: a\nredirect_uris:\n-\n", 3, 2, "An entry of redirect_uris" },
        new object[] { "client_id: a\ndefault_max_age: 1.5\n", 2, 18, "whole number" },
        new object[] { "client_id: a\ndefault_max_age: -1\n", 2, 18, "whole number" },
        new object[] { "client_id: a\ndefault_max_age: 99999999999\n", 2, 18, "whole number" },
        new object[] { "client_id: a\ndefault_max_age: '60'\n", 2, 18, "whole number" },
        new object[] { "client_id: a\nclient_names: {en: 5}\n", 2, 20, "must be a text" },
        new object[] { "client_id: a\njwks: text\n", 2, 7, "must be an object" },
        new object[] { "client_id: a\njwks: {keys: [{kty: oct, k: AAAA}]}\n", 2, 7, "private key" },
        new object[] { "client_id: a\nextensions: {x: 007}\n", 2, 17, "JSON has no number 007" },
        new object[] { "client_id: a\nextensions: {x: .inf}\n", 2, 17, "JSON has no number" },
        new object[] { "client_id: 1.5\n", 1, 12, "client_id must be" },
        new object[] { "client_id: 007\n", 1, 12, "client_id must be" },
        new object[] { "client_id: -1\n", 1, 12, "client_id must be" },
        new object[] { "client_id: ''\n", 1, 12, "client_id must be" },
        new object[] { "client_id: ~\nclient_name: a\n", 1, 12, "client_id must be" },
        new object[] { "enabled: true\n", 1, 1, "which client is meant" },
        new object[] { "client_name: ''\n", 1, 1, "which client is meant" },
        new object[] { "client_name: [a]\n", 1, 14, "client_name must be a text" },
        new object[] { "- client_id: a\n- [client_id: a]\n", 2, 3, "A client is an object" },
        new object[] { "text\n", 1, 1, "A client is an object" },
        new object[] { "''\n", 1, 1, "A client is an object" },
        new object[] { "", 1, 1, "no client in it" },
        new object[] { "---\n---\n", 1, 1, "no client in it" },
        new object[] { "client_id: !!str a\n", 1, 12, "tag" },
        new object[] { "client_id: !secret a\n", 1, 12, "tag" },
        new object[] { "!!str client_id: a\n", 1, 1, "The tag " },
        new object[] { "client_id: *nowhere\n", 1, 12, "anchor" },
        new object[] { "client_id: &a x\n---\nclient_id: *a\n", 3, 12, "there is no anchor 'a'" },
        new object[] { "client_id: &a x\nclient_name: *A\n", 2, 14, "there is no anchor 'A'" },
        new object[] { "client_id: a\n? [x]\n: y\n", 2, 3, "key must be a text" },
        new object[] { "client_id: a\n\tenabled: true\n", 2, 1, "not valid YAML" },
        new object[] { "client_id: 'a\n", 1, 12, "not valid YAML" },
        new object[] { "client_id: a\n---\nclient_id: [b\nc: d\n", 3, 12, "not valid YAML: what begins here does not end" },
        new object[] { "{client_id: a\n", 2, 1, "not valid YAML" },
        new object[] { "client_id: !<> a\n", 1, 10, "not valid YAML: what begins here does not end" },
        new object[] { "client_id: a\n<<: {enabled: true}\n", 2, 1, "'<<' is unknown" },
    ];

    private static readonly object[] s_refusedJson =
    [
        new object[] { "{\n  \"client_id\": \"a\",\n  \"über\": 1\n}", 3, 3, "unknown" },
        new object[] { "{\"client_id\": \"ü\", \"client_id\": \"b\"}", 1, 20, "second time" },
        new object[] { "{\"client_id\": \"a\",}", 1, 19, "not valid JSON" },
        new object[] { "{\"client_id\": \"a\"}\n{\"client_id\": \"b\"}", 2, 1, "not valid JSON" },
        new object[] { "{\"client_id\":\n  \"\\ud800\"}", 2, 3, "not valid Unicode" },
        new object[] { "\n{\"x\": 1, \"client_id\": \"a\"}", 2, 2, "'x' is unknown" },
        new object[] { "[]", 1, 1, "no client in it" },
        new object[] { "[\n  {\"client_id\": \"a\"},\n  {\"client_id\": \"b\", \"x\": 1}\n]", 3, 22, "'x' is unknown" },
        new object[] { " \n", 1, 1, "no client in it" },
    ];

    [TestCaseSource(nameof(s_refused))]
    public async Task A_mistake_in_YAML_is_told_with_its_place(string text, int line, int column, string message)
    {
        ManifestProblem problem = (await Manifest.ProblemsAsync(text)).Single();

        Assert.That((problem.Location, problem.Message), Is.EqualTo((new ManifestLocation("clients.yaml", line, column), problem.Message)));
        Assert.That(problem.Message, Does.Contain(message));
    }

    [TestCaseSource(nameof(s_refusedJson))]
    public async Task A_mistake_in_JSON_is_told_with_its_place(string text, int line, int column, string message)
    {
        ManifestProblem problem = (await Manifest.ProblemsAsync(text, "clients.json")).Single();

        Assert.That((problem.Location, problem.Message), Is.EqualTo((new ManifestLocation("clients.json", line, column), problem.Message)));
        Assert.That(problem.Message, Does.Contain(message));
    }

    [TestCase("{\"client_nam\": \"a\",\n oops", 2, 2, "JSON")]
    [TestCase("\n\n [{\"client_nam\": \"a\"", 3, 21, "JSON")]
    [TestCase("client_id: [", 2, 1, "YAML")]
    public async Task A_mistake_in_standard_input_is_told_as_one_in_what_it_looks_like(string text, int line, int column, string format)
    {
        ManifestProblem problem = (await Manifest.ProblemsAsync(text, "standard input")).Single();

        Assert.That(problem.Location, Is.EqualTo(new ManifestLocation("standard input", line, column)));
        Assert.That(problem.Message, Does.StartWith($"This is not valid {format}: "));
    }

    [TestCase("CLIENTS.JSON", "JSON")]
    [TestCase("CLIENTS.YAML", "YAML")]
    public async Task The_ending_of_a_name_tells_the_format_whatever_its_case(string name, string format) => Assert.That(
        (await Manifest.ProblemsAsync("{client_id: [a}", name)).Single().Message, Does.StartWith($"This is not valid {format}: "));

    [Test]
    public async Task All_mistakes_of_a_file_are_told() => Assert.That(
        (await Manifest.ProblemsAsync("client_id: a\nx: 1\n---\nclient_id: b\nenabled: 1\ny: 1\n---\n[\n")).Select(p => p.Location!.Line),
        Is.EqualTo(new[] { 2, 5, 6, 9 }));

    [Test]
    public async Task A_file_that_is_not_UTF8_is_told_with_the_place() => Assert.That(
        (await Manifest.ProblemsAsync([.. "client_id: a\nclient_name: "u8, .. Encoding.Latin1.GetBytes("für")])).Single().ToString(),
        Does.StartWith("clients.yaml:2:15: This is not UTF-8"));

    [Test]
    public async Task The_column_of_what_is_not_UTF8_is_counted_in_its_line() => Assert.That(
        (await Manifest.ProblemsAsync([.. "client_id: a\nclient_name: b\nclient_uri: ü"u8, 0xFF])).Single().Location,
        Is.EqualTo(new ManifestLocation("clients.yaml", 3, 14)));

    [Test]
    public async Task A_file_that_begins_with_what_is_not_UTF8_is_told_with_the_place() => Assert.That(
        (await Manifest.ProblemsAsync([0xFF])).Single().Location, Is.EqualTo(new ManifestLocation("clients.yaml", 1, 1)));

    [Test]
    public async Task What_is_wrong_with_JSON_is_told_without_a_second_place() => Assert.That(
        (await Manifest.ProblemsAsync("{\"client_id\": \"a\",}", "clients.json")).Single().Message,
        Does.StartWith("This is not valid JSON: The JSON object").And.Not.Contain("LineNumber").And.Not.Contain("BytePosition"));

    [Test]
    public async Task A_file_in_UTF16_is_refused() => Assert.That(
        await Manifest.ProblemsAsync([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("client_id: a\n")]), Is.Not.Empty);
}
