using System.Globalization;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Figure 6: many callers for a long time on a bad day.</summary>
[NonParallelizable]
public sealed class SoakTests
{
    private const int Callers = 32;
    private const int MostAtOnce = 20;

    // A server learns of a connection that was closed after the client has opened the next one.
    private const int MostConnections = MostAtOnce + 4;
    private const long MostGrowth = 8 * 1024 * 1024;

    private static readonly int s_rounds = Figure.IsFull ? 10 : 2;
    private static readonly int s_operations = Figure.IsFull ? 10_000 : 240;

    /// <summary>Shows that the requests that operations need are counted rightly, without which the figure would say nothing.</summary>
    [TestCaseSource(typeof(ProviderCases), nameof(ProviderCases.Defaults))]
    public async Task On_a_good_day_each_operation_sends_exactly_what_it_needs(ProviderCase provider)
    {
        await using TestHost host = await TestHost.StartAsync(provider);
        var run = new SoakRun(host, callers: 4);

        await run.RoundAsync(150);

        Assert.Multiple(() =>
        {
            Assert.That(run.Report.Mistakes, Is.Empty);
            Assert.That(run.Sends - run.Exchanges, Is.EqualTo(run.Report.Needed));
        });
    }

    [TestCaseSource(typeof(ProviderCases), nameof(ProviderCases.Defaults))]
    public async Task On_a_bad_day_nothing_is_lost_made_twice_or_told_wrongly(ProviderCase provider)
    {
        using var unobserved = new UnobservedExceptions();
        await using TestHost host = await TestHost.StartAsync(provider, Settings, new SoakClock(speed: 100));
        using var connections = new SoakConnections(host.Sandbox.BaseAddress.Port);
        var run = new SoakRun(host, Callers);
        run.Faults.AddTo(host.Sandbox);
        var memory = new List<long>();
        for (int round = 0; round < s_rounds; round++)
        {
            await run.RoundAsync(s_operations / s_rounds);
            memory.Add(GC.GetTotalMemory(forceFullCollection: Figure.IsFull));
        }

        SoakReport report = run.Report;
        double reads = 1 - ((double)report.FailedReads / report.Reads), sends = (double)run.Sends / report.Needed;
        Figure.Print(string.Create(
            CultureInfo.InvariantCulture,
            $"figure 6: {provider}: {report.Operations} operations, {Callers} at once, faults {run.Faults.Faults}, "
            + $"429 {run.Faults.Refusals}, latency {run.Faults.Delays} of {run.Sends} requests: {run.Clients} clients, "
            + $"state {(report.Mistakes.IsEmpty ? "equal" : "NOT equal")}, reads {reads:P2} of {report.Reads}, "
            + $"sends {sends:0.000} per request needed ({(double)run.Sends / report.Operations:0.000} per operation, "
            + $"{(double)report.Needed / report.Operations:0.000} on a good day), refused {report.Refused}, "
            + $"unknown outcomes {report.Unknown}{(report.Mistakes.IsEmpty ? " (all truthful)" : "")}, connections {connections.Peak} of {MostConnections} "
            + $"({connections.Total} in all), unobserved exceptions {unobserved.Collect().Count}, "
            + $"{(Figure.IsFull ? $"memory {(memory[^1] - memory[0]) / 1024:+0;-0} kB since round 1" : "memory not looked at")}{run.Lacks}"));
        Assert.Multiple(() =>
        {
            Assert.That(report.Mistakes, Is.Empty);
            Assert.That(report.FailedReads, Is.LessThanOrEqualTo(Math.Max(report.Reads / 1000, 2)), "0.1 %, or two of few");
            Assert.That(sends, Is.LessThanOrEqualTo(1.25));
            Assert.That(run.Faults.Faults, Is.GreaterThan(s_operations * 0.03), "or else the day was not bad");
            Assert.That(report.Unknown, Is.Positive);
            Assert.That(connections.Peak, Is.InRange(2, MostConnections));
            Assert.That(unobserved.Collect(), Is.Empty);
            Assert.That(Figure.IsFull ? memory[^1] - memory[0] : 0, Is.LessThan(MostGrowth));
        });
    }

    // On a clock so fast the usual 30 s pass in a third of a second, which a busy machine may need.
    private static void Settings(Dictionary<string, string?> settings)
    {
        settings["Resilience:AttemptTimeout"] = "00:30:00";
        settings["Resilience:TotalTimeout"] = "02:00:00";
        settings["Resilience:MaxConcurrency"] = MostAtOnce.ToString(CultureInfo.InvariantCulture);
    }
}
