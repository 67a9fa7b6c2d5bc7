using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>How long a request may take with all its retries.</summary>
public sealed class TotalTimeoutTests
{
    private static readonly TimeSpan s_total = TimeSpan.FromSeconds(10);

    [TestCase(10)]
    [TestCase(11)]
    public async Task A_delay_that_leaves_nothing_of_it_is_not_waited_for_and_told(int seconds)
    {
        var time = new ManualTime();
        using WireHost host = Host(time).OnAny(Told($"{seconds}"));

        var error = (RateLimitedException?)await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host).InTimeAsync();

        Assert.That((error?.Error.RetryAfter?.TotalSeconds, host.Requests.Count), Is.EqualTo(((double)seconds, 1)));
    }

    [Test]
    public async Task A_delay_beyond_what_is_left_of_it_is_not_waited_for()
    {
        var time = new ManualTime();
        using WireHost host = Host(time).OnAny((_, _) =>
        {
            time.Advance(TimeSpan.FromSeconds(8));
            return Task.FromResult(Told("3").ToResponse());
        });

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host).InTimeAsync();

        Assert.That((error?.GetType(), host.Requests.Count), Is.EqualTo((typeof(RateLimitedException), 1)));
    }

    [Test]
    public async Task A_delay_within_what_is_left_of_it_is_waited_for()
    {
        var time = new ManualTime();
        using WireHost host = Host(time).On(
            $"GET {AuthleteOperations.Root(Backend.AuthleteV3)}/get/17", Told("9"), WireAnswer.Ok(AuthleteOperations.Client));

        Task<OAuthClient> call = host.Clients.GetAsync("17");
        Assume.That(await time.NextTimerAsync(), Is.EqualTo(s_total));
        time.Advance(await time.NextTimerAsync());
        await call.InTimeAsync();

        Assert.That(host.Requests, Has.Count.EqualTo(2));
    }

    [TestCase(ClientOperation.Get)]
    [TestCase(ClientOperation.Create)]
    public async Task An_attempt_for_which_nothing_is_left_of_it_is_not_made(ClientOperation operation)
    {
        var time = new ManualTime();
        using WireHost host = Host(time).OnAny(Told("9"));

        Task<Exception?> call = WireOperations.Of(Backend.AuthleteV3, operation).CatchAsync(host);
        Assume.That(await time.NextTimerAsync(), Is.EqualTo(s_total));
        time.Suspend(await time.NextTimerAsync() + s_total);
        Exception? error = await call.InTimeAsync();

        Assert.That(error, Is.TypeOf<BackendUnavailableException>().With.Message.Contain("10 s (TotalTimeout)"));
        Assert.That(host.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(ClientOperation.Get, typeof(BackendUnavailableException))]
    [TestCase(ClientOperation.Create, typeof(OutcomeUnknownException))]
    public async Task It_ends_a_request_that_gets_no_answer(ClientOperation operation, Type expected)
    {
        var time = new ManualTime();
        using WireHost host = Host(time).OnAny((_, token) => NeverAsync(token));

        Task<Exception?> call = WireOperations.Of(Backend.AuthleteV3, operation).CatchAsync(host);
        time.Advance(await time.NextTimerAsync());

        Assert.That(await call.InTimeAsync(), Is.TypeOf(expected).With.Message.Contain("TotalTimeout"));
    }

    [Test]
    public async Task The_wait_for_the_budget_does_not_count()
    {
        var time = new ManualTime();
        using WireHost host = Resilient.Host(Backend.AuthleteV3, time, r =>
        {
            r.TotalTimeout = s_total;
            r.RequestsPerMinute["*"] = 1;
        }).OnAny(WireAnswer.Ok(AuthleteOperations.Client));
        await host.Clients.GetAsync("17");
        Assume.That(await time.NextTimerAsync(), Is.EqualTo(s_total));

        Task<OAuthClient> second = host.Clients.GetAsync("17");
        time.Advance(await time.NextTimerAsync());

        Assert.That((await second.InTimeAsync()).ClientId, Is.EqualTo("17"));
    }

    [Test]
    public async Task The_wait_for_the_server_does_not_count()
    {
        var time = new ManualTime();
        using WireHost host = Host(time, r => r.MaxRetryAttempts = 0).OnAny(Told("9"));
        await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17").InTimeAsync();
        Assume.That(await time.NextTimerAsync(), Is.EqualTo(s_total));

        Task<Exception?> second = Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");
        time.Advance(await time.NextTimerAsync());

        Assert.That(await time.NextTimerAsync(), Is.EqualTo(s_total));
        await second.InTimeAsync();
    }

    [Test]
    public async Task An_attempt_may_take_no_more_than_what_is_left_of_it()
    {
        var time = new ManualTime();
        using WireHost host = Host(time, r => (r.AttemptTimeout, r.MaxRetryAttempts) = (TimeSpan.FromSeconds(8), 1)).OnAny((_, _) =>
        {
            time.Advance(TimeSpan.FromSeconds(6));
            return Task.FromResult(WireAnswer.Of(500).ToResponse());
        });

        await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host).InTimeAsync();

        Assert.That((await time.NextTimerAsync(), await time.NextTimerAsync()), Is.EqualTo((TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(4))));
    }

    // Timers count whole milliseconds, so that one may go off before all of the time has passed.
    [Test]
    public async Task Nothing_is_sent_again_when_it_has_ended_even_if_the_timer_was_early()
    {
        var time = new ManualTime();
        int requests = 0;
        using WireHost host = Resilient.Host(Backend.AuthleteV3, new EarlyTimers(time), r => r.TotalTimeout = s_total);
        host.OnAny((_, token) => ++requests == 1 ? NeverAsync(token) : Task.FromResult(WireAnswer.Of(500).ToResponse()));

        Task<Exception?> call = WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host);
        time.Advance(await time.NextTimerAsync());
        await call.InTimeAsync();

        Assert.That(requests, Is.EqualTo(1));
    }

    private static WireHost Host(ManualTime time, Action<ResilienceOptions>? change = null) => Resilient.Host(Backend.AuthleteV3, time, r =>
    {
        r.TotalTimeout = s_total;
        change?.Invoke(r);
    });

    private static WireAnswer Told(string seconds) =>
        WireAnswer.Of(429) with { Headers = new Dictionary<string, string> { ["Retry-After"] = seconds } };

    private static Task<HttpResponseMessage> NeverAsync(CancellationToken cancellationToken) =>
        new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);

    private sealed class EarlyTimers(ManualTime time) : TimeProvider
    {
        public override long TimestampFrequency => time.TimestampFrequency;

        public override long GetTimestamp() => time.GetTimestamp() / 100_000 * 99_999;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            time.CreateTimer(callback, state, dueTime, period);
    }
}
