using System.Diagnostics;
using System.Globalization;
using System.Net;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>How often each kind of request is sent, whatever comes of it.</summary>
public sealed class SendTests
{
    private const int FewestRows = 72;

    [Test]
    public async Task Each_request_is_sent_as_often_as_the_table_says_and_ends_as_it_says()
    {
        var started = Stopwatch.StartNew();
        var rows = new HashSet<string>();
        var wrong = new List<string>();
        int cases = 0;
        var all = WireOperations.All.Select(o => (Operation: o, IsSafe: SpecSafety.IsSafe(o))).ToLookup(o => o.Operation.Backend);
        foreach (SendRow row in SendTable.Rows)
        {
            foreach (IGrouping<Backend, (WireOperation, bool)> operations in all)
            {
                var time = new ManualTime();
                using WireHost host = HostFor(operations.Key, row.Outcome, time);
                foreach ((WireOperation operation, bool isSafe) in operations)
                {
                    Ending expected = isSafe ? row.Read : row.Write;
                    Ending actual = await RunAsync(host, time, operation, row.Outcome);
                    rows.Add($"{operation.Main.Request.Split(' ')[0]}, {(isSafe ? "read" : "write")}: {row.Outcome}");
                    cases++;
                    if (actual != expected)
                    {
                        wrong.Add($"{operation}, {row.Outcome}: {actual} instead of {expected}");
                    }
                }
            }
        }

        Figure.Print(1, $"{rows.Count} rows, {cases} cases, {wrong.Count} wrong, {started.ElapsedMilliseconds} ms");
        Assert.That(wrong, Is.Empty);
        Assert.That(rows, Has.Count.AtLeast(FewestRows));
    }

    private static async Task<Ending> RunAsync(WireHost host, ManualTime time, WireOperation operation, string outcome)
    {
        int before = host.Requests.Count;
        if (outcome.StartsWith('2'))
        {
            host.OnAny(Sequence(operation, (HttpStatusCode)int.Parse(outcome, CultureInfo.InvariantCulture)));
        }
        else
        {
            Dictionary<string, WireAnswer> preparing = operation.Exchanges.Take(operation.Decisive)
                .ToDictionary(e => WireOperation.Line(e, WireOperation.Id), e => e.Answer);
            host.OnAny((request, token) =>
                preparing.Remove($"{request.Method} {request.RequestUri!.PathAndQuery}", out WireAnswer? answer)
                    ? Task.FromResult(answer.ToResponse())
                    : Outcomes.HappenAsync(outcome, token));
        }

        Task<Exception?> call = operation.CatchAsync(host);
        await time.PassUntilAsync(call);
        string decisive = WireOperation.Line(operation.Main, WireOperation.Id);
        return new Ending(host.Requests.Skip(before).Count(r => r.Line == decisive), Ending.KindOf(await call));
    }

    private static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Sequence(
        WireOperation operation, HttpStatusCode status)
    {
        var answers = new Queue<WireAnswer>(
            operation.Exchanges.Select((e, i) => i == operation.Decisive ? e.Answer with { Status = status } : e.Answer));
        return (_, _) => Task.FromResult(answers.Dequeue().ToResponse());
    }

    // Only where a row is about it is there a bound on attempts: the clock runs as soon as anybody waits for it.
    private static WireHost HostFor(Backend backend, string outcome, ManualTime time) => Resilient.Host(
        backend,
        time,
        r =>
        {
            r.RetryQuota = 1000;
            r.AttemptTimeout = outcome == Outcomes.AttemptTimeout ? TimeSpan.FromSeconds(30) : Timeout.InfiniteTimeSpan;
        },
        maxResponseBytes: Outcomes.MostBytes).Expect(1000);
}
