using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Whatever the manifests: after they are applied, there is nothing left to do.</summary>
[TestFixtureSource(typeof(ProviderCases), nameof(ProviderCases.Defaults))]
public sealed class ConvergenceTests(ProviderCase provider) : ProviderFixture(provider)
{
    private const int Manifests = 500;

    [Test]
    public async Task The_second_apply_of_random_manifests_writes_nothing()
    {
        await ApplyAsync(new RandomManifests(1, Clients.Capabilities).Take(Manifests));

        Host.Sandbox.ClearRequests();
        await ApplyAsync(new RandomManifests(1, Clients.Capabilities).Take(Manifests));

        Assert.That(Host.Writes, Is.Empty);
    }

    [Test]
    public async Task The_plan_after_random_changes_is_empty()
    {
        await ApplyAsync(new RandomManifests(2, Clients.Capabilities).Take(Manifests / 2));
        IReadOnlyList<ClientManifest> changed = await Manifest.ReadAsync(
            Manifest.Yaml(new RandomManifests(3, Clients.Capabilities).Take(Manifests / 2)));
        await ApplyAsync(changed);

        ManifestPlan plan = await ManifestPlan.CreateAsync(Clients, changed);

        Assert.That(plan.Changes.SelectMany(c => c.Properties.Select(p => $"{c.ClientName} {p}")), Is.Empty);
    }

    [Test]
    public async Task The_plan_of_an_export_is_empty()
    {
        await ApplyAsync(new RandomManifests(4, Clients.Capabilities).Take(Manifests / 4));
        using var exported = new MemoryStream();
        await ManifestExporter.ExportAsync(Clients, exported);

        ManifestPlan plan = await ManifestPlan.CreateAsync(
            Clients, await Manifest.ReadAsync(exported.ToArray()), new PlanOptions { Prune = true, MaxDeletes = 0 });

        Assert.That((plan.Changes.Count, plan.HasChanges, plan.Problems.Count), Is.EqualTo((Manifests / 4, false, 0)));
    }

    private async Task ApplyAsync(IReadOnlyList<ClientManifest> manifests)
    {
        ManifestPlan plan = await ManifestPlan.CreateAsync(Clients, manifests);
        IReadOnlyList<ApplyResult> results = await plan.ApplyAsync(Clients, new ApplyOptions { ContinueOnError = true });
        Assert.That(results.Where(r => r.Status != ApplyStatus.Done).Select(r => $"{r.Change.ClientName}: {r.Message}"), Is.Empty);
    }
}
