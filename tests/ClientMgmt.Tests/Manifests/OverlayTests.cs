using System.Text.Json;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>What differs in one environment is put over the manifests of all of them.</summary>
internal sealed class OverlayTests
{
    [TestCase("client_id: '2'\nenabled: false", false, TestName = "An_entry_is_about_the_manifest_of_its_id")]
    [TestCase("client_id: '2'\nclient_name: Renamed\nenabled: false", false, TestName = "An_entry_may_rename_the_client_of_its_id")]
    [TestCase("client_name: Shop\nenabled: false", false, TestName = "An_entry_without_an_id_is_about_the_manifest_of_its_name")]
    [TestCase("client_name: Shop\nclient_uri: https://shop.example.com/", true, TestName = "What_an_entry_does_not_say_stays")]
    public async Task An_entry_is_put_over_one_manifest(string entry, bool enabled)
    {
        IReadOnlyList<ClientManifest> result = await ApplyAsync(
            "client_id: '1'\nclient_name: Orders\nenabled: true\n---\nclient_id: '2'\nclient_name: Shop\nenabled: true\n", entry);

        Assert.That(result.Select(m => (m.ClientId, m.Enabled)), Is.EqualTo(new (string?, bool?)[] { ("1", true), ("2", enabled) }));
    }

    [Test]
    public async Task A_manifest_without_an_id_gets_that_of_the_entry() => Assert.That(
        (await ApplyAsync("client_name: Orders\n", "client_name: Orders\nclient_id: '7'\n")).Single().ClientId, Is.EqualTo("7"));

    [TestCase("client_id: '9'\nclient_name: Orders\n", "no manifest is about this client; an overlay adds none.")]
    [TestCase("client_name: orders\n", "no manifest is about this client; an overlay adds none.")]
    [TestCase("client_name: Twice\n", "2 manifests are about this client; say by client_id which one is meant.")]
    public async Task An_entry_about_no_client_or_several_is_a_problem(string entry, string message)
    {
        ManifestException error = await FailAsync(
            "client_id: '1'\nclient_name: Orders\n---\nclient_id: '2'\nclient_name: Twice\n---\nclient_name: Twice\n", entry);

        Assert.That((error.Problems.Single().Message, error.Problems.Single().Location?.File), Is.EqualTo((message, "overlay.yaml")));
    }

    [Test]
    public void An_entry_of_an_id_is_not_about_a_manifest_that_names_no_client() => Assert.That(
        () => ManifestOverlay.Apply([new ClientManifest()], [new ClientManifest { ClientId = "1" }]), Throws.TypeOf<ManifestException>());

    [Test]
    public async Task Two_entries_about_one_client_are_a_problem_of_the_second()
    {
        ManifestException error = await FailAsync("client_id: '1'\nclient_name: Orders\n", "client_id: '1'\n---\nclient_name: Orders\n");

        Assert.That((error.Problems.Single().Message, error.Problems.Single().Location?.Line), Is.EqualTo(
            ("the overlay is about this client for a second time (overlay.yaml:1:1); keep one of them.", 3)));
    }

    [Test]
    public void Where_entries_come_from_no_file_no_place_is_told()
    {
        var manifest = new ClientManifest { ClientId = "1" };

        Assert.That(
            () => ManifestOverlay.Apply([manifest], [manifest, manifest]),
            Throws.TypeOf<ManifestException>().With.Message.EndsWith("the overlay is about this client for a second time; keep one of them."));
    }

    [Test]
    public async Task A_property_is_located_where_it_was_said_last()
    {
        ClientManifest result = (await ApplyAsync(
            "client_name: Orders\nclient_uri: https://a.example.com/\nlogo_uri: https://a.example.com/logo\n", "client_name: Orders\nclient_uri: https://b.example.com/\n"))
            .Single();

        Assert.That(
            (result.LocationOf("client_uri"), result.LocationOf("logo_uri")),
            Is.EqualTo((new ManifestLocation("overlay.yaml", 2, 1), new ManifestLocation("clients.yaml", 3, 1))));
    }

    [Test]
    public async Task A_property_is_replaced_as_a_whole_and_names_that_differ_in_case_are_two()
    {
        ClientManifest result = (await ApplyAsync(
            "client_name: Orders\ncontacts: [a]\nextensions:\n  color: red\n  Color: green\n  size: {width: 1}\n",
            "client_name: Orders\ncontacts: [b]\nextensions:\n  COLOR: blue\n  size: {height: 2}\n")).Single();

        Assert.That(result.Values["contacts"].GetRawText(), Is.EqualTo("""["b"]"""));
        Assert.That(
            JsonSerializer.Serialize(result.Extensions.OrderBy(e => e.Key, StringComparer.Ordinal).ToDictionary()),
            Is.EqualTo("""{"COLOR":"blue","Color":"green","color":"red","size":{"height":2}}"""));
    }

    private static async Task<IReadOnlyList<ClientManifest>> ApplyAsync(string manifests, string overlay) =>
        ManifestOverlay.Apply(await Manifest.ReadAsync(manifests), await Manifest.ReadAsync(overlay, "overlay.yaml"));

    private static async Task<ManifestException> FailAsync(string manifests, string overlay)
    {
        (IReadOnlyList<ClientManifest> read, IReadOnlyList<ClientManifest> entries) =
            (await Manifest.ReadAsync(manifests), await Manifest.ReadAsync(overlay, "overlay.yaml"));
        return Assert.Throws<ManifestException>(() => ManifestOverlay.Apply(read, entries))!;
    }
}
