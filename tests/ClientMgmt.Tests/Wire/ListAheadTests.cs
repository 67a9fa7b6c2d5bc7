using System.Net;

namespace ClientMgmt.Tests.Wire;

/// <summary>The requests of a list, of which some are sent before they are needed.</summary>
[CancelAfter(30_000)]
public sealed class ListAheadTests
{
    private static IEnumerable<Backend> Authlete() => [Backend.AuthleteV2, Backend.AuthleteV3];

    private static IEnumerable<Backend> All() => WireOperations.BackendsOf(ClientOperation.List);

    [TestCaseSource(nameof(All))]
    public async Task The_first_client_costs_one_request(Backend backend, CancellationToken limit)
    {
        using WireHost host = new ListServer(backend, Numbers(1, 20)).Host();

        await List(host).FirstAsync(limit);
        int first = host.Requests.Count;
        await List(host).Take(1).ToListAsync(limit);

        Assert.That((first, host.Requests.Count), Is.EqualTo((1, 2)));
    }

    [TestCase(Backend.AuthleteV2)]
    [TestCase(Backend.AuthleteV3)]
    public async Task Authlete_is_asked_for_eight_windows_at_once_and_no_more(Backend backend, CancellationToken limit)
    {
        var server = new ListServer(backend, Numbers(1, 20)) { HoldFrom = 1 };
        using WireHost host = server.Host();

        Task<List<string>> list = IdsAsync(host, limit);
        await server.ArrivedAsync(9, limit);
        string[] asked = [.. server.Asked];
        for (int request = 1; request < 20; request++)
        {
            server.Release(request);
            await server.ArrivedAsync(request < 12 ? 1 : 0, limit);
        }

        Assert.That(asked, Is.EqualTo(["0-1", "1-2", "2-3", "3-4", "4-5", "5-6", "6-7", "7-8", "8-9"]));
        Assert.That(await list, Is.EqualTo(Texts(1, 20)));
        Assert.That((server.MostInFlight, host.Requests.Count), Is.EqualTo((8, 20)));
    }

    [Test]
    public async Task Authlete_clients_come_in_order_when_the_last_window_is_answered_first(CancellationToken limit)
    {
        var server = new ListServer(Backend.AuthleteV3, Numbers(1, 9)) { HoldFrom = 1 };
        using WireHost host = server.Host();

        Task<List<string>> list = IdsAsync(host, limit);
        await server.ArrivedAsync(9, limit);
        for (int request = 8; request > 0; request--)
        {
            server.Release(request);
        }

        Assert.That(await list, Is.EqualTo(Texts(1, 9)));
    }

    [TestCase(false, "", "1", "2", "3")]
    [TestCase(true, "page 0", "page 1", "page 2", "page 3", "page 4")]
    public async Task DocSpace_is_asked_for_one_page_ahead(bool isNumbered, params string[] asked)
    {
        var server = new ListServer(Backend.DocSpace, Numbers(1, 4));
        using WireHost host = server.Host(o =>
        {
            if (isNumbered)
            {
                (o.Signature, o.AscAuthKey, o.ServerVersion) = (null, new Secret(WireHost.AscAuthKey), new Version(3, 0));
            }
        });
        var ahead = new List<int>();

        await foreach (OAuthClient client in List(host))
        {
            ahead.Add(host.Requests.Count - int.Parse(client.ClientId));
        }

        Assert.That(server.Asked, Is.EqualTo(asked));
        Assert.That(ahead, Is.EqualTo([0, 1, 1, isNumbered ? 1 : 0]));
        Assert.That(server.MostInFlight, Is.EqualTo(1));
    }

    [Test]
    public async Task Authlete_clients_that_move_into_later_windows_are_told_once(CancellationToken limit)
    {
        var server = new ListServer(Backend.AuthleteV3, Numbers(1, 12))
        {
            OnRequest = (s, request) => s.Ids.InsertRange(0, request is > 0 and < 5 ? [100 + request] : []),
        };
        using WireHost host = server.Host();

        List<string> ids = await IdsAsync(host, limit, pageSize: 2);

        Assert.That(ids, Is.Unique.And.SupersetOf(Texts(1, 12)));
    }

