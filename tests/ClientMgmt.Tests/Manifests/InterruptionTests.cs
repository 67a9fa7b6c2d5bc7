using System.Text.Json;
using ClientMgmt.Manifests;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

/// <summary>An apply that ends after any of its requests is completed by the next one.</summary>
[TestFixtureSource(typeof(ProviderCases), nameof(ProviderCases.Defaults))]
public sealed class InterruptionTests(ProviderCase provider)
{
    private TestHost _host = null!;

    private IClientManagement Clients => _host.Clients;

    // What is lost is not asked for again, so that each request that is cut off ends the work.
    [OneTimeSetUp]
    public async Task StartAsync() => _host = await TestHost.StartAsync(provider, settings =>
    {
        settings["Resilience:MaxRetryAttempts"] = "0";
        settings["Resilience:MinimumThroughput"] = "0";
    });

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task An_apply_that_is_cut_off_at_any_request_converges([Values] bool isActedOn)
    {
        int cut = 0;
        for (bool isCut = true; isCut; cut++)
        {
            await _host.ResetAsync();
            IReadOnlyList<ClientManifest> manifests = await PrepareAsync();
            _host.Sandbox.ClearRequests();
            CutOffAfter(cut, isActedOn);
            isCut = await TryApplyAsync(manifests);
            _host.Sandbox.Faults.Clear();

            Assert.That(await TryApplyAsync(manifests), Is.False, $"second run, cut after {cut}");
            await AssertConvergedAsync(manifests, cut);
        }

        Assert.That(cut, Is.GreaterThan(10));
    }

    [Test]
    public async Task A_copy_that_is_cut_off_at_any_request_converges([Values] bool isActedOn)
    {
        await using TestHost source = await TestHost.StartAsync(provider, name: "source");
        OAuthClient first = await source.CreateAsync("First");
        await source.CreateAsync("Second");
        if (source.HasSwitch)
        {
            await source.Clients.DisableAsync(first.ClientId);
        }

        for ((int cut, bool isCut) = (0, true); isCut; cut++)
        {
            await _host.ResetAsync();
            CutOffAfter(cut, isActedOn);
            isCut = await TryCopyAsync(source.Clients);
            _host.Sandbox.Faults.Clear();

            Assert.That(await TryCopyAsync(source.Clients), Is.False, $"second run, cut after {cut}");
            Assert.That(
                await Clients.ListAsync().Select(c => (c.Metadata.ClientName, c.Enabled)).ToListAsync(),
                Is.EquivalentTo(new[] { ("First", Told(false)), ("Second", Told(true)) }),
                $"cut after {cut}");
        }
    }

    private async Task<IReadOnlyList<ClientManifest>> PrepareAsync()
    {
        OAuthClient changed = await _host.CreateAsync("Changed");
        if (_host.HasSwitch)
        {
            await Clients.DisableAsync(changed.ClientId);
        }

        await _host.CreateAsync("Deleted");
        await _host.CreateAsync("Disabled");
        ClientMetadata metadata = SampleMetadata.For(Clients.Capabilities).WithValue(
            SampleMetadata.AnyText(Clients.Capabilities), JsonSerializer.SerializeToElement("https://another.example.com"));
        return
        [
            Of(metadata with { ClientName = "Created" }, enabled: false),
            Of(metadata with { ClientName = "Changed" }, enabled: true),
            Of(metadata with { ClientName = "Disabled" }, enabled: false),
        ];
    }

    private ClientManifest Of(ClientMetadata metadata, bool enabled) => ClientManifest.From(
        new OAuthClient { ClientId = "none", Metadata = metadata }, Clients.Capabilities) with
    {
        ClientId = null,
        Enabled = Told(enabled),
    };

    // Where clients have no switch, nothing says that they are enabled.
    private bool? Told(bool enabled) => _host.HasSwitch ? enabled : null;

    private void CutOffAfter(int requests, bool isActedOn)
    {
        _host.Sandbox.Faults.Add(new SandboxFault { After = requests, Commit = isActedOn, Send = SandboxPart.None, Then = SandboxEnding.Reset });
        _host.Sandbox.Faults.Add(new SandboxFault { After = requests, Times = null, Commit = false, Send = SandboxPart.None, Then = SandboxEnding.Reset });
    }

    // Whether the run did not come to its end.
    private async Task<bool> TryApplyAsync(IReadOnlyList<ClientManifest> manifests)
    {
        try
        {
            ManifestPlan plan = await ManifestPlan.CreateAsync(Clients, manifests, new PlanOptions { Prune = true, MaxConcurrency = 1 });
            return (await plan.ApplyAsync(Clients, new ApplyOptions { MaxConcurrency = 1 })).Any(r => r.Status != ApplyStatus.Done);
        }
        catch (ClientManagementException)
        {
            return true;
        }
    }

    private async Task<bool> TryCopyAsync(IClientManagement source)
    {
        try
        {
            CopyPlan plan = await CopyPlan.CreateAsync(source, Clients, new CopyOptions { MaxConcurrency = 1 });
            return (await plan.RunAsync(Clients)).Any(r => r.Status != ApplyStatus.Done);
        }
        catch (ClientManagementException)
        {
            return true;
        }
    }

    private async Task AssertConvergedAsync(IReadOnlyList<ClientManifest> manifests, int cut)
    {
        ManifestPlan plan = await ManifestPlan.CreateAsync(Clients, manifests, new PlanOptions { Prune = true });
        Assert.That(plan.HasChanges, Is.False, $"cut after {cut}");
        Assert.That(
            await Clients.ListAsync().Select(c => (c.Metadata.ClientName, c.Enabled)).ToListAsync(),
            Is.EquivalentTo(new[] { ("Created", Told(false)), ("Changed", Told(true)), ("Disabled", Told(false)) }),
            $"cut after {cut}");
    }
}
