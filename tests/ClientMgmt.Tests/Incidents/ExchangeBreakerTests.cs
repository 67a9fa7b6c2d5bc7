using ClientMgmt.Tests.Reliability;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Incidents;

/// <summary>A backend whose credentials are exchanged is spared in an outage like any other.</summary>
public sealed class ExchangeBreakerTests
{
    private const int Callers = 8;
    private const int Threshold = 20;
    private const string Exchange = "/security/oauth2/token";

    private static readonly WireAnswer s_down = WireAnswer.Of(503);
    private static readonly WireAnswer s_issued = WireAnswer.Ok("""{"response":"issued-signature-0001"}""");

    [TestCase(Backend.AuthleteV3, false)]
    [TestCase(Backend.DocSpace, false)]
    [TestCase(Backend.DocSpace, true)]
    public async Task The_breaker_opens_whether_the_exchange_fails_too_or_succeeds(Backend backend, bool exchanges)
    {
        using WireHost host = Host(backend, new ManualTime()).OnAny((request, _) =>
            Task.FromResult((exchanges && IsExchange(request.RequestUri!) ? s_issued : s_down).ToResponse())).Expect(10_000);

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => CallAsync(host, 20)))).InTimeAsync();

        Assert.That(
            host.Requests.Count(r => !exchanges || !IsExchange(new Uri(r.Url))), Is.InRange(Threshold, Threshold + Callers));
    }

    [Test]
    public async Task An_exchange_that_succeeds_after_the_break_is_not_the_probe()
    {
        var time = new ManualTime();
        using WireHost host = Host(Backend.DocSpace, time, r => r.MaxRetryAttempts = 0).OnAny((request, _) =>
            Task.FromResult((IsExchange(request.RequestUri!) ? s_issued : s_down).ToResponse())).Expect(100);
        await CallAsync(host, 2 * Threshold);
        int before = host.Requests.Count;

        // The signature is too old by then.
        time.Advance(TimeSpan.FromHours(1));
        await CallAsync(host, 5);

        Assert.That(
            host.Requests.Skip(before).Select(r => IsExchange(new Uri(r.Url))), Is.EqualTo([true, false]));
    }

    private static bool IsExchange(Uri address) => address.AbsolutePath.EndsWith(Exchange, StringComparison.Ordinal);

    private static async Task CallAsync(WireHost host, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await Support.Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");
        }
    }

    private static WireHost Host(Backend backend, ManualTime time, Action<ResilienceOptions>? change = null) => Resilient.Host(
        backend,
        time,
        r =>
        {
            r.MinimumThroughput = Threshold;
            change?.Invoke(r);
        },
        p =>
        {
            if (backend == Backend.DocSpace)
            {
                (p.Signature, p.ApiKey) = (null, new Secret(WireHost.ApiKey));
            }
        });
}
