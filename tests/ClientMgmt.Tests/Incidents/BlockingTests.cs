using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Incidents;

/// <summary>Whoever blocks the one thread of a synchronization context gets a result all the same.</summary>
[TestFixtureSource(typeof(ProviderCases), nameof(ProviderCases.Defaults))]
public sealed class BlockingTests(ProviderCase provider) : ProviderFixture(provider)
{
    [Test]
    public async Task Of_a_list()
    {
        await Host.CreateAsync();
        await Host.CreateAsync();
        await Host.CreateAsync();

        Assert.That(
            await BlockedContext.RunAsync(() => Clients.ListAsync(new ClientListOptions { PageSize = 1 }).ToBlockingEnumerable().Count()),
            Is.EqualTo(3));
    }

    [Test]
    public async Task Of_a_page()
    {
        await Host.CreateAsync();

        Assert.That(await BlockedContext.RunAsync(() => Clients.ListPageAsync().Result.Clients.Count), Is.EqualTo(1));
    }

    [Test]
    public async Task Of_grants()
    {
        await NeedAsync(ClientOperation.ListAuthorizedClients);
        OAuthClient client = await Host.CreateAsync();
        string? subject = Host.Grant(client.ClientId, "openid");

        Assert.That(
            await BlockedContext.RunAsync(() => Clients.Grants.ListAuthorizedClientsAsync(subject).ToBlockingEnumerable().Count()),
            Is.EqualTo(1));
    }

    [Test]
    public async Task Of_a_health_check() =>
        Assert.That(await BlockedContext.RunAsync(() => Clients.CheckHealthAsync().Result), Has.Property(nameof(ProviderHealth.IsHealthy)).True);
}
