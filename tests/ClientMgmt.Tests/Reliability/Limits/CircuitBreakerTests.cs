using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>While too many requests fail, nothing is sent.</summary>
public sealed class CircuitBreakerTests
{
    private const int Throughput = 10;

    private static readonly TimeSpan s_break = TimeSpan.FromSeconds(15);

    private ManualTime _time = null!;
    private WireHost _host = null!;
    private int _status;

    [SetUp]
    public void Start()
    {
        (_time, _status) = (new ManualTime(), 500);
        _host = Resilient.Host(Backend.AuthleteV3, _time, r =>
        {
            r.MaxRetryAttempts = 0;
            r.MinimumThroughput = Throughput;
            r.BreakDuration = s_break;
        }).OnAny((_, _) => Task.FromResult(WireAnswer.Of(_status, AuthleteOperations.Client).ToResponse()));
    }

    [TearDown]
    public void Stop() => _host.Dispose();

    [Test]
    public async Task It_opens_when_enough_requests_fail_and_then_sends_nothing()
    {
        await CallAsync(Throughput + 5);

        Assert.That(_host.Requests, Has.Count.EqualTo(Throughput));
    }

    [TestCase(ClientOperation.Get)]
    [TestCase(ClientOperation.Create)]
    public async Task The_error_says_so_and_when_to_come_back(ClientOperation operation)
    {
        await CallAsync(Throughput);
        _time.Advance(TimeSpan.FromSeconds(5));

        var error = (ClientManagementException?)await WireOperations.Of(Backend.AuthleteV3, operation).CatchAsync(_host);

        Assert.That(error, Is.TypeOf<BackendUnavailableException>().With.Message.Contain("nothing was sent"));
        Assert.That((error?.Error.RetryAfter, error?.Error.Attempts), Is.EqualTo((TimeSpan.FromSeconds(10), 0)));
    }

    [Test]
    public async Task After_the_break_one_request_is_tried_and_a_failure_opens_it_again()
    {
        await CallAsync(Throughput);
        _time.Advance(s_break);

        await CallAsync(5);

        Assert.That(_host.Requests, Has.Count.EqualTo(Throughput + 1));
    }

    [Test]
    public async Task After_the_break_a_success_closes_it()
    {
        await CallAsync(Throughput);
        _time.Advance(s_break);
        _status = 200;

        await CallAsync(5);

        Assert.That(_host.Requests, Has.Count.EqualTo(Throughput + 5));
    }

    [Test]
    public async Task It_is_not_tried_before_the_end_of_the_break()
    {
        await CallAsync(Throughput);
        _time.Advance(s_break - TimeSpan.FromMilliseconds(1));

        await CallAsync(1);

        Assert.That(_host.Requests, Has.Count.EqualTo(Throughput));
    }

    [TestCase(400)]
    [TestCase(401)]
    [TestCase(404)]
    [TestCase(409)]
    [TestCase(429)]
    [TestCase(501)]
    public async Task A_refusal_is_no_failure(int status)
    {
        _status = status;

        await CallAsync(2 * Throughput, ClientOperation.List);

        Assert.That(_host.Requests, Has.Count.EqualTo(2 * Throughput));
    }

    [Test]
    public async Task It_stays_closed_while_most_requests_succeed()
    {
        for (int i = 0; i < 2 * Throughput; i++)
        {
            _status = i % 3 == 0 ? 500 : 200;
            await CallAsync(1);
        }

        Assert.That(_host.Requests, Has.Count.EqualTo(2 * Throughput));
    }

    [Test]
    public async Task Calls_that_are_cancelled_are_no_failures()
    {
        using var cancellation = new CancellationTokenSource();
        _host.OnAny((_, token) => new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(token));
        Task<Exception?>[] calls =
        [
            .. Enumerable.Range(0, 2 * Throughput)
                .Select(_ => Support.Calls.CatchAsync(_host.Clients, ClientOperation.Get, "17", cancellation.Token)),
        ];
        await cancellation.CancelAsync();
        await Task.WhenAll(calls).InTimeAsync();
        _host.OnAny(WireAnswer.Ok(AuthleteOperations.Client));

        Assert.That((await _host.Clients.GetAsync("17")).ClientId, Is.EqualTo("17"));
    }

    private async Task CallAsync(int times, ClientOperation operation = ClientOperation.Get)
    {
        for (int i = 0; i < times; i++)
        {
            await WireOperations.Of(Backend.AuthleteV3, operation).CatchAsync(_host);
        }
    }
}
