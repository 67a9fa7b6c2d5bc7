using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What the library takes for a read is what the specifications call safe.</summary>
public sealed class SafetyTests
{
    private const string Exchange = "GET /api/2.0/security/oauth2/token";

    private static IEnumerable<TestCaseData> Requests() =>
        from row in WireOperations.All
        from exchange in row.Exchanges.Take(row.Decisive + 1)
        select new TestCaseData(row, exchange).SetArgDisplayNames($"{row}", exchange.Request);

    [TestCaseSource(nameof(Requests))]
    public async Task A_request_is_sent_again_if_the_specification_calls_it_safe(WireOperation row, WireExchange exchange)
    {
        using WireHost host = Resilient.Host(row.Backend, new ManualTime()).OnEveryOther(WireAnswer.Of(500));
        string line = WireOperation.Line(exchange, WireOperation.Id);
        foreach (WireExchange before in row.Exchanges.TakeWhile(e => e != exchange))
        {
            host.On(WireOperation.Line(before, WireOperation.Id), before.Answer);
        }

        await row.CatchAsync(host);

        Assert.That(
            host.Requests.Count(r => r.Line == line), Is.EqualTo(SpecSafety.Find(row.Backend, line).IsSafe ? 4 : 1));
    }

    [Test]
    public async Task The_exchange_of_a_credential_is_sent_again_as_the_specification_calls_it_safe()
    {
        using WireHost host = Resilient.Host(
            Backend.DocSpace, new ManualTime(), provider: p => (p.Signature, p.ApiKey) = (null, new Secret(WireHost.ApiKey)))
            .OnAny(WireAnswer.Of(500));

        await WireOperations.Of(Backend.DocSpace, ClientOperation.Create).CatchAsync(host);

        Assert.That(host.Requests.Count, Is.EqualTo(SpecSafety.Find(Backend.DocSpace, Exchange).IsSafe ? 4 : 1));
    }

    // What belongs to no operation, and what one server alone has: the secret is set at another address of Keycloak's (KeyTests).
    private static readonly Dictionary<Backend, string> s_others = new()
    {
        [Backend.DocSpace] = Exchange,
        [Backend.DynamicRegistration] = "PUT /own-representation-uri",
    };

    private static IEnumerable<Backend> Backends => WireHost.Backends;

    [TestCaseSource(nameof(Backends))]
    public void No_operation_of_a_specification_is_left_out(Backend backend)
    {
        IEnumerable<string> sent = WireOperations.All.Where(o => o.Backend == backend)
            .SelectMany(o => o.Lines(WireOperation.Id)).Concat(s_others.TryGetValue(backend, out string? other) ? [other] : [])
            .Select(line => SpecSafety.Find(backend, line).Id).Distinct();

        Assert.That(
            sent, Is.EquivalentTo(SpecDocument.Of(backend).Operations.Select(o => SpecDocument.Text(o.Node, "operationId"))));
    }
}
