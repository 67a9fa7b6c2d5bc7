using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using ClientMgmt.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>The retry quota keeps an outage from multiplying the load.</summary>
public sealed class RetryQuotaTests
{
    private const int Quota = 100;

    private int _status;

    [SetUp]
    public void GoDown() => _status = 500;

    [Test]
    public async Task An_outage_costs_no_more_than_the_quota()
    {
        const int Calls = 1000;
        using WireHost host = Host(Quota, 4 * Calls);

        await FailAsync(host, Calls);

        TestContext.Out.WriteLine($"{Calls} calls in an outage: {host.Requests.Count} sends.");
        Assert.That(host.Requests, Has.Count.EqualTo(Calls + Quota));
    }

    [Test]
    public async Task An_outage_costs_no_more_when_all_callers_meet_it_at_once()
    {
        const int Calls = 1000;
        using WireHost host = Host(Quota, 4 * Calls);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => FailAsync(host, Calls / 10))));

        Assert.That(host.Requests, Has.Count.EqualTo(Calls + Quota));
    }

    [TestCase(200, 4, 1)]
    [TestCase(200, 5, 2)]
    [TestCase(404, 5, 2)]
    [TestCase(429, 5, 1)]
    public async Task Five_answers_of_a_working_server_make_up_for_a_retry(int status, int answers, int expected)
    {
        using WireHost host = Host(Quota, 5 * Quota);
        await FailAsync(host, Quota);
        _status = status;
        await FailAsync(host, answers);
        int before = host.Requests.Count;
        GoDown();

        await FailAsync(host, 1);

        Assert.That(host.Requests.Count - before, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_retry_that_succeeds_costs_nothing()
    {
        int requests = 0;
        using WireHost host = Host(1, 20).OnAny((_, _) =>
            Task.FromResult(WireAnswer.Of(++requests % 2 == 0 ? 200 : 500, AuthleteOperations.Client).ToResponse()));

        for (int i = 0; i < 10; i++)
        {
            await host.Clients.GetAsync("17");
        }

        Assert.That(requests, Is.EqualTo(20));
    }

    [Test]
    public async Task Writes_that_are_refused_count_as_well()
    {
        _status = 429;
        using WireHost host = Host(5, 50);

        for (int i = 0; i < 10; i++)
        {
            await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Create).CatchAsync(host);
        }

        Assert.That(host.Requests, Has.Count.EqualTo(15));
    }

    [Test]
    public async Task A_quota_of_nothing_allows_no_retry()
    {
        using WireHost host = Host(0, 50);

        await FailAsync(host, 1);

        Assert.That(host.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void What_brings_no_answer_makes_up_for_nothing()
    {
        var quota = new RetryQuota(1);
        quota.TryTake();

        quota.Record(Attempt.Unsent(new InvalidTimeZoneException()), isRetry: true);

        Assert.That(quota.TryTake(), Is.False);
    }

    private static async Task FailAsync(WireHost host, int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host);
        }
    }

    private WireHost Host(int quota, int mostRequests) => Resilient.Host(Backend.AuthleteV3, new ManualTime(), r => r.RetryQuota = quota)
        .OnAny((_, _) => Task.FromResult(WireAnswer.Of(_status, AuthleteOperations.Client).ToResponse()))
        .Expect(mostRequests);
}
