using System.Text;
using System.Text.Json;
using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

public sealed class ReaderTests
{
    [TestCase("enabled: no", "software_version: 'x'", false)]
    [TestCase("software_version: no", "software_version: \"no\"", true)]
    [TestCase("software_version: 2024-01-01", "software_version: \"2024-01-01\"", true)]
    [TestCase("software_version: \"1.10\"", "software_version: '1.10'", true)]
    [TestCase("redirect_uris: [https://a.example.com/cb]", "redirect_uris:\n- https://a.example.com/cb", true)]
    [TestCase("description: |\n  one\n  two\n", "description: \"one\\ntwo\\n\"", true)]
    [TestCase("description: >-\n  one\n  two\n", "description: one two", true)]
    [TestCase("description: \"\\ud83d\\ude00 \\u00fc\"", "description: 😀 ü", true)]
    [TestCase("redirect_uris: &x [a]\nresponse_types: *x", "redirect_uris: [a]\nresponse_types: [a]", true)]
    [TestCase("client_names: {no: navn}", "client_names: {\"no\": \"navn\"}", true)]
    public async Task Texts_are_the_same_or_not(string left, string right, bool same)
    {
        string Text(string member) => $"client_id: a\n{member}\n";
        bool equal = (await Manifest.ProblemsAsync(Text(left))).Count == 0
            && Manifest.Yaml(await Manifest.ReadAsync(Text(left))) == Manifest.Yaml(await Manifest.ReadAsync(Text(right)));

        Assert.That(equal, Is.EqualTo(same));
    }

    [TestCase("client_id: 123", "123")]
    [TestCase("client_id: 12345678901234567890123", "12345678901234567890123")]
    [TestCase("client_id: 1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890")]
    [TestCase("client_id: 60.0", "60")]
    [TestCase("client_id: 6e1", "60")]
    [TestCase("client_id: 0.0", "0")]
    [TestCase("client_id: '0123'", "0123")]
    [TestCase("client_id: 6c7cf17b-1bd3-47d5-94c6-be2d35701111", "6c7cf17b-1bd3-47d5-94c6-be2d35701111")]
    public async Task An_id_keeps_its_digits(string text, string id) =>
        Assert.That((await Manifest.ReadAsync(text)).Single().ClientId, Is.EqualTo(id));

    [TestCase("123456789012345678901234567890")]
    [TestCase("0.1000000000000000055511151231257827021181583404541015625")]
    [TestCase("1e400")]
    [TestCase("-0")]
    public async Task A_number_of_a_vendor_keeps_its_digits(string number)
    {
        foreach (string name in new[] { "clients.yaml", "clients.json" })
        {
            ClientManifest manifest = (await Manifest.ReadAsync($$$"""{"client_id": "a", "extensions": {"x": {{{number}}}}}""", name)).Single();
            Assert.That(manifest.Extensions["x"].GetRawText(), Is.EqualTo(number));
        }
    }

    [Test]
    public async Task Null_and_empty_are_kept_apart_from_absent()
    {
        ClientManifest manifest = (await Manifest.ReadAsync("client_id: a\ncontacts: []\nlogo_uri:\nclient_uri: ''\nextensions: {x: null, y: ''}\n")).Single();

        Assert.That(
            manifest.Values.Concat(manifest.Extensions).OrderBy(v => v.Key).Select(v => $"{v.Key} {v.Value.GetRawText()}"),
            Is.EqualTo(new[] { "client_uri \"\"", "contacts []", "logo_uri null", "x null", "y \"\"" }));
    }

    [TestCase("\"client_name#ja\": 注文\n\"client_name#de\": Aufträge")]
    [TestCase("client_names: {de: Aufträge}\n\"client_name#ja\": 注文")]
    public async Task A_text_in_a_language_may_have_a_name_of_its_own(string text) => Assert.That(
        (await Manifest.ReadAsync("client_name: Orders\n" + text)).Single().Values["client_names"].EnumerateObject().Select(t => $"{t.Name} {t.Value}"),
        Is.EqualTo(new[] { "de Aufträge", "ja 注文" }));

    [Test]
    public async Task A_text_in_a_language_may_stand_beside_no_other_texts() => Assert.That(
        (await Manifest.ReadAsync("client_id: a\nclient_names: null\n\"client_name#ja\": 注文\n")).Single().Values["client_names"].GetRawText(),
        Is.EqualTo(JsonSerializer.Serialize(new { ja = "注文" })));

