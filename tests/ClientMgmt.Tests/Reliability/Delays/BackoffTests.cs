using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>The waits before retries where no server tells one.</summary>
public sealed class BackoffTests
{
    private static readonly TimeSpan s_delay = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan s_cap = TimeSpan.FromSeconds(60);

    [Test]
    public async Task Waits_double_up_to_the_cap_and_are_cut_by_at_most_half()
    {
        double[] waits = await WaitsAsync(12);

        Assert.That(
            waits.Select((wait, i) => wait / Math.Min(s_cap.TotalMilliseconds, s_delay.TotalMilliseconds * Math.Pow(2, i))),
            Has.All.InRange(0.498, 1));
    }

    [Test]
    public async Task Waits_are_cut_at_random()
    {
        double[] waits = await WaitsAsync(30);

        Assert.That(waits.Skip(7).Distinct().Count(), Is.GreaterThan(1));
    }

    [Test]
    public async Task The_most_retries_that_may_be_set_are_waited_for()
    {
        double[] waits = await WaitsAsync(100, TimeSpan.FromDays(1));

        Assert.That(waits.Skip(1), Has.All.InRange(TimeSpan.FromHours(12).TotalMilliseconds, TimeSpan.FromDays(1).TotalMilliseconds));
    }

    [Test]
    public async Task Without_a_delay_retries_follow_at_once()
    {
        using WireHost host = Resilient.Host(Backend.AuthleteV3, new ManualTime()).OnAny(WireAnswer.Of(500));

        await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host).InTimeAsync();

        Assert.That(host.Requests, Has.Count.EqualTo(4));
    }

    // In milliseconds.
    private static async Task<double[]> WaitsAsync(int retries, TimeSpan? delay = null)
    {
        var time = new ManualTime();
        using WireHost host = Resilient.Host(Backend.AuthleteV3, time, r =>
        {
            r.MaxRetryAttempts = retries;
            r.RetryDelay = delay ?? s_delay;
            r.MaxRetryDelay = delay ?? s_cap;
        }).OnAny(WireAnswer.Of(500)).Expect(retries + 1);
        Task<Exception?> call = WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host);
        var waits = new List<double>();
        for (int i = 0; i < retries; i++)
        {
            TimeSpan wait = await time.NextTimerAsync();
            waits.Add(wait.TotalMilliseconds);
            time.Advance(wait);
        }

        Assert.That(await call.InTimeAsync(), Is.TypeOf<BackendUnavailableException>());
        return [.. waits];
    }
}
