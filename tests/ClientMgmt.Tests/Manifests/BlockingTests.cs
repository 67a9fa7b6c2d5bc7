using ClientMgmt.Manifests;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Who waits for a result and blocks a thread on which others want to go on gets it all the same.</summary>
public sealed class BlockingTests
{
    // Its list says too little of each client, so that each is read by itself, too.
    private static readonly ProviderCase s_provider = ProviderCases.All.Single(c => c.Name == "AuthleteV3, limited list");

    private static readonly string[] s_names = ["A", "B", "C"];

    [Test]
    public void A_continuation_that_needs_the_blocked_thread_is_found_out() => Assert.That(
        () => BlockedContext.RunAsync(() => YieldingAsync().ToBlockingEnumerable().Count()), Throws.InvalidOperationException);

    [Test]
    public async Task Clients_are_exported()
    {
        await using TestHost host = await TestHost.StartAsync(s_provider);
        string[] ids = [(await host.CreateAsync("A")).ClientId, (await host.CreateAsync("B")).ClientId];
        TakeAMoment(host);
        IClientManagement clients = host.Clients;
        using var folder = new TemporaryFolder();

        int[] counts = await BlockedContext.RunAsync<int[]>(() =>
        [
            ManifestExporter.ReadAsync(clients).ToBlockingEnumerable().Count(),
            ManifestExporter.ReadAsync(clients, new ExportOptions { Ids = ids }).ToBlockingEnumerable().Count(),
            ManifestExporter.ExportAsync(clients, Stream.Null).Result,
            ManifestExporter.ExportToFileAsync(clients, Path.Combine(folder.Path, "all.yaml")).Result,
            ManifestExporter.ExportToFolderAsync(clients, folder.Path).Result.Count,
            ManifestExporter.FindExportedAsync(folder.Path).ToBlockingEnumerable().Count(),
        ]);

        Assert.That(counts, Is.All.EqualTo(2));
    }

    [Test]
    public async Task Manifests_are_planned_and_applied()
    {
        await using TestHost host = await TestHost.StartAsync(s_provider);
        OAuthClient kept = await host.CreateAsync("A");
        await host.CreateAsync("B");
        TakeAMoment(host);
        IClientManagement clients = host.Clients;
        IReadOnlyList<ClientManifest> named = await Manifest.ReadAsync("client_name: A\nclient_uri: https://new.example.com/\n---\nclient_name: C\n");
        IReadOnlyList<ClientManifest> byId = await Manifest.ReadAsync($"client_id: \"{kept.ClientId}\"\nclient_uri: https://new.example.com/\n");

        (int changes, IReadOnlyList<ApplyResult> results) = await BlockedContext.RunAsync(() =>
        {
            ManifestPlan plan = ManifestPlan.CreateAsync(clients, named, new PlanOptions { Prune = true }).Result;
            return (ManifestPlan.CreateAsync(clients, byId).Result.Count(ChangeKind.Change), plan.ApplyAsync(clients).Result);
        });

        Assert.That(changes, Is.EqualTo(1));
        Assert.That(
            results.Select(r => (r.Change.Kind, r.Status)),
            Is.EqualTo(new[] { ChangeKind.Change, ChangeKind.Create, ChangeKind.Delete }.Select(kind => (kind, ApplyStatus.Done))));
    }

    [Test]
    public async Task Clients_are_copied()
    {
        await using TestHost from = await TestHost.StartAsync(s_provider, name: "source"), to = await TestHost.StartAsync(s_provider, name: "target");
        foreach (string name in s_names)
        {
            await from.CreateAsync(name);
        }

        await to.CreateAsync(s_names[0]);
        TakeAMoment(from);
        TakeAMoment(to);
        (IClientManagement source, IClientManagement target) = (from.Clients, to.Clients);

        IReadOnlyList<CopyResult> results = await BlockedContext.RunAsync(
            () => CopyPlan.CreateAsync(source, target, new CopyOptions { AllowLoss = true }).Result.RunAsync(target).Result);

        Assert.That(results.Select(r => r.Status), Is.EqualTo(s_names.Select(_ => ApplyStatus.Done)));
    }

    // No answer is there before it is waited for.
    private static void TakeAMoment(TestHost host) =>
        host.Sandbox.Faults.Add(new SandboxFault { DelayBefore = TimeSpan.FromMilliseconds(20), Times = null });

    private static async IAsyncEnumerable<int> YieldingAsync()
    {
        await Task.Yield();
        yield return 1;
    }
}
