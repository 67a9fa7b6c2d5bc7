namespace ClientMgmt.Tests.Wire;

/// <summary>The requests that reading page after page makes.</summary>
public sealed class PagingTests
{
    private static IEnumerable<Backend> Authlete() => [Backend.AuthleteV2, Backend.AuthleteV3];

    [TestCaseSource(nameof(Authlete))]
    public async Task Authlete_is_read_window_after_window_until_the_total(Backend backend)
    {
        string list = $"GET {AuthleteOperations.Root(backend)}/get/list";
        using WireHost host = WireHost.For(backend)
            .On($"{list}?start=0&end=2", WireAnswer.Ok("""{"totalCount":3,"clients":[{"clientId":1},{"clientId":2}]}"""))
            .On($"{list}?start=2&end=4", WireAnswer.Ok("""{"totalCount":3,"clients":[{"clientId":3}]}"""));

        List<string> ids = await host.Clients.ListAsync(new() { PageSize = 2 }).Select(c => c.ClientId).ToListAsync();

        Assert.That(ids, Is.EqualTo(["1", "2", "3"]));
    }

    [TestCaseSource(nameof(Authlete))]
    public async Task Authlete_lists_authorized_clients_window_after_window(Backend backend)
    {
        string list = $"GET {AuthleteOperations.Root(backend)}/authorization/get/list?subject={WireOperation.EncodedSubject}";
        using WireHost host = WireHost.For(backend)
            .On($"{list}&developer=d%26&start=0&end=1", WireAnswer.Ok("""{"totalCount":2,"clients":[{"clientId":1}]}"""))
            .On($"{list}&developer=d%26&start=1&end=2", WireAnswer.Ok("""{"totalCount":2,"clients":[{"clientId":2}]}"""));

        List<string> ids = await host.Clients
            .Grants.ListAuthorizedClientsAsync(WireOperation.Subject, new() { PageSize = 1, Developer = "d&" })
            .Select(c => c.ClientId).ToListAsync();

        Assert.That(ids, Is.EqualTo(["1", "2"]));
    }

    [TestCaseSource(nameof(Authlete))]
    public async Task Authlete_without_a_total_is_read_until_a_window_is_empty(Backend backend)
    {
        string list = $"GET {AuthleteOperations.Root(backend)}/get/list";
        using WireHost host = WireHost.For(backend)
            .On($"{list}?start=0&end=100", WireAnswer.Ok("""{"clients":[{"clientId":1}]}"""))
            .On($"{list}?start=1&end=101", WireAnswer.Ok("""{"clients":null}"""));

        List<string> ids = await host.Clients.ListAsync().Select(c => c.ClientId).ToListAsync();

        Assert.That(ids, Is.EqualTo(["1"]));
    }

    [TestCaseSource(nameof(Authlete))]
    public async Task Authlete_that_ignores_the_window_and_tells_no_total_does_not_loop_for_ever(Backend backend)
    {
        using WireHost host = WireHost.For(backend).OnAny(WireAnswer.Ok("""{"clients":[{"clientId":1}]}"""));

        List<string> ids = await host.Clients.ListAsync().Select(c => c.ClientId).ToListAsync();

        Assert.That(ids, Is.EqualTo(["1"]));
    }

    // Nine digits and an offset: .NET would keep seven, and an unescaped plus would arrive as a space. Fewer digits are of a
    // server that goes by the time alone: a little later, it tells the others of that instant as well.
    [TestCase("2026-01-02T03:04:05.123456789+00:00", "2026-01-02T03%3A04%3A05.123456789%2B00%3A00")]
    [TestCase("2026-01-02T03:04:05Z", "2026-01-02T03%3A04%3A06Z")]
    [TestCase("2026-01-02T03:04:05.1-05:30", "2026-01-02T08%3A34%3A05.100001Z")]
    [TestCase("yesterday", "yesterday")]
    public async Task DocSpace_gets_both_halves_of_its_cursor_back(string cursor, string encoded)
    {
        using WireHost host = WireHost.For(Backend.DocSpace)
            .On("GET /api/2.0/clients?limit=50", Page("1", $"\"{cursor}\""))
            .On($"GET /api/2.0/clients?limit=50&last_client_id=1&last_created_on={encoded}", Page("2", null));

        List<string> ids = await host.Clients.ListAsync().Select(c => c.ClientId).ToListAsync();

        Assert.That(ids, Is.EqualTo(["1", "2"]));
    }

