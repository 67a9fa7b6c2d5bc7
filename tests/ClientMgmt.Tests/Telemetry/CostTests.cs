using System.Diagnostics.Metrics;
using System.Net;
using ClientMgmt.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClientMgmt.Tests.Telemetry;

/// <summary>Where nobody listens, telemetry allocates nothing.</summary>
[NonParallelizable]
internal sealed class CostTests
{
    private static readonly HttpRequestMessage s_request = new(HttpMethod.Get, "https://a.example.com/api/1/client/get/2");
    private static readonly HttpResponseMessage s_throttled = new(HttpStatusCode.TooManyRequests);
    private static readonly Exception s_failure = new InvalidOperationException();

    private static IEnumerable<TestCaseData> Steps()
    {
        TestCaseData Case(string name, Action<Instruments> step) => new TestCaseData(step).SetArgDisplayNames(name);
        yield return Case("an operation that succeeds", t =>
        {
            Spans.StartOperation("p", ClientOperation.Get);
            t.EndOperation("p", ClientOperation.Get, TimeSpan.FromSeconds(1), null);
        });
        yield return Case("an operation that fails", t =>
        {
            Spans.FailOperation(Spans.StartOperation("p", ClientOperation.Get), s_failure);
            t.EndOperation("p", ClientOperation.Get, TimeSpan.FromSeconds(1), s_failure);
        });
        yield return Case("an attempt that is answered", t =>
        {
            Spans.EndAttempt(Spans.StartAttempt("p", ClientOperation.Get, s_request, "/a", 0), s_throttled, null);
            t.Throttled("p", ClientOperation.Get);
        });
        yield return Case("an attempt that fails", t => Spans.EndAttempt(
            Spans.StartAttempt("p", ClientOperation.Get, s_request, "/a", 0), null, ErrorTypes.Of(s_failure)));
        yield return Case("a retry", t => t.Retrying("p", ClientOperation.Get, 1, "429", TimeSpan.FromSeconds(1)));
        yield return Case("a wait", t => t.Waited("p", ClientOperation.Get, TimeSpan.FromSeconds(1)));
        yield return Case("a renewal", t => t.CredentialRenewed("p", ClientOperation.Get));
    }

    [TestCaseSource(nameof(Steps))]
    public void It_costs_no_memory(Action<Instruments> step)
    {
        using ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var telemetry = new Instruments(services.GetRequiredService<IMeterFactory>(), NullLoggerFactory.Instance);
        step(telemetry);
        long before = GC.GetAllocatedBytesForCurrentThread();

        step(telemetry);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }
}
