using System.Globalization;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using ClientMgmt.Wire;
using static ClientMgmt.Tests.Reliability.LimitAnswers;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What a server says of its limit decides when the next requests go out.</summary>
[NonParallelizable]
public sealed class ThrottleTests
{
    private readonly ManualTime _time = new();

    [Test]
    public async Task Nothing_waits_before_the_server_has_refused_a_request()
    {
        var throttle = new Throttle(TimeSpan.Zero, _time);

        Assert.That(await throttle.EnterAsync(TimeSpan.MaxValue, null, default), Is.False);
    }

    [Test]
    public async Task After_a_refusal_the_next_waits_as_long_as_the_server_says_and_goes_alone()
    {
        Throttle throttle = Refused(TimeSpan.FromSeconds(3));

        Task<bool> entered = throttle.EnterAsync(TimeSpan.MaxValue, null, default).AsTask();
        Assert.That(await _time.NextTimerAsync(), Is.EqualTo(TimeSpan.FromSeconds(3)));
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.That(await entered.InTimeAsync(), Is.True);
    }

    [TestCase(5)]
    [TestCase(10)]
    public void A_wait_that_leaves_the_call_nothing_is_not_begun(int minutes)
    {
        Throttle throttle = Refused(TimeSpan.FromMinutes(10));

        Task<bool> entered = throttle.EnterAsync(TimeSpan.FromMinutes(minutes), null, default).AsTask();

        Assert.That((entered.Exception?.InnerException as ThrottledException)?.Wait, Is.EqualTo(TimeSpan.FromMinutes(10)));
    }

    [Test]
    public async Task A_call_after_a_long_refusal_is_told_so_at_once_and_sends_nothing()
    {
        using WireHost host = Resilient.Host(Backend.AuthleteV3, new ManualTime(), r => r.TotalTimeout = TimeSpan.FromMinutes(5)).OnAny(
            WireAnswer.Of(429) with { Headers = new Dictionary<string, string> { ["Retry-After"] = "600" } });
        await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17").InTimeAsync();

        var error = await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17").InTimeAsync() as RateLimitedException;

        Assert.That((error?.Error.RetryAfter, host.Requests.Count), Is.EqualTo((TimeSpan.FromMinutes(10), 1)));
    }

    [Test]
    public async Task The_others_wait_for_the_answer_to_that_one()
    {
        Throttle throttle = Refused(TimeSpan.Zero);
        await throttle.EnterAsync(TimeSpan.MaxValue, null, default);

        Task<bool> second = throttle.EnterAsync(TimeSpan.MaxValue, null, default).AsTask();
        Assert.That(second.IsCompleted, Is.False);
        throttle.Leave(Passed(left: null), wasAlone: true);

        await second.InTimeAsync();
    }

    [Test]
    public async Task The_distance_of_the_tokens_is_learned_from_the_second_refusal()
    {
        Throttle throttle = Refused(TimeSpan.FromMilliseconds(200));
        await EnterAsync(throttle, TimeSpan.FromMilliseconds(200));
        throttle.Leave(Passed(left: 0), wasAlone: true);
        await EnterAsync(throttle, TimeSpan.FromMilliseconds(200));
        throttle.Leave(Refusal(TimeSpan.FromMilliseconds(400)), wasAlone: true);
        await EnterAsync(throttle, TimeSpan.FromMilliseconds(400));
        throttle.Leave(Passed(left: 0), wasAlone: true);

        await EnterAsync(throttle, TimeSpan.FromMilliseconds(600));
    }

    [Test]
    public async Task As_many_go_at_once_as_an_answer_says_are_left()
    {
        Throttle throttle = Refused(TimeSpan.Zero);
        await throttle.EnterAsync(TimeSpan.MaxValue, null, default);
        throttle.Leave(Passed(left: 2), wasAlone: true);

        bool[] alone = [await throttle.EnterAsync(TimeSpan.MaxValue, null, default), await throttle.EnterAsync(TimeSpan.MaxValue, null, default), await throttle.EnterAsync(TimeSpan.MaxValue, null, default)];

        Assert.That(alone, Is.EqualTo([false, false, true]));
    }