    [Test]
    public async Task DocSpace_infos_are_paged_by_the_same_cursor()
    {
        using WireHost host = WireHost.For(Backend.DocSpace)
            .On("GET /api/2.0/clients/info?limit=50", Page("1", "\"2026-01-02T03:04:05.123456789+00:00\""))
            .On(
                "GET /api/2.0/clients/info?limit=50&last_client_id=1&last_created_on=2026-01-02T03%3A04%3A05.123456789%2B00%3A00",
                Page("2", null));

        List<string> ids = await host.Clients.ConsentViews.ListInfoAsync().Select(c => c.ClientId).ToListAsync();

        Assert.That(ids, Is.EqualTo(["1", "2"]));
    }

    [Test]
    public async Task DocSpace_consents_are_paged_by_the_time_of_their_change()
    {
        using WireHost host = WireHost.For(Backend.DocSpace)
            .On("GET /api/2.0/clients/consents?limit=2", WireAnswer.Ok(
                """{"data":[{"registered_client_id":"1"}],"limit":2,"last_modified_on":"2026-01-02T03:04:05.123456789+00:00"}"""))
            .On("GET /api/2.0/clients/consents?limit=2&last_modified_on=2026-01-02T03%3A04%3A05.123456789%2B00%3A00", WireAnswer.Ok(
                """{"data":[{"registered_client_id":"2"}],"limit":2,"last_modified_on":null}"""));

        List<string> ids = await host.Clients.Grants.ListAuthorizedClientsAsync(null, new() { PageSize = 2 })
            .Select(c => c.ClientId).ToListAsync();

        Assert.That(ids, Is.EqualTo(["1", "2"]));
    }

    [Test]
    public async Task DocSpace_ends_where_the_cursor_is_null_even_if_the_page_is_full()
    {
        using WireHost host = WireHost.For(Backend.DocSpace).On("GET /api/2.0/clients?limit=1", Page("1", null));

        await WireOperations.DrainAsync(host.Clients.ListAsync(new() { PageSize = 1 }));

        Assert.That(host.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task DocSpace_that_starts_again_does_not_loop_for_ever()
    {
        using WireHost host = WireHost.For(Backend.DocSpace).OnAny(Page("1", "\"2026-01-02T03:04:05Z\""));

        List<string> ids = await host.Clients.ListAsync().Select(c => c.ClientId).ToListAsync();

        Assert.That(ids, Is.EqualTo(["1"]));
    }

    [Test]
    public async Task DocSpace_3_0_is_paged_by_number()
    {
        using WireHost host = WireHost.For(Backend.DocSpace, o =>
        {
            o.Signature = null;
            o.AscAuthKey = new Secret(WireHost.AscAuthKey);
            o.ServerVersion = new Version(3, 0);
        });
        host.On("GET /api/2.0/clients?limit=1&page=0", Page("1", null))
            .On("GET /api/2.0/clients?limit=1&page=1", Page("2", null))
            .On("GET /api/2.0/clients?limit=1&page=2", WireAnswer.Ok("""{"data":[]}"""));

        List<string> ids = await host.Clients.ListAsync(new() { PageSize = 1 }).Select(c => c.ClientId).ToListAsync();

        Assert.That(ids, Is.EqualTo(["1", "2"]));
    }

    private static WireAnswer Page(string id, string? time) => WireAnswer.Ok(
        $$"""{"data":[{"client_id":"{{id}}"}],"limit":30,"last_client_id":{{(time is null ? "null" : $"\"{id}\"")}},"last_created_on":{{time ?? "null"}}}""");
}