    // Exactly what reading one after the other would cost.
    [TestCase(20, 5, 2, 10)]
    [TestCase(30, 10, 3, 10)]
    [TestCase(404, 101, 100, 5)]
    [TestCase(2000, 1000, 100, 20)]
    [TestCase(7, int.MaxValue, 3, 3)]
    public async Task Authlete_that_answers_less_than_asked_for_gets_no_more_requests(
        int count, int pageSize, int cap, int requests, CancellationToken limit)
    {
        using WireHost host = new ListServer(Backend.AuthleteV3, Numbers(1, count)) { Cap = cap }.Host();

        List<string> ids = await IdsAsync(host, limit, pageSize);

        Assert.That(ids, Is.EqualTo(Texts(1, count)));
        Assert.That(host.Requests, Has.Count.EqualTo(requests));
    }

    [Test]
    public async Task Authlete_token_that_sees_one_of_many_clients_does_not_narrow_the_windows(CancellationToken limit)
    {
        var server = new ListServer(Backend.AuthleteV3, Numbers(1, 400)) { Sees = id => id == 1 };
        using WireHost host = server.Host();

        List<string> ids = await IdsAsync(host, limit, pageSize: 100);

        Assert.That(ids, Is.EqualTo(["1"]));
        Assert.That(server.Asked, Is.EqualTo(["0-100", "1-101", "101-201", "201-301", "301-401"]));
    }

    [Test]
    public async Task Authlete_token_that_sees_few_clients_finds_them_far_on(CancellationToken limit)
    {
        using WireHost host = new ListServer(Backend.AuthleteV3, Numbers(1, 20)) { Sees = id => id is 7 or 12 or 20 }.Host();

        Assert.That(await IdsAsync(host, limit, pageSize: 5), Is.EqualTo(["7", "12", "20"]));
    }

    [TestCaseSource(nameof(Authlete))]
    public async Task Authlete_without_a_total_is_read_one_window_at_a_time(Backend backend, CancellationToken limit)
    {
        var server = new ListServer(backend, Numbers(1, 5)) { Total = _ => null, HoldFrom = 0 };
        using WireHost host = server.Host();

        Task<List<string>> list = IdsAsync(host, limit, pageSize: 2);
        for (int request = 0; request < 4; request++)
        {
            await server.ArrivedAsync(1, limit);
            server.Release(request);
        }

        Assert.That(await list, Is.EqualTo(Texts(1, 5)));
        Assert.That(server.Asked, Is.EqualTo(["0-2", "2-4", "4-6", "5-7"]));
        Assert.That(server.MostInFlight, Is.EqualTo(1));
    }

    [Test]
    public async Task Authlete_total_that_grows_is_followed(CancellationToken limit)
    {
        var server = new ListServer(Backend.AuthleteV3, Numbers(1, 2))
        {
            OnRequest = (s, request) => s.Ids.AddRange(request is > 0 and < 4 ? [s.Ids.Count + 1] : []),
        };
        using WireHost host = server.Host();

        Assert.That(await IdsAsync(host, limit), Is.EqualTo(Texts(1, 5)));
    }

    [Test]
    public async Task Authlete_total_that_shrinks_ends_the_list(CancellationToken limit)
    {
        var server = new ListServer(Backend.AuthleteV3, Numbers(1, 40))
        {
            OnRequest = (s, request) => s.Ids.RemoveRange(3, request == 1 ? 37 : 0),
        };
        using WireHost host = server.Host();

        Assert.That(await IdsAsync(host, limit), Is.EqualTo(Texts(1, 3)));
        Assert.That(host.Requests, Has.Count.EqualTo(9));
    }

    [Test]
    public async Task Authlete_total_that_is_too_large_costs_empty_windows_and_no_client(CancellationToken limit)
    {
        using WireHost host = new ListServer(Backend.AuthleteV3, Numbers(1, 3)) { Total = _ => 30 }.Host();

        Assert.That(await IdsAsync(host, limit), Is.EqualTo(Texts(1, 3)));
        Assert.That(host.Requests, Has.Count.EqualTo(30));
    }

    [Test]
    public async Task Authlete_total_that_only_the_first_window_tells_is_remembered(CancellationToken limit)
    {
        ListServer server = null!;
        server = new ListServer(Backend.AuthleteV3, Numbers(1, 5)) { Total = count => server.Asked.Count == 1 ? count : null };
        using WireHost host = server.Host();

        Assert.That(await IdsAsync(host, limit, pageSize: 2), Is.EqualTo(Texts(1, 5)));
        Assert.That(server.Asked, Is.EqualTo(["0-2", "2-4", "4-6"]));
    }

