using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Bulk work keeps within the backend's budget: it slows down instead of failing.</summary>
public sealed class RequestLimitTests
{
    private readonly List<double> _sentAt = [];
    private ManualTime _time = null!;
    private DateTimeOffset _start;

    [SetUp]
    public void Start()
    {
        _time = new ManualTime();
        _start = _time.GetUtcNow();
        _sentAt.Clear();
    }

    [Test]
    public async Task DocSpace_gets_ten_creations_at_once_and_then_one_every_six_seconds()
    {
        using WireHost host = Host(Backend.DocSpace);

        await RunAsync(host, 15, ClientOperation.Create);

        Assert.That(_sentAt, Is.EqualTo(new double[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 12, 18, 24, 30 }));
    }

    [TestCase(ClientOperation.Get, 200, 0.3)]
    [TestCase(ClientOperation.Enable, 15, 4)]
    [TestCase(ClientOperation.Delete, 15, 4)]
    public async Task DocSpace_has_a_budget_for_each_method(ClientOperation operation, int atOnce, double secondsApart)
    {
        using WireHost host = Host(Backend.DocSpace);

        await RunAsync(host, atOnce + 2, operation);

        Assert.That(_sentAt[(atOnce - 1)..], Is.EqualTo(new[] { 0, secondsApart, 2 * secondsApart }).Within(0.001));
    }

    [Test]
    public async Task Reads_are_not_held_up_by_writes()
    {
        using WireHost host = Host(Backend.DocSpace);
        Task<Exception?>[] writes = Begin(host, 12, ClientOperation.Create);

        await host.Clients.GetAsync("17").InTimeAsync();

        Assert.That(writes.Count(w => w.IsCompleted), Is.EqualTo(10));
    }

    [Test]
    public async Task A_budget_that_was_not_used_comes_back_evenly()
    {
        using WireHost host = Host(Backend.DocSpace);
        await RunAsync(host, 10, ClientOperation.Create);
        _time.Advance(TimeSpan.FromSeconds(18));

        await RunAsync(host, 5, ClientOperation.Create);

        Assert.That(_sentAt[10..], Is.EqualTo(new double[] { 18, 18, 18, 24, 30 }));
    }

    [Test]
    public async Task Authlete_has_no_budget_by_default()
    {
        using WireHost host = Host(Backend.AuthleteV3).Expect(500);

        await Task.WhenAll(Begin(host, 500, ClientOperation.Create)).InTimeAsync();

        Assert.That(_sentAt, Has.All.Zero);
    }

    [Test]
    public async Task A_star_stands_for_all_methods_together()
    {
        using WireHost host = Host(Backend.AuthleteV3, ("*", 2));

        await RunAsync(host, 1, ClientOperation.Get);
        await RunAsync(host, 1, ClientOperation.Delete);
        await RunAsync(host, 1, ClientOperation.Get);

        Assert.That(_sentAt, Is.EqualTo(new double[] { 0, 0, 30 }));
    }

    [Test]
    public async Task A_method_that_is_named_is_not_under_the_star()
    {
        using WireHost host = Host(Backend.AuthleteV3, ("*", 1), ("GET", 60));

        await RunAsync(host, 1, ClientOperation.Delete);
        await RunAsync(host, 10, ClientOperation.Get);

        Assert.That(_sentAt, Has.All.Zero);
    }

    [Test]
    public async Task A_number_that_is_set_replaces_the_documented_one()
    {
        using WireHost host = Host(Backend.DocSpace, ("POST", 1));

        await RunAsync(host, 2, ClientOperation.Create);

        Assert.That(_sentAt, Is.EqualTo(new double[] { 0, 60 }));
    }

    [Test]
    public async Task Too_many_requests_pause_all_callers_of_the_method()
    {
        using WireHost host = Host(Backend.AuthleteV3, ("GET", 60), ("POST", 60));
        host.OnAny((request, _) =>
        {
            _sentAt.Add(Elapsed);
            return Task.FromResult((Elapsed == 0 && request.Method == HttpMethod.Get
                ? WireAnswer.Of(429) with { Headers = new Dictionary<string, string> { ["Retry-After"] = "30" } }
                : WireAnswer.Ok(AuthleteOperations.Client)).ToResponse());
        });

        Task<Exception?>[] first = Begin(host, 1, ClientOperation.Get);
        await _time.NextTimerAsync();
        Task<Exception?>[] others = Begin(host, 2, ClientOperation.Get);
        await _time.NextTimerAsync();
        await RunAsync(host, 1, ClientOperation.Create);
        _time.Advance(TimeSpan.FromSeconds(30));
        await Task.WhenAll([.. first, .. others]).InTimeAsync();

        Assert.That(_sentAt, Is.EqualTo(new double[] { 0, 0, 30, 30, 30 }));
    }

