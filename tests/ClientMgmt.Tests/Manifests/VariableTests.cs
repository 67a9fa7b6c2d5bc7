using System.Text;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Variables in the texts of a manifest.</summary>
public sealed class VariableTests
{
    [TestCase("${A}", "1")]
    [TestCase("x${A}y${A}", "x1y1")]
    [TestCase("$${A}", "${A}")]
    [TestCase("$$${A}", "$${A}")]
    [TestCase("$${", "${")]
    [TestCase("$A $ {A}", "$A $ {A}")]
    [TestCase("${B}", "${A}\": [] # x\n")]
    public async Task A_text_gets_the_values_of_its_variables_once(string text, string expected) =>
        Assert.That((await ReadAsync($"client_name: '{text}'")).ClientName, Is.EqualTo(expected));

    [TestCase("client_id: ${A}", "1")]
    [TestCase("client_id: \"${A}\"", "1")]
    public async Task An_id_may_be_a_variable(string text, string expected) =>
        Assert.That((await ReadAsync(text)).ClientId, Is.EqualTo(expected));

    [Test]
    public async Task A_value_cannot_alter_the_document()
    {
        ClientManifest manifest = await ReadAsync("client_name: A\nextensions:\n  x: ${C}\n  y: [\"${C}\"]\n  ${A}: ${N}\n");

        Assert.That(manifest.Extensions["x"].GetRawText(), Is.EqualTo("\"[1, 2]\""));
        Assert.That(manifest.Extensions["y"].GetRawText(), Is.EqualTo("[\"[1, 2]\"]"));
        Assert.That(manifest.Extensions["${A}"].GetRawText(), Is.EqualTo("\"null\""));
    }

    [TestCase("client_name: A\nclient_uri: ${X}", 2, 13)]
    [TestCase("client_name: A\ncontacts:\n  - ok\n  - a ${x}", 4, 5)]
    [TestCase("client_name: A\nextensions: { a: [{ b: \"${X}\" }] }", 2, 24)]
    [TestCase("client_id: ${X}", 1, 12)]
    [TestCase("client_name: A\nclient_uri: ${}", 2, 13)]
    [TestCase("client_name: A\nclient_uri: ${A-B}", 2, 13)]
    [TestCase("client_name: A\nclient_uri: ${A", 2, 13)]
    [TestCase("client_name: A\ndefault_max_age: ${A}", 2, 18)]
    [TestCase("client_name: A\nenabled: ${A}", 2, 10)]
    public void What_is_no_variable_or_no_text_is_an_error_with_its_place(string text, int line, int column)
    {
        ManifestProblem problem = Assert.ThrowsAsync<ManifestException>(() => ReadAsync(text))!.Problems.Single();

        Assert.That((problem.Location!.Line, problem.Location.Column), Is.EqualTo((line, column)), problem.Message);
    }

    [TestCase("${X} ${Y}", "There is no variable 'X'. Where the text itself is meant, write $${X}.")]
    [TestCase("${} ${X}", "A variable is written as in ${HOST}, with letters, digits and _; where a text holds ${ itself, write $${.")]
    public void The_first_mistake_of_a_text_is_told(string text, string message) => Assert.That(
        Assert.ThrowsAsync<ManifestException>(() => ReadAsync($"client_name: '{text}'"))!.Problems.Single().Message, Is.EqualTo(message));

    [Test]
    public void A_value_that_is_not_valid_Unicode_is_an_error()
    {
        foreach (string value in new[] { "\ud800", "\ude00", "a\ud800", "a\ude00", "\ud800a", "\ud83d\ude00\ude00" })
        {
            var options = new ReaderOptions { Variables = new Dictionary<string, string> { ["A"] = value } };

            Assert.That(Message("client_name: ${A}", options), Is.EqualTo("This text is not valid Unicode."));
            Assert.That(Message("client_id: ${A}", options), Does.StartWith("client_id must be a text"));
        }

        string Message(string text, ReaderOptions options) =>
            Assert.ThrowsAsync<ManifestException>(() => ReadAsync(text, options))!.Problems[0].Message;
    }

    [Test]
    public async Task A_value_may_hold_any_valid_Unicode() => Assert.That(
        (await ReadAsync("client_name: ${A}", new ReaderOptions { Variables = new Dictionary<string, string> { ["A"] = "a😀ü😀" } })).ClientName,
        Is.EqualTo("a😀ü😀"));

    [Test]
    public async Task Without_variables_a_text_stays_as_it_stands() =>
        Assert.That((await ReadAsync("client_name: \"${A} $${A}\"", new ReaderOptions { Variables = null })).ClientName, Is.EqualTo("${A} $${A}"));

    [TestCase("${A}")]
    [TestCase("$${A}")]
    [TestCase("$$${")]
    [TestCase("a$")]
    public async Task What_is_written_is_read_as_the_same(string name)
    {
        ClientManifest manifest = await ReadAsync("client_name: x", new ReaderOptions());
        manifest = manifest with { Values = new Dictionary<string, System.Text.Json.JsonElement> { ["client_name"] = System.Text.Json.JsonSerializer.SerializeToElement(name) } };

        Assert.That((await ReadAsync(Manifest.Yaml(manifest))).ClientName, Is.EqualTo(name));
    }

    private static async Task<ClientManifest> ReadAsync(string text, ReaderOptions? options = null)
    {
        options ??= new ReaderOptions
        {
            Variables = new Dictionary<string, string> { ["A"] = "1", ["B"] = "${A}\": [] # x\n", ["C"] = "[1, 2]", ["N"] = "null" },
        };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await ManifestReader.ReadAsync(stream, "m.yaml", options)).Single();
    }
}