    [Test]
    public async Task Authlete_windows_end_where_numbers_do(CancellationToken limit)
    {
        var server = new ListServer(Backend.AuthleteV3, []) { Total = _ => int.MaxValue };
        using WireHost host = server.Host();

        List<string> ids = await IdsAsync(host, limit, pageSize: int.MaxValue - 1);

        Assert.That(ids, Is.Empty);
        Assert.That(server.Asked, Is.EqualTo(["0-2147483646", "2147483646-2147483647"]));
    }

    [TestCaseSource(nameof(All))]
    public async Task A_list_that_the_consumer_leaves_sends_no_more(Backend backend, CancellationToken limit)
    {
        // The first page, and as many as there may be at once, the second one included.
        int sent = 1 + (backend == Backend.DocSpace ? 2 : 8);
        var server = new ListServer(backend, Numbers(1, 20)) { HoldFrom = 2 };
        using WireHost host = server.Host();

        await foreach (OAuthClient client in List(host).WithCancellation(limit))
        {
            if (client.ClientId == "2")
            {
                await server.ArrivedAsync(sent, limit);
                break;
            }
        }

        await server.EndedAsync(sent, limit);
        Assert.That(host.Requests, Has.Count.EqualTo(sent));
    }

    private static IEnumerable<TestCaseData> WaysToCancel() =>
        from backend in All()
        from way in new[] { "list", "enumeration", "both, the list's", "both, the enumeration's" }
        select new TestCaseData(backend, way);

    [TestCaseSource(nameof(WaysToCancel))]
    public async Task A_cancelled_list_sends_no_more_and_names_the_token_of_the_caller(
        Backend backend, string way, CancellationToken limit)
    {
        int most = backend == Backend.DocSpace ? 1 : 8;
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(limit);
        using var other = new CancellationTokenSource();
        (CancellationToken ofList, CancellationToken ofEnumeration) = way switch
        {
            "list" => (caller.Token, CancellationToken.None),
            "enumeration" => (CancellationToken.None, caller.Token),
            "both, the list's" => (caller.Token, other.Token),
            _ => (other.Token, caller.Token),
        };
        var server = new ListServer(backend, Numbers(1, 20)) { HoldFrom = 1 };
        using WireHost host = server.Host();

        Task list = WireOperations.DrainAsync(host.Clients.ListAsync(new() { PageSize = 1 }, ofList), ofEnumeration);
        await server.ArrivedAsync(1 + most, limit);
        await caller.CancelAsync();

        Assert.That(
            async () => await list,
            Throws.InstanceOf<OperationCanceledException>()
                .With.Property(nameof(OperationCanceledException.CancellationToken)).EqualTo(caller.Token));
        await server.EndedAsync(1 + most, limit);
        Assert.That(host.Requests, Has.Count.EqualTo(1 + most));
    }

    [TestCaseSource(nameof(Authlete))]
    public async Task Authlete_window_that_is_refused_ends_the_list_where_it_would_have_been(
        Backend backend, CancellationToken limit)
    {
        var server = new ListServer(backend, Numbers(1, 20)) { HoldFrom = 2, Refused = [3] };
        using WireHost host = server.Host();
        var told = new List<string>();

        Task list = AddAsync(told, List(host), limit);
        await server.ArrivedAsync(10, limit);
        server.Release(3);
        server.Release(2);

        Assert.That(
            async () => await list,
            Throws.TypeOf<AccessDeniedException>().With.Property("Error").With.Property("StatusCode").EqualTo(HttpStatusCode.Forbidden));
        Assert.That(told, Is.EqualTo(Texts(1, 3)));
        await server.EndedAsync(10, limit);
    }

    private static int[] Numbers(int first, int last) => [.. Enumerable.Range(first, last - first + 1)];

    private static string[] Texts(int first, int last) => [.. Numbers(first, last).Select(n => $"{n}")];

    private static IAsyncEnumerable<OAuthClient> List(WireHost host, int pageSize = 1) =>
        host.Clients.ListAsync(new() { PageSize = pageSize });

    private static Task<List<string>> IdsAsync(WireHost host, CancellationToken limit, int pageSize = 1) =>
        List(host, pageSize).Select(c => c.ClientId).ToListAsync(limit).AsTask();

    private static async Task AddAsync(List<string> told, IAsyncEnumerable<OAuthClient> list, CancellationToken limit)
    {
        await foreach (OAuthClient client in list.WithCancellation(limit))
        {
            told.Add(client.ClientId);
        }
    }
}
