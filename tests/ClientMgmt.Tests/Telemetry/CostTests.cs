using System.Diagnostics.Metrics;
using System.Net;
using ClientMgmt.Http;
using ClientMgmt.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;

namespace ClientMgmt.Tests.Telemetry;

/// <summary>Where nobody listens, telemetry allocates nothing.</summary>
internal sealed class CostTests
{
    private static readonly HttpRequestMessage s_request = new(HttpMethod.Get, "https://a.example.com/api/1/client/get/2");
    private static readonly HttpResponseMessage s_throttled = new(HttpStatusCode.TooManyRequests);
    private static readonly Exception s_failure = new InvalidOperationException();

    private static IEnumerable<TestCaseData> Steps()
    {
        TestCaseData Case(string name, Action<Instruments, HttpCall> step) => new TestCaseData(step).SetArgDisplayNames(name);
        yield return Case("an operation that succeeds", (t, call) =>
        {
            Spans.StartOperation("p", ClientOperation.Get);
            t.EndOperation("p", ClientOperation.Get, TimeSpan.FromSeconds(1), null);
        });
        yield return Case("an operation that fails", (t, call) =>
        {
            Spans.FailOperation(Spans.StartOperation("p", ClientOperation.Get), s_failure);
            t.EndOperation("p", ClientOperation.Get, TimeSpan.FromSeconds(1), s_failure);
        });
        yield return Case("an attempt that is answered", (t, call) =>
        {
            Spans.EndAttempt(Spans.StartAttempt(call, s_request), s_throttled);
            t.Answered(call, s_throttled);
        });
        yield return Case("an attempt that fails", (t, call) => Spans.FailAttempt(Spans.StartAttempt(call, s_request), call, s_failure));
        yield return Case("a retry", (t, call) => t.Retrying(call, Outcome.FromResult(s_throttled), TimeSpan.FromSeconds(1)));
        yield return Case("a wait", (t, call) => t.Waited(call, TimeSpan.FromSeconds(1)));
        yield return Case("a renewal", (t, call) => t.CredentialRenewed(call));
    }

    [TestCaseSource(nameof(Steps))]
    public void It_costs_no_memory(Action<Instruments, HttpCall> step)
    {
        using ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var telemetry = new Instruments(services.GetRequiredService<IMeterFactory>(), NullLoggerFactory.Instance);
        var context = new ProviderContext("p", null!, null!, null!, TimeProvider.System, telemetry);
        using var call = new HttpCall(context, null!, null!, ApiCall.Read(ClientOperation.Get));
        step(telemetry, call);
        long before = GC.GetAllocatedBytesForCurrentThread();

        step(telemetry, call);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }
}