    [Test]
    public async Task Tags_that_differ_in_case_are_two() => Assert.That(
        (await Manifest.ReadAsync("client_id: a\nclient_names: {de: x}\n\"client_name#DE\": y\n")).Single().Values["client_names"].GetRawText(),
        Is.EqualTo("""{"DE":"y","de":"x"}"""));

    [Test]
    public async Task Vendor_properties_that_differ_in_case_are_two() => Assert.That(
        (await Manifest.ReadAsync("client_id: a\nextensions: {color: red, Color: blue}\n")).Single().Extensions.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key} {e.Value}"),
        Is.EqualTo(new[] { "Color blue", "color red" }));

    [TestCase(">\n  openid\n  email\n")]
    [TestCase("|\n  openid\n  email\n")]
    [TestCase("\" openid  email \"")]
    public async Task Scopes_are_separated_by_one_space(string scope) => Assert.That(
        (await Manifest.ReadAsync("client_name: x\nscope: " + scope)).Single().Values["scope"].GetString(), Is.EqualTo("openid email"));

    [Test]
    public async Task Documents_without_content_are_skipped() => Assert.That(
        (await Manifest.ReadAsync("---\n# nothing\n---\nclient_id: a\n---\n---\nclient_id: b\n...\n---\n")).Select(m => m.ClientId),
        Is.EqualTo(new[] { "a", "b" }));

    [TestCase("clients.yaml")]
    [TestCase("clients.json")]
    public async Task A_byte_order_mark_and_lines_of_Windows_are_read(string name) => Assert.That(
        (await Manifest.ReadAsync([.. Encoding.UTF8.Preamble, .. "{\r\n\"client_id\":\r\n\"a\"}\r\n"u8], name)).Single().ClientId,
        Is.EqualTo("a"));

    [TestCase("clients.json")]
    [TestCase("CLIENTS.JSON")]
    [TestCase("standard input")]
    public async Task Tabs_in_JSON_are_read(string name) => Assert.That(
        (await Manifest.ReadAsync("{\n\t\"client_id\":\t\"a\\/b\"\n}", name)).Single().ClientId, Is.EqualTo("a/b"));

    [TestCase("clients.yaml")]
    [TestCase("clients.json")]
    public async Task A_logo_of_a_megabyte_is_read(string name)
    {
        string logo = "data:image/png;base64," + new string('A', 1 << 20);

        ClientManifest manifest = (await Manifest.ReadAsync($$"""{"client_id": "a", "logo_uri": "{{logo}}"}""", name)).Single();

        Assert.That(manifest.Values["logo_uri"].GetString(), Is.EqualTo(logo));
    }

    [Test]
    public async Task A_manifest_says_where_it_and_its_properties_stand()
    {
        ClientManifest manifest = (await Manifest.ReadAsync("# first\nclient_id: a\nextensions:\n  x: 1\n")).Single();

        Assert.That(
            (manifest.Location, manifest.LocationOf("x"), manifest.LocationOf("y")),
            Is.EqualTo((new ManifestLocation("clients.yaml", 2, 1), new ManifestLocation("clients.yaml", 4, 3), manifest.Location)));
    }

    [TestCase("\"client_name#ja\": x\n\"client_name#de\": y\n", 2)]
    [TestCase("\"client_name#ja\": x\nclient_names: {de: y}\n", 3)]
    [TestCase("client_names: {de: y}\n\"client_name#ja\": x\n", 2)]
    public async Task Texts_in_languages_stand_where_their_property_does_or_else_the_first_of_them(string text, int line) => Assert.That(
        (await Manifest.ReadAsync("client_id: a\n" + text)).Single().LocationOf("client_names"), Is.EqualTo(new ManifestLocation("clients.yaml", line, 1)));

    [Test]
    public async Task A_folder_is_its_files_in_ordinal_order()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in new[] { "b.yml", "B.yaml", "a.json", "c.txt" })
        {
            await File.WriteAllTextAsync(Path.Combine(folder.Path, name), $$"""{"client_id": "{{name}}"}""");
        }

        IReadOnlyList<ClientManifest> manifests = await ManifestReader.ReadAsync([folder.Path]);

        Assert.That(manifests.Select(m => m.ClientId), Is.EqualTo(new[] { "B.yaml", "a.json", "b.yml" }));
    }

    [Test]
    public async Task Of_a_folder_files_are_left_out_by_their_exact_names_and_read_whatever_the_case_of_their_endings()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in new[] { "a.yaml", "B.yaml", "c.YML" })
        {
            await File.WriteAllTextAsync(Path.Combine(folder.Path, name), $"client_id: {name}\n");
        }

        IReadOnlyList<ClientManifest> manifests = await ManifestReader.ReadAsync([folder.Path], new ReaderOptions { IgnoredFiles = ["a.yaml", "b.yaml"] });

        Assert.That(manifests.Select(m => m.ClientId), Is.EqualTo(new[] { "B.yaml", "c.YML" }));
    }

    [Test]
    public void Cancelling_ends_the_reading()
    {
        string file = Path.GetTempFileName();

        Assert.That(() => ManifestReader.ReadAsync([file], cancellationToken: new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        File.Delete(file);
    }

    [Test]
    public async Task A_stream_that_comes_in_small_pieces_is_read_to_its_end()
    {
        using var stream = new OneByOne(Encoding.UTF8.GetBytes("client_id: abc\n"));

        Assert.That((await ManifestReader.ReadAsync(stream, "a.yaml")).Single().ClientId, Is.EqualTo("abc"));
    }

    [Test]
    public async Task The_problems_of_all_files_come_together()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "a.yaml"), "client_id: a\nx: 1\ny: 2\n");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "b.yaml"), "client_id: [\n");

        ManifestException error = Assert.ThrowsAsync<ManifestException>(
            () => ManifestReader.ReadAsync([folder.Path, Path.Combine(folder.Path, "missing.yaml")]))!;

        Assert.That(error.Problems.Select(p => Path.GetFileName(p.Location?.File)), Is.EqualTo(new[] { "a.yaml", "a.yaml", "b.yaml", null }));
    }

    [Test]
    public void An_empty_folder_is_an_error()
    {
        using var folder = new TemporaryFolder();

        Assert.ThrowsAsync<ManifestException>(() => ManifestReader.ReadAsync([folder.Path]));
    }

    [Test]
    public void An_empty_path_is_an_error() => Assert.That(
        Assert.ThrowsAsync<ManifestException>(() => ManifestReader.ReadAsync([""]))!.Message, Is.EqualTo("The path of a file is empty."));

    [TestCase("clients.yaml", "- client_id: a\n- client_id: b\n---\nclient_id: c\n")]
    [TestCase("clients.json", """[{"client_id": "a"}, {"client_id": "b"}, {"client_id": "c"}]""")]
    [TestCase("standard input", "{client_id: a}\n---\n[{client_id: b}, {client_id: c}]\n")]
    [TestCase("standard input", "\n [{\"client_id\":\t\"a\"}, {\"client_id\": \"b\"}, {\"client_id\": \"c\"}]")]
    public async Task A_document_is_a_client_or_a_list_of_clients(string name, string text) => Assert.That(
        (await Manifest.ReadAsync(text, name)).Select(m => m.ClientId), Is.EqualTo(new[] { "a", "b", "c" }));

    [Test]
    public async Task A_client_in_a_list_says_where_it_stands()
    {
        ClientManifest second = (await Manifest.ReadAsync("[\n  {\"client_id\": \"a\"},\n  {\"client_id\": \"b\",\n   \"enabled\": true}\n]", "a.json"))[1];

        Assert.That(
            (second.Location, second.LocationOf("enabled")),
            Is.EqualTo((new ManifestLocation("a.json", 3, 3), new ManifestLocation("a.json", 4, 4))));
    }

    [Test]
    public async Task What_is_asked_to_be_skipped_is_skipped_and_a_client_need_not_be_named()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("$schema: {a: [1]}\ncontacts: [a]\n"));

        ClientManifest manifest = (await ManifestReader.ReadAsync(
            stream, "a.yaml", new ReaderOptions { RequireClient = false, IgnoredKeys = ["$schema", "x"] })).Single();

        Assert.That((manifest.IgnoredKeys, manifest.Values.Keys), Is.EqualTo((new[] { "$schema" }, new[] { "contacts" })));
    }

    private sealed class OneByOne(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..1], cancellationToken);
    }
}
