using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Plans in files: what is kept of them, what is not, and what is no such file.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SavedPlanTests
{
    private const string Unsaved = "This is no saved plan.";
    private const string Damaged = "This is no saved plan, or it is damaged.";

    private static readonly DateTimeOffset s_time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly ClientMetadata s_before = new() { ClientName = "Orders", ClientUri = "https://old.example.com/", PolicyUri = "https://policy.example.com/" };

    private static readonly ClientChange s_change = new()
    {
        Kind = ChangeKind.Change,
        ClientId = "1",
        ClientName = "Orders",
        Properties =
        [
            new PropertyChange("client_uri", Json("\"https://old.example.com/\""), Json("\"https://new.example.com/\"")),
            new PropertyChange("logo_uri", null, Json("\"https://logo.example.com/\"")),
            new PropertyChange("color", Json("\"blue\""), null) { IsExtension = true },
        ],
        Before = s_before,
        After = s_before with { ClientUri = "https://new.example.com/" },
        Manifest = new ClientManifest
        {
            ClientId = "1",
            Enabled = false,
            Values = Values(("client_uri", "\"https://new.example.com/\""), ("logo_uri", "null")),
            Extensions = Values(("color", "\"blue\""), ("Color", "1.50")),
        },
    };

    private readonly FakeClients _clients = new();

    [Test]
    public async Task Each_property_is_kept_with_its_values()
    {
        ClientChange read = (await KeepAsync(s_change)).Single();

        Assert.That((read.Kind, read.ClientId, read.ClientName), Is.EqualTo((ChangeKind.Change, "1", "Orders")));
        Assert.That(
            read.Properties.Select(p => (p.Name, p.Old?.GetRawText(), p.New?.GetRawText(), p.IsExtension)),
            Is.EqualTo(s_change.Properties.Select(p => (p.Name, p.Old?.GetRawText(), p.New?.GetRawText(), p.IsExtension))));
    }

    [Test]
    public async Task The_manifest_is_kept()
    {
        ClientManifest read = (await KeepAsync(s_change)).Single().Manifest!, manifest = s_change.Manifest!;

        Assert.That((read.ClientId, read.Enabled), Is.EqualTo((manifest.ClientId, manifest.Enabled)));
        Assert.That(Texts(read.Values), Is.EquivalentTo(Texts(manifest.Values)));
        Assert.That(Texts(read.Extensions), Is.EquivalentTo(Texts(manifest.Extensions)));

        static IEnumerable<string> Texts(IReadOnlyDictionary<string, JsonElement> values) => values.Select(v => $"{v.Key} {v.Value.GetRawText()}");
    }

    [Test]
    public async Task Of_a_client_that_is_changed_only_what_changes_is_kept()
    {
        ClientChange read = (await KeepAsync(s_change)).Single();

        Assert.That(read.Before, Is.EqualTo(new ClientMetadata { ClientUri = s_change.Before.ClientUri }));
        Assert.That(read.After, Is.EqualTo(new ClientMetadata { ClientUri = s_change.After.ClientUri }));
        Assert.That((read.Manifest is null, read.Client), Is.EqualTo((false, (OAuthClient?)null)));
    }

    [Test]
    public async Task A_client_that_is_created_is_kept_whole()
    {
        ClientChange read = (await KeepAsync(new ClientChange { Kind = ChangeKind.Create, ClientName = "Orders", After = s_before })).Single();

        Assert.That((read.After, read.Manifest, read.ClientId), Is.EqualTo((s_before, (ClientManifest?)null, (string?)null)));
    }

    [Test]
    public async Task A_client_that_is_deleted_is_kept_whole()
    {
        var client = new OAuthClient { ClientId = "1", Enabled = true, ModifiedAt = s_time, Metadata = s_before };

        ClientChange read = (await KeepAsync(new ClientChange
        {
            Kind = ChangeKind.Delete,
            ClientId = "1",
            Before = s_before,
            Client = client,
            SecretDigest = "digest",
        })).Single();

        Assert.That((read.Before, read.Client, read.SecretDigest), Is.EqualTo((s_before, client, "digest")));
    }

    [Test]
    public async Task Of_a_client_that_stays_as_it_is_nothing_but_its_name_is_kept() => Assert.That(
        await SaveAsync(s_change with { Kind = ChangeKind.Unchanged }), Does.Contain("Orders").And.Not.Contain("example.com"));

    [Test]
    public async Task Of_a_secret_a_digest_is_kept_that_tells_it_from_others()
    {
        string saved = await SaveAsync(new ClientChange
        {
            Kind = ChangeKind.Delete,
            ClientId = "1",
            Client = new OAuthClient { ClientId = "1", ClientSecret = new Secret("c0nfidential") },
        });

        string? digest = (string?)JsonNode.Parse(saved)!["plan"]!["changes"]![0]!["secret_digest"];
        Assert.That(saved, Does.Not.Contain("c0nfidential"));
        Assert.That(Convert.FromBase64String(digest!), Has.Length.EqualTo(48));
    }

    [TestCase("c0nfidential", true)]
    [TestCase("another", false)]
    public void A_digest_that_was_saved_once_is_told_from_others(string secret, bool matches) => Assert.That(
        SecretDigest.Matches("AAECAwQFBgcICQoLDA0OD8at0/CWNvpr2hDpCU0Z7givL2iWliC946ch8ISjPrlq", new Secret(secret)), Is.EqualTo(matches));

    [Test]
    public void Of_metadata_what_is_secret_is_not_kept()
    {
        ClientMetadata metadata = s_before.WithExtension("client_secret", "c0nfidential").WithExtension("color", "blue");
        JsonElement keys = Json("""{"keys":[{"kty":"oct","k":"c0nfidential"}]}""");

        Assert.That(SavedMetadata.Of(metadata), Is.EqualTo(s_before.WithExtension("color", "blue")));
        Assert.That(SavedMetadata.Of(s_before with { Jwks = keys }).Jwks?.GetRawText(), Is.EqualTo("""{"keys":[{"kty":"oct","k":"[redacted]"}]}"""));
        Assert.That(SavedMetadata.Of(s_before.WithExtension("jwks", "c0nfidential")).Extensions["jwks"].GetString(), Is.EqualTo("[redacted]"));
    }

    [Test]
    public async Task A_plan_from_a_file_deletes_a_client_whose_private_keys_are_not_in_it()
    {
        await _clients.CreateAsync(s_before with { Jwks = Json("""{"keys":[{"kty":"oct","k":"c0nfidential"}]}""") });
        _clients.Put(await _clients.GetAsync("1") with { ClientSecret = null });
        ManifestPlan plan = await LoadAsync(await SaveAsync(await ManifestPlan.CreateAsync(_clients, [], new PlanOptions { Prune = true })));

        Assert.That((await plan.ApplyAsync(_clients)).Single().Status, Is.EqualTo(ApplyStatus.Done));
    }

    [TestCase("[]", Unsaved)]
    [TestCase("5", Unsaved)]
    [TestCase("{}", Unsaved)]
    [TestCase("{\"format\":\"another\",\"version\":1}", Unsaved)]
    [TestCase("{\"format\":5}", Damaged)]
    [TestCase("{\"format\":\"clientmgmt-plan\"}", Damaged)]
    [TestCase("{\"format\":\"clientmgmt-plan\",\"version\":\"1\"}", Damaged)]
    [TestCase("{\"format\":\"clientmgmt-plan\",\"version\":1}", Damaged)]
    [TestCase("{\"format\":\"clientmgmt-plan\",\"version\":1,\"plan\":{},\"digest\":5}", Damaged)]
    [TestCase("client_name: Orders\n", Damaged)]
    public void What_is_no_plan_is_refused(string text, string message) => Assert.That(
        () => LoadAsync(text), Throws.TypeOf<InvalidDataException>().With.Message.EqualTo(message));

    [TestCase("{}")]
    [TestCase("{\"provider\":\"fake\",\"origin\":null,\"changes\":[{\"action\":\"Rename\"}]}")]
    [TestCase("{\"provider\":\"fake\",\"origin\":null,\"changes\":[{\"action\":null}]}")]
    public void What_is_no_plan_is_refused_though_nobody_altered_it(string body)
    {
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

        Assert.That(
            () => LoadAsync($$"""{"format":"clientmgmt-plan","version":1,"digest":"{{digest}}","plan":{{body}}}"""),
            Throws.TypeOf<InvalidDataException>().With.Message.EqualTo(Damaged));
    }

    private static JsonElement Json(string text) => JsonElement.Parse(text);

    private static ImmutableDictionary<string, JsonElement> Values(params (string Name, string Json)[] values) =>
        values.ToImmutableDictionary(v => v.Name, v => Json(v.Json), StringComparer.Ordinal);

    private static async Task<IReadOnlyList<ClientChange>> KeepAsync(ClientChange change) => (await LoadAsync(await SaveAsync(change))).Changes;

    private static Task<string> SaveAsync(ClientChange change) => SaveAsync(new ManifestPlan("fake", [change]));

    private static async Task<string> SaveAsync(ManifestPlan plan)
    {
        using var stream = new MemoryStream();
        await plan.SaveAsync(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<ManifestPlan> LoadAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await ManifestPlan.LoadAsync(stream);
    }
}
