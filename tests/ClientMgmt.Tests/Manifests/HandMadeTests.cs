using System.Text.Json;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Providers and plans that a user's test makes by hand, with what is public alone.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class HandMadeTests
{
    private static readonly OAuthClient s_orders = new()
    {
        ClientId = "1",
        Enabled = true,
        Metadata = new ClientMetadata { ClientName = "Orders", ClientUri = "https://old.example.com/" },
    };

    private readonly FakeClients _clients = new();

    [Test]
    public async Task A_plan_for_a_fake_is_made_and_applied()
    {
        await _clients.CreateAsync(s_orders.Metadata);
        await _clients.CreateAsync(new ClientMetadata { ClientName = "Gone" });

        ManifestPlan plan = await ManifestPlan.CreateAsync(
            _clients,
            await Manifest.ReadAsync("client_name: Orders\nclient_uri: https://new.example.com/\n---\nclient_name: New\nenabled: false\n"),
            new PlanOptions { Prune = true });
        IReadOnlyList<ApplyResult> results = await plan.ApplyAsync(_clients);

        Assert.That(
            results.Select(r => (r.Change.Kind, r.Status)),
            Is.EqualTo(new[] { ChangeKind.Change, ChangeKind.Create, ChangeKind.Delete }.Select(kind => (kind, ApplyStatus.Done))));
        Assert.That(
            _clients.ListAsync().ToBlockingEnumerable().Select(c => (c.Metadata.ClientName, c.Metadata.ClientUri, c.Enabled)),
            Is.EquivalentTo(new (string?, string?, bool?)[] { ("Orders", "https://new.example.com/", true), ("New", null, false) }));
    }

    [Test]
    public async Task Deletions_are_in_the_ordinal_order_of_names_and_ids()
    {
        foreach ((string id, string name) in new[] { ("b", "x"), ("a", "x"), ("B", "x"), ("1", "y"), ("2", "Y"), ("3", "w") })
        {
            _clients.Put(new OAuthClient { ClientId = id, Metadata = new ClientMetadata { ClientName = name } });
        }

        ManifestPlan plan = await ManifestPlan.CreateAsync(_clients, [], new PlanOptions { Prune = true });

        Assert.That(plan.Changes.Select(c => $"{c.ClientName} {c.ClientId}"), Is.EqualTo(new[] { "Y 2", "w 3", "x B", "x a", "x b", "y 1" }));
    }

    [Test]
    public async Task A_plan_goes_by_the_capabilities_of_a_fake()
    {
        ManifestPlan plan = await ManifestPlan.CreateAsync(_clients, await Manifest.ReadAsync("client_name: Orders\ncontacts: [a]\n"));

        Assert.That(
            (plan.Problems.Single().Property, plan.Problems.Single().Message), Is.EqualTo(("contacts", "cannot be set")));
    }

    [Test]
    public async Task A_copy_to_a_fake_is_planned_and_run()
    {
        await _clients.CreateAsync(s_orders.Metadata);
        await using Support.TestHost target = await Support.TestHost.StartAsync(Support.ProviderCases.AuthleteV3, name: "target");

        CopyPlan plan = await CopyPlan.CreateAsync(_clients, target.Clients);

        Assert.That((await plan.RunAsync(target.Clients)).Single().Mapping!.SourceProvider, Is.EqualTo("fake"));
    }

    [Test]
    public async Task A_plan_without_manifests_does_what_it_says_and_nothing_else()
    {
        await _clients.CreateAsync(s_orders.Metadata);
        ClientMetadata after = s_orders.Metadata with { ClientUri = "https://new.example.com/", ClientName = "Not said" };
        var plan = new ManifestPlan(
            "fake",
            [
                new ClientChange
                {
                    Kind = ChangeKind.Change,
                    ClientId = "1",
                    ClientName = "Orders",
                    Properties =
                    [
                        new PropertyChange("client_uri", Json("\"https://old.example.com/\""), Json("\"https://new.example.com/\"")),
                        new PropertyChange("enabled", Json("true"), Json("false")),
                    ],
                    Before = s_orders.Metadata,
                    After = after,
                },
                new ClientChange { Kind = ChangeKind.Create, ClientName = "New", After = new ClientMetadata { ClientName = "New" } },
            ]);

        IReadOnlyList<ApplyResult> results = await plan.ApplyAsync(_clients);

        Assert.That(results.Select(r => (r.Status, r.Message, r.ClientId)), Is.EqualTo(new[] { "1", "2" }.Select(id => (ApplyStatus.Done, (string?)null, id))));
        Assert.That(
            await _clients.GetAsync("1"),
            Is.EqualTo((await _clients.GetAsync("1")) with { Enabled = false, Metadata = s_orders.Metadata with { ClientUri = "https://new.example.com/" } }));
    }

    [Test]
    public async Task A_vendor_property_that_is_called_enabled_does_not_lock_a_client()
    {
        await _clients.CreateAsync(s_orders.Metadata);
        var plan = new ManifestPlan("fake", [new ClientChange
        {
            Kind = ChangeKind.Change,
            ClientId = "1",
            Properties = [new PropertyChange("enabled", null, Json("false")) { IsExtension = true }],
            Before = s_orders.Metadata,
            After = s_orders.Metadata.WithExtension("enabled", false),
        }]);

        await plan.ApplyAsync(_clients);

        OAuthClient client = await _clients.GetAsync("1");
        Assert.That((client.Enabled, client.Metadata), Is.EqualTo(((bool?)true, s_orders.Metadata.WithExtension("enabled", false))));
    }

    [TestCase(ChangeKind.Change)]
    [TestCase(ChangeKind.Delete)]
    public async Task A_plan_that_does_not_say_what_the_client_was_leaves_it_as_it_is(ChangeKind kind)
    {
        await _clients.CreateAsync(s_orders.Metadata);
        var plan = new ManifestPlan("fake", [new ClientChange
        {
            Kind = kind,
            ClientId = "1",
            Properties = [new PropertyChange("client_uri", null, Json("\"x\""))],
        }]);

        Assert.That((await plan.ApplyAsync(_clients)).Single().Status, Is.EqualTo(ApplyStatus.Conflict));
        Assert.That((await _clients.GetAsync("1")).Metadata, Is.EqualTo(s_orders.Metadata));
    }

    [Test]
    public void A_plan_with_problems_is_not_applied()
    {
        var plan = new ManifestPlan("fake", [], [new ManifestProblem("It must not be.")]);

        Assert.That(() => plan.ApplyAsync(_clients), Throws.TypeOf<ManifestException>().With.Message.Contains("It must not be."));
    }

    [Test]
    public void A_plan_with_problems_is_not_saved()
    {
        using var stream = new MemoryStream();
        var plan = new ManifestPlan("fake", [], [new ManifestProblem("It must not be.")]);

        Assert.That(() => plan.SaveAsync(stream), Throws.TypeOf<ManifestException>().With.Message.Contains("It must not be."));
        Assert.That(stream.Length, Is.Zero);
    }

    [Test]
    public async Task All_of_a_plan_has_left_the_buffers_when_it_is_saved()
    {
        using var stream = new MemoryStream();
        await using var buffered = new BufferedStream(stream);

        await new ManifestPlan("fake", []).SaveAsync(buffered);

        stream.Position = 0;
        Assert.That((await ManifestPlan.LoadAsync(stream)).Provider, Is.EqualTo("fake"));
    }

    [Test]
    public async Task A_plan_to_copy_does_what_it_says()
    {
        OAuthClient there = await _clients.CreateAsync(new ClientMetadata { ClientName = "Unfinished" });
        var known = new CopyMapping("source", "7", "fake", there.ClientId);
        var plan = new CopyPlan(
            "source",
            "fake",
            [
                new CopyItem { SourceId = "6", Manifest = new ClientManifest { Values = new Dictionary<string, JsonElement> { ["client_name"] = Json("\"New\"") } } },
                new CopyItem { SourceId = "7", ExistingId = there.ClientId, Mapping = known },
                new CopyItem { SourceId = "8", ExistingId = there.ClientId, IsUnfinished = true },
            ]);

        IReadOnlyList<CopyResult> results = await plan.RunAsync(_clients);

        Assert.That(results.Select(r => (r.Status, r.Mapping!.TargetId)), Is.EqualTo(new[] { "2", "1", "1" }.Select(id => (ApplyStatus.Done, id))));
        Assert.That(((await _clients.GetAsync("1")).Enabled, results[1].Mapping), Is.EqualTo(((bool?)false, known)));
    }

    [Test]
    public void A_plan_to_copy_with_problems_is_not_run()
    {
        CopyItem refused = new() { SourceId = "6", Problems = [new ManifestProblem("It must not be.")] };

        Assert.That(() => new CopyPlan("source", "fake", [refused]).RunAsync(_clients), Throws.TypeOf<ManifestException>());
        Assert.That(
            async () => (await new CopyPlan("source", "fake", [refused], new CopyOptions { ContinueOnError = true }).RunAsync(_clients)).Single().Status,
            Is.EqualTo(ApplyStatus.Failed));
    }

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
