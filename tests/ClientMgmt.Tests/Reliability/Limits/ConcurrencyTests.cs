using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

public sealed class ConcurrencyTests
{
    private const int Most = 8;
    private const int Calls = 200;

    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _underWay;
    private int _mostUnderWay;

    [Test]
    public async Task No_more_requests_are_under_way_than_allowed()
    {
        using WireHost host = Resilient.Host(Backend.AuthleteV3, new ManualTime(), r => r.MaxConcurrency = Most)
            .OnAny((_, _) => AnswerAsync()).Expect(Calls);

        Task[] calls = [.. Enumerable.Range(0, Calls).Select(_ => host.Clients.GetAsync("17"))];
        int atOnce = host.Requests.Count;
        _gate.SetResult();
        await Task.WhenAll(calls).InTimeAsync();

        Assert.That((atOnce, _mostUnderWay, host.Requests.Count), Is.EqualTo((Most, Most, Calls)));
    }

    private async Task<HttpResponseMessage> AnswerAsync()
    {
        int now = Interlocked.Increment(ref _underWay);
        InterlockedMax(now);
        await _gate.Task;
        await Task.Yield();
        Interlocked.Decrement(ref _underWay);
        return WireAnswer.Ok(AuthleteOperations.Client).ToResponse();
    }

    private void InterlockedMax(int value)
    {
        int seen = Volatile.Read(ref _mostUnderWay);
        while (value > seen)
        {
            int before = Interlocked.CompareExchange(ref _mostUnderWay, value, seen);
            seen = before == seen ? value : before;
        }
    }
}
