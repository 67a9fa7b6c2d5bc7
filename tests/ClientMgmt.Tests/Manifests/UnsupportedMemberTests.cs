using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

/// <summary>A part of a vendor property that the backend has no place for is told by the plan, and not only by what was stored.</summary>
public sealed class UnsupportedMemberTests
{
    private const string Manifest = "client_name: A\nextensions:\n  extension:\n    idTokenDuration: 60\n    accessTokenDuration: 30\n";

    [Test]
    public async Task A_member_that_only_v3_has_is_a_problem_on_v2([Values] bool isThere)
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV2);
        if (isThere)
        {
            await host.CreateAsync("A");
        }

        ManifestPlan plan = await ManifestPlan.CreateAsync(host.Clients, await Manifests.Manifest.ReadAsync(Manifest));

        Assert.That(
            plan.Problems.Select(p => p.ToString()),
            Is.EqualTo(new[] { $"clients.yaml:3:3: client A: extension: idTokenDuration cannot be {(isThere ? "changed" : "set")}: only API v3 has it" }));
    }

    [Test]
    public async Task On_v3_it_is_none()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);

        ManifestPlan plan = await ManifestPlan.CreateAsync(host.Clients, await Manifests.Manifest.ReadAsync(Manifest));

        Assert.That((await plan.ApplyAsync(host.Clients)).Single().Status, Is.EqualTo(ApplyStatus.Done));
    }

    [TestCase("idTokenDuration: 0")]
    [TestCase("idTokenDuration: null")]
    public async Task What_says_that_it_is_not_set_is_no_problem(string member)
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV2);

        ManifestPlan plan = await ManifestPlan.CreateAsync(
            host.Clients, await Manifests.Manifest.ReadAsync(Manifest.Replace("idTokenDuration: 60", member, StringComparison.Ordinal)));

        Assert.That((await plan.ApplyAsync(host.Clients)).Single().Status, Is.EqualTo(ApplyStatus.Done));
    }
}
