namespace ClientMgmt.Tests.Wire;

/// <summary>Lists of DocSpace are complete where many entries have the same date, which is all that most servers' pages go by.</summary>
public sealed class EqualDatesTests
{
    [Test]
    public async Task No_client_is_left_out_or_told_twice(
        [Values] DatedStore store, [Values(1, 2, 10, 50)] int pageSize, [Values(1, 15, 49)] int atOneInstant)
    {
        using WireHost host = new DatedServer(store, 120, atOneInstant).Host();

        List<string> ids = await host.Clients.ListAsync(new() { PageSize = pageSize }).Select(c => c.ClientId).ToListAsync();

        Assert.That(ids.Order(), Is.EqualTo(Ids(120)));
    }

    [Test]
    public async Task Neither_is_one_in_pages_for_a_user_interface(
        [Values] DatedStore store, [Values(1, 7, 50)] int pageSize, [Values(1, 15, 49)] int atOneInstant)
    {
        using WireHost host = new DatedServer(store, 60, atOneInstant).Host();
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            ClientPage page = await host.Clients.ListPageAsync(new() { PageSize = pageSize, Cursor = cursor });
            Assert.That(page.Clients, Has.Count.InRange(1, pageSize));
            ids.AddRange(page.Clients.Select(c => c.ClientId));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.That(ids.Order(), Is.EqualTo(Ids(60)));
    }

    [Test]
    public async Task Neither_is_an_info([Values] DatedStore store)
    {
        using WireHost host = new DatedServer(store, 120, 49).Host();

        List<string> ids = await host.Clients.ConsentViews.ListInfoAsync().Select(c => c.ClientId).ToListAsync();

        Assert.That(ids.Order(), Is.EqualTo(Ids(120)));
    }

    [Test]
    public void A_full_page_of_consents_whose_last_has_no_date_is_no_end()
    {
        string entries = string.Join(',', Enumerable.Range(0, 50).Select(i => $$"""{"modified_at":null,"client":{"client_id":"{{i}}"},"scopes":[]}"""));
        using WireHost host = WireHost.For(Backend.DocSpace).OnAny(WireAnswer.Ok($$"""{"data":[{{entries}}],"limit":50,"last_modified_on":null}"""));

        Assert.That(
            async () => await host.Clients.Grants.ListAuthorizedClientsAsync(null).CountAsync(), Throws.InstanceOf<ClientManagementException>());
    }

    [Test]
    public async Task Neither_is_a_consent([Values(DatedStore.Seconds, DatedStore.Microseconds)] DatedStore store)
    {
        using WireHost host = new DatedServer(store, 120, 49).Host();

        List<string> ids = await host.Clients.Grants.ListAuthorizedClientsAsync(null, new() { PageSize = 3 })
            .Select(c => c.ClientId).ToListAsync();

        Assert.That(ids.Order(), Is.EqualTo(Ids(120)));
    }

    [Test]
    public async Task A_list_goes_on_from_the_cursor_of_a_page([Values] DatedStore store)
    {
        using WireHost host = new DatedServer(store, 60, 15).Host();
        ClientPage first = await host.Clients.ListPageAsync(new() { PageSize = 20 });

        List<string> rest = await host.Clients.ListAsync(new() { PageSize = 20, Cursor = first.NextCursor })
            .Select(c => c.ClientId).ToListAsync();

        Assert.That(first.Clients.Select(c => c.ClientId).Concat(rest).Order(), Is.EqualTo(Ids(60)));
    }

    [Test]
    public void Where_one_instant_fills_a_page_the_list_fails_and_does_not_end_early(
        [Values(DatedStore.Seconds, DatedStore.Microseconds)] DatedStore store, [Values(50, 51, 70)] int atOneInstant)
    {
        using WireHost host = new DatedServer(store, 120, atOneInstant).Host();

        Assert.That(
            async () => await host.Clients.ListAsync(new() { PageSize = 10 }).ToListAsync(),
            Throws.TypeOf<UnexpectedResponseException>().With.Message.Contain("same instant"));
    }

    [Test]
    public async Task Hosted_portals_are_asked_for_pages_of_the_same_size_throughout()
    {
        var server = new DatedServer(DatedStore.Hosted, 25, 1);
        using WireHost host = server.Host();

        await host.Clients.ListAsync(new() { PageSize = 10 }).ToListAsync();

        Assert.That(server.Limits, Is.EqualTo([10, 10, 10]));
    }

    [Test]
    public async Task Others_are_asked_for_the_largest_pages_behind_the_first()
    {
        var server = new DatedServer(DatedStore.Microseconds, 120, 1);
        using WireHost host = server.Host();

        await host.Clients.ListAsync(new() { PageSize = 10 }).ToListAsync();

        Assert.That(server.Limits, Is.EqualTo([10, 50, 50, 50]));
    }

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(0, count).Select(i => $"{i:D4}");
}
