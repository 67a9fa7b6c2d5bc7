using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Two processes update one client, in every order: who loses, and who is told.</summary>
public sealed class RaceOrderTests
{
    // On DocSpace the answer to an update is empty, and one of dynamic registration may say what is not stored: the client is read back.
    private static readonly (string Order, string Lost, string Told)[] s_readBack =
    [
        ("R1 W1 b1 R2 W2 b2", "", ""),
        ("R1 W1 R2 b1 W2 b2", "", ""),
        ("R1 W1 R2 W2 b1 b2", "", ""),
        ("R1 W1 R2 W2 b2 b1", "", ""),
        ("R1 R2 W1 W2 b1 b2", "1", "1"),
        ("R1 R2 W1 W2 b2 b1", "1", "1"),
        ("R1 R2 W2 W1 b1 b2", "2", "2"),
        ("R1 R2 W2 W1 b2 b1", "2", "2"),

        // Undone after it was read back: nothing can tell.
        ("R1 R2 W1 b1 W2 b2", "1", ""),
        ("R1 R2 W2 b2 W1 b1", "2", ""),
    ];

    // On Authlete the answer to an update is the client as this very update left it.
    private static readonly (string Order, string Lost, string Told)[] s_authlete =
    [
        ("R1 W1 R2 W2", "", ""),
        ("R1 R2 W1 W2", "1", ""),
        ("R1 R2 W2 W1", "2", ""),
    ];

    private static readonly ProviderCase[] s_readingBack = [ProviderCases.DocSpace, ProviderCases.ManagedRegistration];

    private static readonly (string Order, string Told)[] s_additions =
    [
        ("R1 R2 W1 W2 b1 b2", "1"),
        ("R1 R2 W2 W1 b1 b2", "2"),
        ("R1 R2 W1 b1 W2 b2", ""),
        ("R1 W1 R2 W2 b1 b2", ""),
        ("R1 W1 R2 W2 b2 b1", ""),
    ];

    private static IEnumerable<TestCaseData> Additions() =>
        from provider in s_readingBack
        from row in s_additions
        select new TestCaseData(provider, row.Order, row.Told).SetArgDisplayNames(provider.Name, row.Order);

    private static IEnumerable<TestCaseData> Orders() =>
        from provider in RaceTests.Apart
        from row in s_readingBack.Contains(provider) ? s_readBack : s_authlete
        from isSwapped in new[] { false, true }
        let order = isSwapped ? Swap(row.Order) : row.Order
        select new TestCaseData(
            provider, order, isSwapped ? Swap(row.Lost) : row.Lost, isSwapped ? Swap(row.Told) : row.Told)
            .SetArgDisplayNames(provider.Name, order);

    [TestCaseSource(nameof(Orders))]
    public async Task Of_two_updates_of_different_properties_the_order_decides(
        ProviderCase provider, string order, string lost, string told)
    {
        await using RaceHost host = await RaceHost.StartAsync(provider, processes: 2, new RaceScript(order));
        string id = await host.CreateAsync();

        RaceResult result = await Race.RunAsync(host, id, "one", "two");

        Assert.That((result.Lost, result.Told), Is.EqualTo((lost, told)));
    }

    [TestCaseSource(nameof(s_readingBack))]
    public async Task The_error_names_the_property_that_was_undone(ProviderCase provider)
    {
        await using RaceHost host = await RaceHost.StartAsync(
            provider, processes: 2, new RaceScript("R1 R2 W1 W2 b1 b2"));
        string id = await host.CreateAsync();

        RaceResult result = await Race.RunAsync(host, id, "one", "two");

        Assert.That(result.First.Error?.Error.FieldErrors.Single().Name, Is.EqualTo("client_name"));
    }

    [TestCaseSource(nameof(Additions))]
    public async Task Of_two_that_add_to_one_list_who_reads_back_without_his_entry_is_told(
        ProviderCase provider, string order, string told)
    {
        await using RaceHost host = await RaceHost.StartAsync(provider, processes: 2, new RaceScript(order));
        string id = await host.CreateAsync();
        static Func<ClientMetadata, ClientMetadata> Add(string uri) => c => c with { RedirectUris = [.. c.RedirectUris!, uri] };

        RaceUpdate[] updates = await Task.WhenAll(
            RaceUpdate.RunAsync(host.First, id, Add("https://one.example.com/cb")),
            RaceUpdate.RunAsync(host.Second, id, Add("https://two.example.com/cb")));

        Assert.That(Race.Told(updates), Is.EqualTo(told));
    }

    private static string Swap(string text) => text.Replace('1', '0').Replace('2', '1').Replace('0', '2');
}
