using System.Text.Json;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>How the clients that have come since a plan was made are told from those that it is about.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class LatecomerTests
{
    private static readonly CancellationToken s_cancelled = new(canceled: true);

    private readonly FakeClients _target = new("target");
    private readonly List<CopyMapping> _known = [];

    [Test]
    public async Task Names_that_differ_in_case_are_those_of_different_clients()
    {
        CopyPlan copy = Plan(Item("1", "New"), Item("2", "new"));
        ManifestPlan plan = new("target", [Creation("New"), Creation("new")]);
        await _target.CreateAsync(new ClientMetadata { ClientName = "New" });

        IReadOnlyList<CopyResult> copied = await copy.RunAsync(_target);
        await _target.DeleteAsync(copied[1].Mapping!.TargetId);
        IReadOnlyList<ApplyResult> applied = await plan.ApplyAsync(_target, new ApplyOptions { ContinueOnError = true });

        Assert.That(copied.Select(r => r.Status), Is.EqualTo(new[] { ApplyStatus.Conflict, ApplyStatus.Done }));
        Assert.That(applied.Select(r => r.Status), Is.EqualTo(new[] { ApplyStatus.Conflict, ApplyStatus.Done }));
    }

    [Test]
    public async Task Ids_that_differ_in_case_are_those_of_different_clients()
    {
        CopyPlan plan = Plan(Item("a", "Small"), Item("A", "Capital"));
        OAuthClient copy = await _target.CreateAsync(new ClientMetadata { ClientName = "Made meanwhile" });
        _known.Add(new CopyMapping("source", "A", "target", copy.ClientId));

        Assert.That((await plan.RunAsync(_target)).Select(r => r.Mapping!.TargetId), Is.EqualTo(new[] { "2", "1" }));
    }

    [Test]
    public async Task Ids_that_mean_the_same_to_the_source_are_those_of_one_client()
    {
        var source = new FakeClients("source", new Capabilities(FakeClients.Operations(), [new MetadataCapability("client_name")])
        {
            ClientIdComparer = StringComparer.OrdinalIgnoreCase,
        });
        source.Put(new OAuthClient { ClientId = "a", Enabled = true, Metadata = new ClientMetadata { ClientName = "Copied" } });
        CopyPlan plan = await CopyPlan.CreateAsync(source, _target, new CopyOptions { Known = _known });
        OAuthClient copy = await _target.CreateAsync(new ClientMetadata { ClientName = "Made meanwhile" });
        _known.Add(new CopyMapping("source", "A", "target", copy.ClientId));

        Assert.That((await plan.RunAsync(_target)).Select(r => r.Mapping!.TargetId), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Where_there_is_no_list_each_copy_that_mappings_tell_of_is_read_once()
    {
        ClientOperation[] operations = [ClientOperation.Get, ClientOperation.Create];
        var target = new FakeClients(
            "target", new Capabilities(operations.Select(o => new OperationCapability(o, Supported: true)), [new MetadataCapability("client_name")]));
        _known.AddRange([new CopyMapping("source", "8", "target", "80"), new CopyMapping("source", "9", "target", "80")]);

        await Plan(Item("1", "New")).RunAsync(target);

        Assert.That(target.Calls, Is.EqualTo(new[] { "get 80", "create New" }));
    }

    [Test]
    public async Task A_list_that_is_cancelled_leaves_everything_to_be_begun()
    {
        _target.ErrorOf = _ => new OperationCanceledException(s_cancelled);

        CopyResult copied = (await Plan(Item("1", "New")).RunAsync(_target, s_cancelled)).Single();
        ApplyResult applied = (await new ManifestPlan("target", [Creation("New")]).ApplyAsync(_target, cancellationToken: s_cancelled)).Single();

        Assert.That((copied.Status, copied.Message), Is.EqualTo((ApplyStatus.Skipped, "Not begun: cancelled.")));
        Assert.That((applied.Status, applied.Message), Is.EqualTo((ApplyStatus.Skipped, "Not begun: cancelled.")));
    }

    [Test]
    public void A_list_that_ends_early_though_nobody_has_cancelled_it_is_an_error()
    {
        _target.ErrorOf = call => call == "list" ? new OperationCanceledException() : null;

        Assert.That(() => Plan(Item("1", "New")).RunAsync(_target), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(
            () => new ManifestPlan("target", [Creation("New")]).ApplyAsync(_target), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_target.Calls, Is.EqualTo(new[] { "list", "list" }));
    }

    private static CopyItem Item(string sourceId, string name) => new()
    {
        SourceId = sourceId,
        ClientName = name,
        Manifest = new ClientManifest { Values = new Dictionary<string, JsonElement> { ["client_name"] = JsonSerializer.SerializeToElement(name) } },
    };

    private static ClientChange Creation(string name) =>
        new() { Kind = ChangeKind.Create, ClientName = name, After = new ClientMetadata { ClientName = name } };

    private CopyPlan Plan(params CopyItem[] items) => new("source", "target", items, new CopyOptions { Known = _known, ContinueOnError = true });
}
