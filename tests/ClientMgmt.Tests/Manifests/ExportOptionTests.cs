using System.Text;
using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Exports of a provider in memory: the text that comes of them, and what is told on the way.</summary>
internal sealed class ExportOptionTests : FolderFixture
{
    [Test]
    public async Task All_of_an_export_has_left_the_buffers_when_it_is_done()
    {
        using var stream = new MemoryStream();
        await using var buffered = new BufferedStream(stream);

        await ManifestExporter.ExportAsync(Clients(("a", "A")), buffered);

        Assert.That(Encoding.UTF8.GetString(stream.ToArray()), Is.EqualTo("---\nclient_id: a\nenabled: true\nclient_name: A\n"));
    }

    [TestCase(ManifestFormat.Json, "[]\n")]
    [TestCase(ManifestFormat.Yaml, "# yaml-language-server: $schema=s.json\n")]
    public async Task An_export_of_no_clients_is_an_empty_list(ManifestFormat format, string text) => Assert.That(
        await ExportAsync(Clients(), new ExportOptions { Format = format, Schema = "s.json" }), Is.EqualTo(text));

    [Test]
    public async Task Progress_is_told_after_each_client()
    {
        var progress = new List<int>();

        await ExportAsync(Clients(("a", "A"), ("b", "B")), new ExportOptions { OnProgress = progress.Add });

        Assert.That(progress, Is.EqualTo(new[] { 1, 2 }));
    }

    [TestCase(0x20)]
    [TestCase(0x0A)]
    [TestCase(0x01)]
    public void A_place_of_the_schema_with_white_space_or_controls_is_refused(int sign)
    {
        var options = new ExportOptions { Schema = $"a{(char)sign}b" };

        Assert.That(() => ExportAsync(Clients(), options), Throws.ArgumentException.With.Property("ParamName").EqualTo("options"));
        Assert.That(() => ManifestExporter.ExportToFolderAsync(Clients(), Path.Combine(Folder, "new"), options), Throws.ArgumentException);
        Assert.That(Directory.Exists(Path.Combine(Folder, "new")), Is.False);
    }

    [Test]
    public async Task What_no_manifest_can_hold_is_left_out_also_if_nobody_wants_to_know_it()
    {
        OAuthClient odd = Client("a", "A") with { Metadata = new ClientMetadata { ClientName = "A" }.WithExtension("logo_uri", "vendor's") };

        Assert.That(await ExportAsync(new FakeClients().Put(odd)), Does.Contain("client_name: A\n").And.Not.Contain("vendor"));
    }

    [Test]
    public async Task Clients_without_a_name_come_first_and_those_of_one_name_by_their_ids()
    {
        FakeClients clients = Clients(("a", "Same"), ("B", "Same"), ("c", null));

        string text = await ExportAsync(clients, new ExportOptions { Ids = ["a", "B", "c"] });

        Assert.That((await Manifest.ReadAsync(text)).Select(m => m.ClientId), Is.EqualTo(new[] { "c", "B", "a" }));
    }

    [TestCase("A", "a", "")]
    [TestCase("A", "A", "1, 2")]
    [TestCase("A", null, "2")]
    public async Task Without_ids_those_stay_that_tell_clients_apart(string? first, string? second, string kept)
    {
        var told = new List<string>();

        string text = await ExportAsync(Clients(("1", first), ("2", second)), new ExportOptions { WithoutIds = true, OnIdKept = told.Add });

        Assert.That(string.Join(", ", told.Order(StringComparer.Ordinal)), Is.EqualTo(kept));
        Assert.That((await Manifest.ReadAsync(text)).Select(m => m.ClientId).OfType<string>(), Is.EquivalentTo(told));
    }

    [TestCase("all.JSON", "[\n  {\n    \"client_id\": \"1\",\n    \"enabled\": true,\n    \"client_name\": \"A\"\n  }\n]\n")]
    [TestCase("all.txt", "---\nclient_id: \"1\"\nenabled: true\nclient_name: A\n")]
    public async Task The_name_of_a_file_tells_its_format(string name, string text)
    {
        int count = await ManifestExporter.ExportToFileAsync(Clients(("1", "A")), Path.Combine(Folder, name));

        Assert.That((count, await File.ReadAllTextAsync(Path.Combine(Folder, name))), Is.EqualTo((1, text)));
    }

    [TestCase("", 0, "[]\n")]
    [TestCase("404", 0, "before")]
    [TestCase("404 1", 1, "[\n  {\n    \"client_id\": \"1\",\n    \"enabled\": true,\n    \"client_name\": \"A\"\n  }\n]\n")]
    public async Task A_file_stays_only_if_none_of_the_clients_could_be_read(string ids, int exported, string text)
    {
        string path = Path.Combine(Folder, "all.json");
        await File.WriteAllTextAsync(path, "before");
        var options = new ExportOptions { Ids = ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), OnError = (_, _) => { } };

        int count = await ManifestExporter.ExportToFileAsync(Clients(("1", "A")), path, options);

        Assert.That((count, await File.ReadAllTextAsync(path)), Is.EqualTo((exported, text)));
    }

    [Test]
    public async Task No_temporary_file_stays()
    {
        FakeClients clients = Clients(("1", $"{Guid.NewGuid()}{new string('x', 54_321)}"));

        string text = await ExportAsync(clients);

        Assert.That(
            new DirectoryInfo(Path.GetTempPath()).EnumerateFiles().Where(f => f.Exists && f.Length == text.Length && File.ReadAllText(f.FullName) == text),
            Is.Empty);
    }

    private static OAuthClient Client(string id, string? name) => new() { ClientId = id, Enabled = true, Metadata = new ClientMetadata { ClientName = name } };

    private static FakeClients Clients(params (string Id, string? Name)[] clients) => new FakeClients().Put(clients.Select(c => Client(c.Id, c.Name)));

    private static async Task<string> ExportAsync(IClientManagement clients, ExportOptions? options = null)
    {
        using var stream = new MemoryStream();
        await ManifestExporter.ExportAsync(clients, stream, options);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
