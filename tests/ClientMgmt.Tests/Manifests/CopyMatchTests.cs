using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Which client of the target is taken for the copy of which, and in which order a plan tells them.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CopyMatchTests
{
    private readonly FakeClients _source = new("source");
    private readonly FakeClients _target = new("target");

    [Test]
    public async Task Clients_are_told_by_their_names_and_then_their_ids_in_ordinal_order()
    {
        _source.Put(Client("b", "a"), Client("1", "a"), Client("B", "a"), Client("2", "B"));

        Assert.That((await PlanAsync()).Items.Select(i => i.SourceId), Is.EqualTo(new[] { "2", "1", "B", "b" }));
    }

    [Test]
    public async Task Names_that_differ_in_case_are_those_of_different_clients()
    {
        _source.Put(Client("1", "Orders"), Client("2", "orders"));
        _target.Put(Client("11", "Orders"), Client("12", "orders"));

        Assert.That(Found(await PlanAsync()), Is.EqualTo(new[] { "1 11", "2 12" }));
    }

    [Test]
    public async Task A_copy_that_a_mapping_tells_of_may_have_another_name()
    {
        _source.Put(Client("1", "Orders"));
        _target.Put(Client("11", "Renamed"));

        Assert.That(Found(await PlanAsync(Copied("1", "11"))), Is.EqualTo(new[] { "1 11" }));
    }

    [Test]
    public async Task The_copy_of_one_client_is_not_taken_for_that_of_another()
    {
        _source.Put(Client("1", "First"), Client("2", "Second"));
        _target.Put(Client("11", "Second"));

        Assert.That(Found(await PlanAsync(Copied("1", "11"))), Is.EqualTo(new[] { "1 11", "2 " }));
    }

    [Test]
    public async Task A_client_without_a_name_is_found_by_a_mapping_only()
    {
        _source.Put(Client("1", null), Client("2", null), Client("3", ""));
        _target.Put(Client("11", ""), Client("12", null));

        CopyPlan plan = await PlanAsync(Copied("2", "12"));

        Assert.That(Found(plan), Is.EquivalentTo(new[] { "1 ", "2 12", "3 11" }));
    }

    [TestCase(true, true)]
    [TestCase(false, false)]
    [TestCase(null, false)]
    public async Task Only_a_copy_that_is_in_use_though_its_source_is_not_is_put_out_of_use(bool? isEnabled, bool isUnfinished)
    {
        var target = new FakeClients("target", Switching());
        _source.Put(Client("1", "Orders") with { Enabled = false });
        target.Put(Client("11", "Orders") with { Enabled = isEnabled });

        CopyItem item = (await CopyPlan.CreateAsync(_source, target)).Items.Single();

        Assert.That((item.ExistingId, item.IsUnfinished), Is.EqualTo(("11", isUnfinished)));
    }

    [Test]
    public async Task A_client_that_may_be_one_that_cannot_be_read_is_refused()
    {
        var target = new FakeClients("target") { Unreadable = ["7"] };
        _source.Put(Client("1", "Orders"), Client("2", "Twice"), Client("3", "There"));
        target.Put(Client("11", "Twice"), Client("12", "Twice"), Client("13", "There"));

        CopyPlan plan = await CopyPlan.CreateAsync(_source, target);

        Assert.That(plan.Problems.Select(p => (p.Client, p.Message[..12])), Is.EqualTo(new[] { ("Orders", "no client of"), ("Twice", "target has 2") }));
    }

    [Test]
    public async Task A_problem_of_a_client_without_a_name_tells_its_id()
    {
        _source.Put(Client("1", null));

        Assert.That((await PlanAsync()).Problems.Select(p => (p.Client, p.Property)), Is.EqualTo(new[] { ("1", "client_name") }));
    }

    [Test]
    public async Task A_list_that_tells_all_of_the_clients_is_all_that_is_read([Values] bool keepsSecrets)
    {
        _source.Put(Client("1", "Orders"));
        _target.Put(Client("11", "Orders"));

        await CopyPlan.CreateAsync(_source, _target, new CopyOptions { KeepSecrets = keepsSecrets });

        Assert.That(_source.Calls.Concat(_target.Calls), Is.EqualTo(new[] { "list", "list" }));
    }

    [Test]
    public async Task A_secret_that_is_not_needed_is_not_asked_for([Values] bool keepsSecrets)
    {
        _source.Put(Client("1", "Orders") with { ClientSecret = null });

        await CopyPlan.CreateAsync(_source, _target, new CopyOptions { KeepSecrets = keepsSecrets });

        Assert.That(_source.Calls, Is.EqualTo(keepsSecrets ? ["list", "get 1"] : new[] { "list" }));
    }

    [Test]
    public void A_provider_is_not_copied_to_itself() => Assert.That(
        () => CopyPlan.CreateAsync(_source, new FakeClients("source")),
        Throws.ArgumentException.With.Message.StartsWith("'source' cannot be copied to itself."));

    private static Capabilities Switching() => new(
        FakeClients.Operations(ClientOperation.Disable), [new MetadataCapability("client_name"), new MetadataCapability("client_uri")]);

    private static OAuthClient Client(string id, string? name) => new()
    {
        ClientId = id,
        ClientSecret = new Secret("s3cret"),
        Enabled = true,
        Metadata = new ClientMetadata { ClientName = name },
    };

    private static CopyMapping Copied(string sourceId, string targetId) => new("source", sourceId, "target", targetId);

    private static string[] Found(CopyPlan plan) => [.. plan.Items.Select(i => $"{i.SourceId} {i.ExistingId}")];

    private Task<CopyPlan> PlanAsync(params CopyMapping[] known) => CopyPlan.CreateAsync(_source, _target, new CopyOptions { Known = known });
}
