using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Contract;

/// <summary>Lists of many pages.</summary>
[TestFixtureSource(typeof(ProviderCases), nameof(ProviderCases.Defaults))]
public sealed class LongListTests(ProviderCase provider) : ProviderFixture(provider)
{
    [Test]
    public async Task List_tells_a_thousand_clients_once_each_in_the_order_of_the_server()
    {
        IReadOnlyList<string> seeded = await Host.SeedAsync(1000);

        List<string> listed = await Clients.ListAsync().Select(c => c.ClientId).ToListAsync();

        Assert.That(listed, Is.EqualTo(seeded));
    }
}