    [Test]
    public async Task Where_no_answer_says_how_many_are_left_twice_as_many_go_each_time()
    {
        Throttle throttle = Refused(TimeSpan.Zero);
        var groups = new List<int>();
        for (int i = 0; i < 4; i++)
        {
            int together = 0;
            while (!await throttle.EnterAsync(TimeSpan.MaxValue, null, default))
            {
                together++;
            }

            groups.Add(together);
            throttle.Leave(Passed(left: null), wasAlone: true);
        }

        Assert.That(groups, Is.EqualTo([0, 2, 4, 8]));
    }

    [Test]
    public async Task A_minute_without_a_request_ends_it()
    {
        Throttle throttle = Refused(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(62));

        Assert.That(await throttle.EnterAsync(TimeSpan.MaxValue, null, default), Is.False);
    }

    [Test]
    public async Task A_wait_that_is_cancelled_lets_the_next_go()
    {
        Throttle throttle = Refused(TimeSpan.FromSeconds(3));
        using var cancelled = new CancellationTokenSource();
        Task<bool> first = throttle.EnterAsync(TimeSpan.MaxValue, null, cancelled.Token).AsTask();
        await _time.NextTimerAsync();
        await cancelled.CancelAsync();
        Assert.That(async () => await first, Throws.InstanceOf<OperationCanceledException>());

        await EnterAsync(throttle, TimeSpan.FromSeconds(3));
    }

    [Test]
    public async Task Callers_that_come_at_once_meet_the_servers_limit_once_and_keep_to_it_then()
    {
        var server = new BucketServer(5, TimeSpan.FromMilliseconds(40));
        using WireHost host = WireHost.For(Backend.DocSpace, p => p.Resilience.MaxRetryAttempts = 3).Expect(1000).OnAny(server.AnswerAsync);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => host.Clients.GetAsync("17")))).InTimeAsync();

        Assert.That(server.Refused, Is.LessThanOrEqualTo(35 + 6));
    }

    private Throttle Refused(TimeSpan delay)
    {
        var throttle = new Throttle(TimeSpan.Zero, _time);
        throttle.Leave(Refusal(delay), wasAlone: false);
        return throttle;
    }

    private async Task EnterAsync(Throttle throttle, TimeSpan expected)
    {
        Task<bool> entered = throttle.EnterAsync(TimeSpan.MaxValue, null, default).AsTask();
        Assert.That(await _time.NextTimerAsync(), Is.EqualTo(expected));
        _time.Advance(expected);
        Assert.That(await entered.InTimeAsync(), Is.True);
    }

    /// <summary>A server with a bucket that fills up evenly, and DocSpace's headers.</summary>
    private sealed class BucketServer(int capacity, TimeSpan interval)
    {
        private readonly Lock _gate = new();
        private double _tokens = capacity;
        private long _at = TimeProvider.System.GetTimestamp();

        public int Refused { get; private set; }

        public Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                long now = TimeProvider.System.GetTimestamp();
                _tokens = Math.Min(capacity, _tokens + (TimeProvider.System.GetElapsedTime(_at, now) / interval));
                _at = now;
                HttpResponseMessage answer = _tokens >= 1 ? WireAnswer.Ok("""{"client_id":"17"}""").ToResponse() : WireAnswer.Of(429).ToResponse();
                Refused += _tokens >= 1 ? 0 : 1;
                _tokens -= _tokens >= 1 ? 1 : 0;
                answer.Headers.Add("X-Ratelimit-Remaining", ((int)_tokens).ToString(CultureInfo.InvariantCulture));
                answer.Headers.Add("X-Ratelimit-Reset", answer.IsSuccessStatusCode
                    ? "0"
                    : $"{Math.Ceiling((interval * (1 - _tokens)).TotalMilliseconds)}000000");
                return Task.FromResult(answer);
            }
        }
    }
}
