using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Keeping ids and secrets between providers that differ in what they tell of them.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class KeptCredentialsTests
{
    private static readonly CopyOptions s_ids = new() { KeepClientIds = true, AllowLoss = true };
    private static readonly CopyOptions s_secrets = new() { KeepSecrets = true };

    private FakeClients _source = new("source", Able("isOn"));
    private FakeClients _target = new("target", Able("isOn"));

    [Test]
    public async Task An_alias_that_always_counts_is_the_id_that_is_kept()
    {
        _source = new FakeClients("source", Able(null));
        _source.Put(Client("orders", isOn: false));

        CopyItem item = await ItemAsync(s_ids);

        Assert.That((item.KeptClientId, item.Losses.Count, item.Problems.Count), Is.EqualTo(("orders", 0, 0)));
    }

    [Test]
    public async Task The_own_id_of_a_client_of_the_target_is_taken()
    {
        _source.Put(Client(null, isOn: false));
        _target.Put(new OAuthClient { ClientId = "1", Enabled = true, Metadata = new ClientMetadata { ClientName = "Other" } });

        Assert.That((await ItemAsync(s_ids)).Problems.Select(p => p.Message), Is.EqualTo(new[] { "cannot keep its id: 1 at target answers to 1 already." }));
    }

    [TestCase(true, 1)]
    [TestCase(false, 0)]
    public async Task An_id_is_taken_by_an_alias_of_the_target_that_counts(bool isOn, int problems)
    {
        _source.Put(Client(null, isOn: false));
        _target.Put(Client("1", isOn) with { ClientId = "11", Metadata = Client("1", isOn).Metadata with { ClientName = "Other" } });

        Assert.That((await ItemAsync(s_ids)).Problems, Has.Count.EqualTo(problems));
    }

    [Test]
    public async Task An_alias_that_the_id_replaces_is_one_loss_of_several()
    {
        _source.Put(Client("orders", isOn: false) with
        {
            Metadata = Client("orders", isOn: false).Metadata.WithExtension("other", 1).WithExtension("tag", 2).WithExtension("Tag", 3),
        });

        CopyItem item = await ItemAsync(s_ids);

        Assert.That(item.Losses.Select(l => l.Name), Is.EqualTo(new[] { "other", "alias" }));
        Assert.That(item.Manifest.Extensions.Select(e => $"{e.Key} {e.Value}"), Is.EquivalentTo(new[] { "alias 1", "isOn True", "tag 2", "Tag 3" }));
    }

    [Test]
    public async Task An_alias_that_another_vendor_has_no_place_for_is_lost_once()
    {
        _target = new FakeClients("target", new Capabilities(FakeClients.Operations(), [new("client_name")]) { ClientIdAlias = new ClientIdAlias("alias") });
        _source.Put(Client("orders", isOn: false));

        Assert.That((await ItemAsync(s_ids)).Losses.Select(l => l.Name), Is.EquivalentTo(new[] { "alias" }));
    }

    [TestCase(null, true)]
    [TestCase("client_secret_basic", true)]
    [TestCase("client_secret_jwt", true)]
    [TestCase("private_key_jwt", false)]
    [TestCase("none", false)]
    public async Task A_secret_that_nobody_tells_cannot_be_kept_where_the_client_needs_one(string? method, bool isRefused)
    {
        _source.Put(Client(null, isOn: false) with { Metadata = new ClientMetadata { ClientName = "Copied", TokenEndpointAuthMethod = method } });

        CopyItem item = await ItemAsync(s_secrets with { AllowLoss = true });

        Assert.That(
            item.Problems.Select(p => p.Message), Is.EqualTo(isRefused ? new[] { "cannot keep its secret: source does not tell it." } : []));
        Assert.That(item.KeptSecret, Is.Null);
    }

    [Test]
    public async Task A_secret_of_which_neither_the_mapping_nor_the_target_tells_anything_stays()
    {
        _source.Put(Client(null, isOn: false) with { ClientSecret = new Secret("kept") });
        _target.Put(Client(null, isOn: false) with { ClientId = "11" });
        var known = new CopyMapping("source", "1", "target", "11");

        CopyItem item = await ItemAsync(s_secrets with { Known = [known] });

        Assert.That((item.KeptSecret, item.Mapping, item.Problems.Count), Is.EqualTo(((Secret?)null, known, 0)));
    }

    private static Capabilities Able(string? name) => new(
        FakeClients.Operations(ClientOperation.SetSecret),
        [new("client_name"), new("token_endpoint_auth_method"), new("alias"), new("isOn"), new("tag"), new("Tag"), new("other") { SettableAtCreation = name is null }])
    {
        ClientIdAlias = new ClientIdAlias("alias") { Switch = name },
    };

    private static OAuthClient Client(string? alias, bool isOn) => new()
    {
        ClientId = "1",
        Enabled = true,
        Metadata = alias is null ? new ClientMetadata { ClientName = "Copied" }
            : new ClientMetadata { ClientName = "Copied" }.WithExtension("alias", alias).WithExtension("isOn", isOn),
    };

    private async Task<CopyItem> ItemAsync(CopyOptions options) => (await CopyPlan.CreateAsync(_source, _target, options)).Items.Single();
}
