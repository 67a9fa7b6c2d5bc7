using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

/// <summary>A folder with a file for each client, and which of its files are such.</summary>
internal sealed class FolderTests : FolderFixture
{
    private readonly FakeClients _clients = new FakeClients().Put(
        new[] { ("aab", "Orders"), ("a_b", "Shop") }.Select(c => new OAuthClient { ClientId = c.Item1, Metadata = new ClientMetadata { ClientName = c.Item2 } }));

    [TestCase(false, false, "a_b.yaml aab.yaml")]
    [TestCase(false, true, "a_b.yaml aab.yaml")]
    [TestCase(true, false, "orders.yaml shop.yaml")]
    [TestCase(true, true, "orders.yaml shop.yaml")]
    public async Task Files_are_named_as_asked_and_told_in_ordinal_order(bool nameFiles, bool withoutIds, string names)
    {
        var options = new ExportOptions { Ids = ["aab", "a_b"], NameFiles = nameFiles, WithoutIds = withoutIds };

        IReadOnlyList<string> files = await ManifestExporter.ExportToFolderAsync(_clients, Folder, options);

        IReadOnlyList<ClientManifest> read = await ManifestReader.ReadAsync(files);
        Assert.That(string.Join(' ', files.Select(Path.GetFileName)), Is.EqualTo(names));
        Assert.That(read.Select(m => m.ClientId is null), Is.All.EqualTo(withoutIds));
        Assert.That(read.Select(m => m.ClientName), Is.EquivalentTo(new[] { "Orders", "Shop" }));
    }

    [TestCase(false, false)]
    [TestCase(true, false)]
    [TestCase(true, true)]
    public async Task Files_that_hold_ids_or_are_named_after_clients_are_found_again(bool nameFiles, bool withoutIds)
    {
        IReadOnlyList<string> files = await ManifestExporter.ExportToFolderAsync(
            _clients, Folder, new ExportOptions { NameFiles = nameFiles, WithoutIds = withoutIds });

        Assert.That(await ManifestExporter.FindExportedAsync(Folder, withoutIds).ToListAsync(), Is.EquivalentTo(files));
    }

    [Test]
    public async Task A_file_of_JSON_ends_with_a_line_feed()
    {
        IReadOnlyList<string> files = await ManifestExporter.ExportToFolderAsync(
            _clients, Folder, new ExportOptions { Ids = ["aab"], Format = ManifestFormat.Json, Schema = "s.json" });

        Assert.That(await File.ReadAllTextAsync(files.Single()), Is.EqualTo("{\n  \"$schema\": \"s.json\",\n  \"client_id\": \"aab\",\n  \"client_name\": \"Orders\"\n}\n"));
    }

    [Test]
    public async Task A_file_in_the_place_of_the_folder_is_told_by_its_path()
    {
        string path = Path.Combine(Folder, "clients");
        await File.WriteAllTextAsync(path, "");

        Assert.That(
            () => ManifestExporter.ExportToFolderAsync(_clients, path),
            Throws.TypeOf<IOException>().With.Message.StartsWith($"{path} cannot be written: "));
    }

    [Test]
    public void A_path_that_cannot_be_one_is_no_fault_of_the_disk() =>
        Assert.That(() => ManifestExporter.ExportToFolderAsync(_clients, "a\0b"), Throws.ArgumentException);

    [TestCase("1.yaml", "client_id: '1'\n", true)]
    [TestCase("1.yaml", "client_id: '2'\n", false)]
    [TestCase("1.yaml", "client_id: [\n", false)]
    [TestCase("1.yaml", "client_id: '1'\n---\nclient_id: '1'\n", false)]
    [TestCase("1.txt", "client_id: '1'\n", false)]
    [TestCase("1.yaml", "client_id: '1'\nclient_uri: ${HOST}\n", true)]
    [TestCase("orders__1.yaml", "client_id: '1'\nclient_name: Orders\n", true)]
    [TestCase("orders__1.yaml", "client_id: '2'\nclient_name: Orders\n", false)]
    [TestCase("orders.yaml", "client_name: Orders\n", false)]
    public async Task An_exported_file_holds_the_one_client_that_it_is_named_after(string name, string text, bool isExported)
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, name), text);

        Assert.That(await ManifestExporter.FindExportedAsync(Folder).AnyAsync(), Is.EqualTo(isExported));
    }
}
