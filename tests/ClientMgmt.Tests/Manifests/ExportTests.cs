using System.Text;
using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

public sealed class ExportTests
{
    [Test]
    public async Task The_same_clients_give_the_same_bytes_in_whatever_order_they_are_listed([Values] ManifestFormat format)
    {
        ProviderCase other = ProviderCases.All.Single(c => c.Name == "AuthleteV3, pages of 3");
        Assert.That(other.Sandbox.AuthleteServices[0].Behavior.NewestFirst, Is.True);
        await using TestHost oldestFirst = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        await using TestHost newestFirst = await TestHost.StartAsync(other);
        foreach (string name in new[] { "B", "A", "a", "B" })
        {
            OAuthClient client = await oldestFirst.CreateAsync(name);
            newestFirst.Sandbox.Authlete.PutClient(newestFirst.ServiceId, long.Parse(client.ClientId, null), oldestFirst.Stored(client.ClientId));
        }

        var options = new ExportOptions { Format = format };
        byte[] bytes = await ExportAsync(oldestFirst, options);

        Assert.That(bytes, Is.EqualTo(await ExportAsync(newestFirst, options)));
        Assert.That((await Manifest.ReadAsync(bytes, $"clients.{format}")).Select(m => m.ClientName), Is.EqualTo(new[] { "A", "B", "B", "a" }));
    }

    [TestCaseSource(typeof(ProviderCases), nameof(ProviderCases.Defaults))]
    public async Task The_order_of_sets_does_not_count_and_no_secret_is_there(ProviderCase provider)
    {
        await using TestHost host = await TestHost.StartAsync(provider);
        OAuthClient client = await host.CreateAsync();
        byte[] before = await ExportAsync(host);
        await host.Clients.UpdateAsync(client.ClientId, c => c with { RedirectUris = ["https://other.example.com"] });
        await host.Clients.UpdateAsync(client.ClientId, c => c with { RedirectUris = [.. client.Metadata.RedirectUris!.Reverse()] });

        Assert.That(await ExportAsync(host), Is.EqualTo(before));
        Assert.That(Encoding.UTF8.GetString(before), Does.Not.Contain(client.ClientSecret!.Reveal()).And.Not.Contain("\r").And.Not.Contain("created"));
    }

    [TestCaseSource(typeof(ProviderCases), nameof(ProviderCases.All))]
    public async Task An_export_of_any_server_plans_nothing(ProviderCase provider)
    {
        await using TestHost host = await TestHost.StartAsync(provider);
        OAuthClient client = await host.CreateAsync();
        if (host.HasSwitch)
        {
            await host.Clients.DisableAsync(client.ClientId);
        }

        var options = new ExportOptions { Ids = host.Clients.Capabilities.Supports(ClientOperation.List) ? null : [client.ClientId] };

        ManifestPlan plan = await ManifestPlan.CreateAsync(host.Clients, await Manifest.ReadAsync(await ExportAsync(host, options)));

        Assert.That((plan.Changes.Count, plan.HasChanges, plan.Problems.Count), Is.EqualTo((1, false, 0)));
    }

