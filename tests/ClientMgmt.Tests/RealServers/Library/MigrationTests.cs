using System.Text.Json;
using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.RealServers.Library;

/// <summary>From Authlete to oidc-provider and back: what is lost is what the capabilities said, no more and no less.</summary>
internal sealed class MigrationTests
{
    private static readonly CopyOptions s_anyLoss = new() { AllowLoss = true };

    private RealHost _real = null!;
    private TestHost _source = null!;
    private TestHost _back = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _real = await RealHost.StartAsync(RealServer.OidcProvider);
        _source = await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "source");
        _back = await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "back");
    }

    [TearDown]
    public async Task StopAsync()
    {
        foreach (IAsyncDisposable? host in new IAsyncDisposable?[] { _real, _source, _back })
        {
            if (host is not null)
            {
                await host.DisposeAsync();
            }
        }
    }

    [Test]
    public async Task There_and_back_loses_what_the_capabilities_say_and_nothing_else()
    {
        OAuthClient[] originals = [await CreateAsync("Rich"), await CreateAsync("Machine", Machine), await CreateAsync("Public", Public)];

        Dictionary<string, HashSet<string>> there = await CopyAsync(_source.Clients, _real.Clients);
        Dictionary<string, HashSet<string>> again = await CopyAsync(_real.Clients, _back.Clients);

        List<OAuthClient> returned = await _back.Clients.ListAsync().ToListAsync();
        foreach (OAuthClient original in originals)
        {
            string name = original.Metadata.ClientName!;
            ClientMetadata now = returned.Single(c => c.Metadata.ClientName == name).Metadata;
            IEnumerable<string> lost = there[name].Concat(again[name]).Intersect(ClientMetadata.StandardNames);
            Assert.That(RichMetadata.Differences(original.Metadata, now), Is.EquivalentTo(lost), name);
        }
    }

    [Test]
    public async Task A_scope_that_the_server_does_not_know_is_lost_and_the_others_are_not()
    {
        await CreateAsync("Rich", m => m with { Scope = "openid unheard" });

        CopyPlan plan = await CopyPlan.CreateAsync(_source.Clients, _real.Clients, s_anyLoss);
        CopyResult copied = (await plan.RunAsync(_real.Clients)).Single();

        Assert.That(plan.Items.Single().Losses.Single(l => l.Name == "scope").Reason, Does.Contain("unheard"));
        Assert.That((await _real.Clients.GetAsync(copied.Mapping!.TargetId)).Metadata.Scope, Is.EqualTo("openid"));
    }

    [Test]
    public async Task A_plan_for_what_was_exported_elsewhere_names_what_cannot_be_stored()
    {
        OAuthClient original = await CreateAsync("Rich");
        ClientManifest exported = (await ManifestExporter.ReadAsync(_source.Clients).ToListAsync()).Single() with { ClientId = null };

        ManifestPlan plan = await ManifestPlan.CreateAsync(_real.Clients, [exported]);

        Assert.That(plan.Problems.Select(p => p.Property).Intersect(ClientMetadata.StandardNames), Is.EquivalentTo(Foreseen(original, _real.Clients)));
    }

    [Test]
    public async Task Manifests_of_the_server_are_exported_changed_and_applied()
    {
        await _real.Clients.CreateAsync(RichMetadata.For(_real.Clients.Capabilities, "Rich"));
        ClientManifest exported = (await ManifestExporter.ReadAsync(_real.Clients).ToListAsync()).Single();

        ManifestPlan unchanged = await ManifestPlan.CreateAsync(_real.Clients, [exported]);
        ClientManifest changed = exported with
        {
            Values = ((System.Collections.Immutable.ImmutableDictionary<string, JsonElement>)exported.Values)
                .SetItem("client_uri", JsonSerializer.SerializeToElement("https://other.example.com/")).Remove("tos_uri"),
        };
        IReadOnlyList<ApplyResult> applied = await (await ManifestPlan.CreateAsync(_real.Clients, [changed])).ApplyAsync(_real.Clients);
        ManifestPlan after = await ManifestPlan.CreateAsync(_real.Clients, [changed]);

        ClientMetadata now = (await _real.Clients.GetAsync(exported.ClientId!)).Metadata;
        Assert.That((unchanged.HasChanges, applied.Single().Status, after.HasChanges), Is.EqualTo((false, ApplyStatus.Done, false)));
        Assert.That(now.ClientUri, Is.EqualTo("https://other.example.com/"));
    }

    [Test]
    public async Task A_client_that_is_out_of_use_is_not_put_into_use_by_a_copy()
    {
        OAuthClient original = await CreateAsync("Rich");
        await _source.Clients.DisableAsync(original.ClientId);

        CopyPlan plan = await CopyPlan.CreateAsync(_source.Clients, _real.Clients, new CopyOptions());
        ManifestPlan exported = await ManifestPlan.CreateAsync(
            _real.Clients, [(await ManifestExporter.ReadAsync(_source.Clients).ToListAsync()).Single() with { ClientId = null }]);

        Assert.That(plan.Items.Single().Losses.Select(l => l.Name), Does.Contain("enabled"));
        Assert.That((plan.Problems.Any(p => p.Property == "enabled"), exported.Problems.Any(p => p.Property == "enabled")), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task A_copy_that_may_lose_that_is_in_use_and_says_so()
    {
        await _source.Clients.DisableAsync((await CreateAsync("Rich")).ClientId);

        CopyPlan plan = await CopyPlan.CreateAsync(_source.Clients, _real.Clients, s_anyLoss);
        CopyResult copied = (await plan.RunAsync(_real.Clients)).Single();

        Assert.That((copied.Status, copied.Item.Losses.Single(l => l.Name == "enabled").Reason), Is.EqualTo((ApplyStatus.Done, "the target cannot disable clients: the standards have no request for it.")));
    }

    private static ClientMetadata Machine(ClientMetadata m) =>
        m with { GrantTypes = [GrantTypes.ClientCredentials], ResponseTypes = [], RedirectUris = [], RequirePushedAuthorizationRequests = null };

    private static ClientMetadata Public(ClientMetadata m) => m with { TokenEndpointAuthMethod = ClientAuthenticationMethods.None };

    private Task<OAuthClient> CreateAsync(string name, Func<ClientMetadata, ClientMetadata>? change = null) =>
        _source.Clients.CreateAsync((change ?? (m => m))(RichMetadata.For(_source.Clients.Capabilities, name)));

    // By name: what was foreseen, after it turned out to be just what happened.
    private static async Task<Dictionary<string, HashSet<string>>> CopyAsync(IClientManagement source, IClientManagement target)
    {
        List<OAuthClient> originals = await source.ListAsync().ToListAsync();
        CopyPlan plan = await CopyPlan.CreateAsync(source, target, s_anyLoss);
        IReadOnlyList<CopyResult> results = await plan.RunAsync(target);
        Assert.That(results.Select(r => (r.Status, r.Message)), Is.All.EqualTo((ApplyStatus.Done, (string?)null)));
        foreach (CopyResult result in results)
        {
            OAuthClient original = await source.GetAsync(result.Item.SourceId), copy = await target.GetAsync(result.Mapping!.TargetId);
            string[] told = [.. result.Item.Losses.Select(l => l.Name)];
            string[] standard = [.. told.Intersect(ClientMetadata.StandardNames)];
            Assert.Multiple(() =>
            {
                Assert.That(standard, Is.EquivalentTo(Foreseen(original, target)), $"{original.Metadata.ClientName}: what the capabilities say");
                Assert.That(standard, Is.EquivalentTo(RichMetadata.Differences(original.Metadata, copy.Metadata)), $"{original.Metadata.ClientName}: what happened");
                Assert.That(result.NotStored, Is.Empty);
                Assert.That(told.Except(standard).Where(n => copy.Metadata.GetValue(n) is { } value && RichMetadata.IsSet(value)), Is.Empty, "vendor's");
            });
        }

        Assert.That(results, Has.Count.EqualTo(originals.Count));
        return results.ToDictionary(r => r.Item.ClientName!, r => r.Item.Losses.Select(l => l.Name).ToHashSet());
    }

    private static IEnumerable<string> Foreseen(OAuthClient client, IClientManagement target) => ClientMetadata.StandardNames
        .Where(n => client.Metadata.GetValue(n) is { } value && RichMetadata.IsSet(value) && !target.Capabilities.CanSetAtCreation(n));
}