    [Test]
    public async Task A_retry_takes_from_the_budget_too()
    {
        using WireHost host = Host(Backend.AuthleteV3, ("GET", 2)).OnAny((_, _) =>
        {
            _sentAt.Add(Elapsed);
            return Task.FromResult(WireAnswer.Of(500).ToResponse());
        });

        await RunAsync(host, 1, ClientOperation.Get);

        Assert.That(_sentAt, Is.EqualTo(new double[] { 0, 0, 30, 60 }));
    }

    [Test]
    public async Task A_wait_that_is_cancelled_gives_its_place_back()
    {
        using var cancellation = new CancellationTokenSource();
        using WireHost host = Host(Backend.AuthleteV3, ("GET", 1));
        await host.Clients.GetAsync("17", CancellationToken.None);
        Task<Exception?> cancelled = Support.Calls.CatchAsync(host.Clients, ClientOperation.Get, "17", cancellation.Token);
        await cancellation.CancelAsync();
        await cancelled.InTimeAsync();

        await RunAsync(host, 1, ClientOperation.Get);

        Assert.That(_sentAt, Is.EqualTo(new double[] { 0, 60 }));
    }

    [Test]
    public async Task A_wait_for_the_server_that_is_cancelled_gives_its_place_back_too()
    {
        using var cancellation = new CancellationTokenSource();
        using WireHost host = Refusing(TimeSpan.FromSeconds(10));
        await Support.Calls.CatchAsync(host.Clients, ClientOperation.Get, "17", CancellationToken.None).InTimeAsync();
        Task<Exception?> cancelled = Support.Calls.CatchAsync(host.Clients, ClientOperation.Get, "17", cancellation.Token);
        await cancellation.CancelAsync();
        await cancelled.InTimeAsync();

        await RunAsync(host, 1, ClientOperation.Get);

        Assert.That(_sentAt, Is.EqualTo(new double[] { 0, 10 }));
    }

    [Test]
    public async Task A_request_that_fails_at_once_because_of_what_the_server_said_takes_nothing_from_the_budget()
    {
        using WireHost host = Refusing(TimeSpan.FromMinutes(10));
        await Support.Calls.CatchAsync(host.Clients, ClientOperation.Get, "17").InTimeAsync();

        for (int i = 0; i < 3; i++)
        {
            Assert.That(
                await Support.Calls.CatchAsync(host.Clients, ClientOperation.Get, "17").InTimeAsync(), Is.TypeOf<RateLimitedException>());
        }

        Assert.That(_sentAt, Is.EqualTo(new double[] { 0 }));
    }

    private double Elapsed => (_time.GetUtcNow() - _start).TotalSeconds;

    // All of them come to where they wait before this returns: nothing before that takes time. Each is about a client of its
    // own, because changes of the same one follow one another.
    private static Task<Exception?>[] Begin(WireHost host, int times, ClientOperation operation) =>
        [.. Enumerable.Range(0, times).Select(i => Support.Calls.CatchAsync(host.Clients, operation, $"{WireOperation.Id}{i}"))];

    private Task RunAsync(WireHost host, int times, ClientOperation operation) =>
        _time.PassUntilAsync(Begin(host, times, operation));

    /// <summary>Two requests a minute, of which the server refuses the first.</summary>
    private WireHost Refusing(TimeSpan delay) => Resilient.Host(Backend.AuthleteV3, _time, r =>
    {
        r.MaxRetryAttempts = 0;
        r.TotalTimeout = TimeSpan.FromMinutes(5);
        r.RequestsPerMinute["GET"] = 2;
    }).OnAny((_, _) =>
    {
        _sentAt.Add(Elapsed);
        return Task.FromResult((_sentAt.Count > 1
            ? WireAnswer.Ok(AuthleteOperations.Client)
            : WireAnswer.Of(429) with { Headers = new Dictionary<string, string> { ["Retry-After"] = $"{delay.TotalSeconds}" } }).ToResponse());
    });

    private WireHost Host(Backend backend, params (string Method, int PerMinute)[] limits)
    {
        WireAnswer client = WireAnswer.Ok(backend == Backend.DocSpace ? DocSpaceOperations.Client : AuthleteOperations.Client);
        return Resilient.Host(backend, _time, r =>
        {
            r.MaxConcurrency = 1000;
            r.RequestsPerMinute.Clear();
            foreach ((string method, int perMinute) in limits)
            {
                r.RequestsPerMinute[method] = perMinute;
            }
        }).OnAny((_, _) =>
        {
            _sentAt.Add(Elapsed);
            return Task.FromResult(client.ToResponse());
        }).Expect(500);
    }
}