    [Test]
    public async Task A_short_list_is_completed()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.All.Single(c => c.Name == "AuthleteV3, limited list"));
        OAuthClient client = await host.CreateAsync();

        Assert.That(
            (await Manifest.ReadAsync(await ExportAsync(host))).Single().Values.Keys, Does.Contain("redirect_uris"), client.ClientId);
    }

    [Test]
    public async Task A_server_that_does_not_say_whether_a_client_is_locked_means_that_it_is_not([Values] bool enabled)
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.All.Single(c => c.Name == "AuthleteV2, sparse"));
        OAuthClient client = await host.CreateAsync();

        ManifestPlan plan = await ManifestPlan.CreateAsync(
            host.Clients, [new ClientManifest { ClientId = client.ClientId, Enabled = enabled }]);

        Assert.That((client.Enabled, plan.HasChanges), Is.EqualTo(((bool?)null, !enabled)));
    }

    [Test]
    public async Task A_private_key_is_not_exported()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        await host.Clients.CreateAsync(new ClientMetadata
        {
            ClientName = "A",
            Jwks = System.Text.Json.JsonElement.Parse("""{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}"""),
        });

        Assert.That(Encoding.UTF8.GetString(await ExportAsync(host)), Does.Not.Contain("jwks"));
    }

    [Test]
    public async Task A_few_clients_are_exported_by_their_ids()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.DocSpace);
        OAuthClient first = await host.CreateAsync("First");
        await host.CreateAsync("Second");

        byte[] bytes = await ExportAsync(host, new ExportOptions { Ids = [first.ClientId, first.ClientId] });

        Assert.That((await Manifest.ReadAsync(bytes)).Single().ClientId, Is.EqualTo(first.ClientId));
        Assert.That(() => ExportAsync(host, new ExportOptions { Ids = [Guid.Empty.ToString()] }), Throws.TypeOf<ClientNotFoundException>());
    }

    [Test]
    public async Task A_client_that_cannot_be_read_is_told_and_the_others_are_exported()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        OAuthClient client = await host.CreateAsync();
        var errors = new List<(string, Type)>();

        byte[] bytes = await ExportAsync(
            host, new ExportOptions { Ids = ["404", client.ClientId, "405"], OnError = (id, error) => errors.Add((id, error.GetType())) });

        Assert.That((await Manifest.ReadAsync(bytes)).Single().ClientId, Is.EqualTo(client.ClientId));
        Assert.That(errors, Is.EqualTo(new[] { ("404", typeof(ClientNotFoundException)), ("405", typeof(ClientNotFoundException)) }));
    }

    [Test]
    public async Task Cancelling_ends_an_export_though_errors_do_not()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        Assert.That(
            () => ManifestExporter.ExportAsync(
                host.Clients, Stream.Null, new ExportOptions { Ids = ["404"], OnError = (_, _) => { } }, stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_folder_gets_a_file_for_each_client()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV2);
        OAuthClient[] clients = [await host.CreateAsync("../A"), await host.CreateAsync("../A")];
        using var temporary = new TemporaryFolder();
        string folder = Path.Combine(temporary.Path, "new");

        IReadOnlyList<string> files = await ManifestExporter.ExportToFolderAsync(host.Clients, folder);
        IReadOnlyList<ClientManifest> read = await ManifestReader.ReadAsync([folder]);

        Assert.That(files, Is.EqualTo(Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)));
        Assert.That(read.Select(m => m.ClientId), Is.EquivalentTo(clients.Select(c => c.ClientId)));
    }

    [Test]
    public async Task A_file_stays_as_it_is_if_the_export_fails()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV2);
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "clients.yaml");
        await File.WriteAllTextAsync(path, "before");

        Assert.That(
            () => ManifestExporter.ExportToFileAsync(host.Clients, path, new ExportOptions { Ids = ["404"] }), Throws.TypeOf<ClientNotFoundException>());
        Assert.That((Directory.GetFiles(folder.Path).Length, await File.ReadAllTextAsync(path)), Is.EqualTo((1, "before")));
    }

    [Test]
    public void A_file_is_no_folder_to_export_to()
    {
        string path = Path.GetTempFileName();

        Assert.That(
            () => ManifestExporter.ExportToFolderAsync(new FakeClients(), path),
            Throws.InstanceOf<IOException>().With.Message.EqualTo($"{path} cannot be written: The file already exists."));
        File.Delete(path);
    }

    [Test]
    public void Cancelling_is_no_error_of_a_client()
    {
        using var stop = new CancellationTokenSource();
        var told = new List<string>();
        var clients = new FakeClients { ErrorOf = _ => Cancel(stop) };

        Assert.That(
            async () => await ManifestExporter.ReadAsync(clients, new ExportOptions { Ids = ["1"], OnError = (id, _) => told.Add(id) }, stop.Token).CountAsync(),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(told, Is.Empty);
    }

    private static OperationCanceledException Cancel(CancellationTokenSource source)
    {
        source.Cancel();
        return new OperationCanceledException(source.Token);
    }

    private static async Task<byte[]> ExportAsync(TestHost host, ExportOptions? options = null)
    {
        using var stream = new MemoryStream();
        await ManifestExporter.ExportAsync(host.Clients, stream, options);
        return stream.ToArray();
    }
}
