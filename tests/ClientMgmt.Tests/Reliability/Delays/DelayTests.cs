using System.Diagnostics;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>The server's delay wins over the library's own.</summary>
public sealed class DelayTests
{
    private static readonly TimeSpan s_own = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan s_tolerance = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(2);

    [Test]
    public async Task Each_delay_that_a_server_may_tell_is_waited_for_to_the_millisecond()
    {
        var worst = TimeSpan.Zero;
        var wrong = new List<string>();
        foreach (DelayRow row in DelayTable.All)
        {
            TimeSpan wait = await MeasureAsync(row);
            TimeSpan error = row.Wait is { } told ? (wait - told).Duration() : OutOfBounds(wait);
            worst = error > worst ? error : worst;
            if (error > s_tolerance)
            {
                wrong.Add($"{row}: {wait} instead of {row.Wait}");
            }
        }

        TimeSpan elapsed = await FastestOfAsync(3);
        Figure.Print(
            2,
            $"{DelayTable.All.Count()} variants, {wrong.Count} wrong, at most {worst.TotalMilliseconds:0.###} ms off, in {elapsed.TotalMilliseconds:0} ms");
        Assert.That(wrong, Is.Empty);
        Assert.That(elapsed, Is.LessThan(s_bound));
    }

    [TestCaseSource(nameof(Writes))]
    public async Task A_write_that_was_refused_waits_as_long(int status)
    {
        var row = new DelayRow(Backend.AuthleteV3, status, 7, ("Retry-After", "7"));

        TimeSpan wait = await MeasureAsync(row, ClientOperation.Create);

        Assert.That(wait, Is.EqualTo(row.Wait));
    }

    [Test]
    public async Task A_retry_is_not_sent_before_its_time()
    {
        var time = new ManualTime(DelayRow.Now);
        var row = new DelayRow(Backend.AuthleteV3, 429, 7, ("Retry-After", "7"));
        using WireHost host = Host(row, ClientOperation.Get, time);
        Task<Exception?> call = WireOperations.Of(row.Backend, ClientOperation.Get).CatchAsync(host);
        await time.NextTimerAsync();

        time.Advance(TimeSpan.FromSeconds(7) - s_tolerance);
        int early = host.Requests.Count;
        time.Advance(s_tolerance);
        await call.InTimeAsync();

        Assert.That((early, host.Requests.Count), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task Each_retry_waits_for_what_the_latest_answer_tells()
    {
        var time = new ManualTime();
        using WireHost host = Resilient.Host(Backend.AuthleteV3, time).On(
            $"GET {AuthleteOperations.Root(Backend.AuthleteV3)}/get/17",
            Told("5"), Told("2"), WireAnswer.Ok(AuthleteOperations.Client));

        Task<OAuthClient> call = host.Clients.GetAsync("17");
        TimeSpan first = await time.NextTimerAsync();
        time.Advance(first);
        TimeSpan second = await time.NextTimerAsync();
        time.Advance(second);
        await call.InTimeAsync();

        Assert.That((first.TotalSeconds, second.TotalSeconds), Is.EqualTo((5, 2)));
    }

    private static IEnumerable<int> Writes() => [429, 503];

    private static WireAnswer Told(string seconds) =>
        WireAnswer.Of(503) with { Headers = new Dictionary<string, string> { ["Retry-After"] = seconds } };

    // How long it takes to go through all of them. A busy machine may be slow; code that really waits is so each time.
    private static async Task<TimeSpan> FastestOfAsync(int times)
    {
        TimeSpan fastest = TimeSpan.MaxValue;
        for (int i = 0; i < times && fastest >= s_bound; i++)
        {
            var started = Stopwatch.StartNew();
            foreach (DelayRow row in DelayTable.All)
            {
                await MeasureAsync(row);
            }

            fastest = started.Elapsed < fastest ? started.Elapsed : fastest;
        }

        return fastest;
    }

    private static async Task<TimeSpan> MeasureAsync(DelayRow row, ClientOperation operation = ClientOperation.Get)
    {
        var time = new ManualTime(DelayRow.Now);
        using WireHost host = Host(row, operation, time);
        Task<Exception?> call = WireOperations.Of(row.Backend, operation).CatchAsync(host);
        TimeSpan wait = await time.NextTimerAsync();
        time.Advance(wait);
        Assert.That((await call.InTimeAsync(), host.Requests.Count), Is.EqualTo(((Exception?)null, 2)), row.ToString());
        return wait;
    }

    private static WireHost Host(DelayRow row, ClientOperation operation, ManualTime time)
    {
        WireOperation wire = WireOperations.Of(row.Backend, operation);
        return Resilient.Host(row.Backend, time, r => r.RetryDelay = s_own)
            .On(WireOperation.Line(wire.Main, WireOperation.Id), row.Answer, wire.Main.Answer);
    }

    // Half of it may be taken off at random; timers count whole milliseconds.
    private static TimeSpan OutOfBounds(TimeSpan wait) =>
        wait > s_own ? wait - s_own : wait < s_own / 2 ? (s_own / 2) - wait : TimeSpan.Zero;
}
