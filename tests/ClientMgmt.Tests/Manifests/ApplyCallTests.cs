using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Applying asks the provider for what is needed and no more, and tells what came of it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ApplyCallTests
{
    private static readonly Capabilities s_able = new(
        FakeClients.Operations(ClientOperation.Enable, ClientOperation.Disable),
        [new MetadataCapability("client_name"), new MetadataCapability("client_uri") { Updatable = false }, new MetadataCapability("tos_uri")]);

    private static readonly OAuthClient s_orders = new()
    {
        ClientId = "1",
        Enabled = true,
        Metadata = new ClientMetadata { ClientName = "Orders", TosUri = "https://old.example.com/" },
    };

    private readonly FakeClients _clients = new(capabilities: s_able);

    [Test]
    public async Task A_changed_property_is_updated_and_nothing_else_is_asked_for()
    {
        ManifestPlan plan = await PlanAsync("client_id: \"1\"\ntos_uri: https://new.example.com/\n");

        await plan.ApplyAsync(_clients);

        Assert.That(_clients.Calls, Is.EqualTo(new[] { "update 1" }));
    }

    [TestCase(true)]
    [TestCase(null)]
    public async Task A_client_that_is_only_switched_is_not_updated(bool? isEnabled)
    {
        ManifestPlan plan = await PlanAsync("client_id: \"1\"\nenabled: false\n");
        _clients.Put(s_orders with { Enabled = isEnabled });

        await plan.ApplyAsync(_clients);

        Assert.That(_clients.Calls, Is.EqualTo(new[] { "get 1", "disable 1" }));
    }

    [Test]
    public async Task A_client_that_somebody_else_has_changed_is_not_even_switched()
    {
        ManifestPlan plan = await PlanAsync("client_id: \"1\"\nenabled: false\ntos_uri: https://new.example.com/\n");
        _clients.Put(s_orders with { Metadata = s_orders.Metadata with { TosUri = "https://byhand.example.com/" } });

        ApplyResult result = (await plan.ApplyAsync(_clients)).Single();

        Assert.That(result.Status, Is.EqualTo(ApplyStatus.Conflict));
        Assert.That(_clients.Calls, Is.EqualTo(new[] { "get 1" }));
    }

    [Test]
    public async Task What_the_server_did_not_store_is_a_failure_that_says_so()
    {
        var clients = new FakeClients(capabilities: s_able) { Stored = c => c with { Metadata = c.Metadata with { ClientUri = null } } };
        ManifestPlan plan = await ManifestPlan.CreateAsync(clients, await Manifest.ReadAsync("client_name: New\nclient_uri: https://new.example.com/\n"));

        ApplyResult result = (await plan.ApplyAsync(clients)).Single();

        Assert.That((result.Status, result.ClientId), Is.EqualTo((ApplyStatus.Failed, "1")));
        Assert.That(result.Message, Is.EqualTo("The server stored another value than asked of client_uri. Write what it keeps into the manifest, or leave the property out."));
    }

    [Test]
    public async Task What_was_not_begun_after_a_failure_says_so()
    {
        ManifestPlan plan = await PlanAsync("client_name: First\n---\nclient_name: Second\n");
        _clients.ErrorOf = call => call == "create First" ? new InvalidOperationException("Odd.") : null;

        IReadOnlyList<ApplyResult> results = await plan.ApplyAsync(_clients, new ApplyOptions { MaxConcurrency = 1 });

        Assert.That(results.Select(r => r.Message), Is.EqualTo(new[] { "Odd.", "Not begun: another client failed." }));
    }

    [TestCase(ChangeKind.Change, ApplyStatus.Done, "After", "After")]
    [TestCase(ChangeKind.Change, ApplyStatus.Done, null, "Before")]
    [TestCase(ChangeKind.Change, ApplyStatus.Conflict, "After", "Before")]
    [TestCase(ChangeKind.Delete, ApplyStatus.Done, "After", "Before")]
    public void A_result_tells_the_new_name_where_it_was_given(ChangeKind kind, ApplyStatus status, string? after, string told)
    {
        var change = new ClientChange { Kind = kind, ClientName = "Before", After = new ClientMetadata { ClientName = after } };

        Assert.That(new ApplyResult(change, status).ClientName, Is.EqualTo(told));
    }

    [Test]
    public void Eight_clients_are_worked_on_at_once_unless_told_otherwise() => Assert.That(
        new[] { new ApplyOptions().MaxConcurrency, new CopyOptions().MaxConcurrency, new ExportOptions().MaxConcurrency, new PlanOptions().MaxConcurrency },
        Is.All.EqualTo(8));

    // Of the one client that is there.
    private async Task<ManifestPlan> PlanAsync(string text)
    {
        _clients.Put(s_orders);
        ManifestPlan plan = await ManifestPlan.CreateAsync(_clients, await Manifest.ReadAsync(text));
        _clients.ClearCalls();
        return plan;
    }
}
