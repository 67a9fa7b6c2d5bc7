using ClientMgmt.Tests.Reliability;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Incidents;

/// <summary>After the break, one request is tried, and an answer alone decides by it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BreakerProbeTests
{
    private const int Threshold = 10;

    private static readonly TimeSpan s_break = TimeSpan.FromSeconds(15);

    private readonly ManualTime _time = new();

    [Test]
    public async Task A_probe_that_is_cancelled_does_not_close_the_circuit()
    {
        using WireHost host = Host().OnAny(WireAnswer.Of(500));
        await CallAsync(host, Threshold);
        _time.Advance(s_break);
        using var cancellation = new CancellationTokenSource();
        var probe = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.OnAny((_, token) =>
        {
            probe.SetResult();
            return new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(token);
        });
        Task<OAuthClient> cancelled = host.Clients.GetAsync("17", cancellation.Token);
        await probe.Task.InTimeAsync();
        await cancellation.CancelAsync();
        Assert.That(async () => await cancelled.InTimeAsync(), Throws.InstanceOf<OperationCanceledException>());
        int before = host.Requests.Count;
        host.OnAny(WireAnswer.Of(500));

        await CallAsync(host, 5);

        Assert.That(host.Requests.Count - before, Is.LessThanOrEqualTo(1));
    }

    [Test]
    public async Task After_a_cancelled_probe_an_answer_closes_the_circuit_in_time()
    {
        using WireHost host = Host().OnAny(WireAnswer.Of(500));
        await CallAsync(host, Threshold);
        _time.Advance(s_break);
        using var cancellation = new CancellationTokenSource();
        host.OnAny(async (_, token) =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
            throw new AssertionException("The token was not passed on.");
        });
        await Support.Calls.CatchAsync(host.Clients, ClientOperation.Get, "17", cancellation.Token);
        host.OnAny(WireAnswer.Ok(AuthleteOperations.Client));

        _time.Advance(s_break);

        Assert.That((await host.Clients.GetAsync("17")).ClientId, Is.EqualTo("17"));
    }

    private static async Task CallAsync(WireHost host, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await Support.Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");
        }
    }

    private WireHost Host() => Resilient.Host(Backend.AuthleteV3, _time, r =>
    {
        (r.MaxRetryAttempts, r.MinimumThroughput, r.BreakDuration) = (0, Threshold, s_break);
    });
}
