using System.Diagnostics;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>A call that is cancelled ends at once, wherever it is, with the caller's own token.</summary>
public sealed class CancellationTests
{
    private const int FewestPoints = 20;

    // A busy machine may stop a test for longer than the bound. What the library does slowly, it does slowly each time.
    private const int MoreTries = 2;

    private static readonly TimeSpan s_bound = TimeSpan.FromMilliseconds(100);

    private static IEnumerable<CancellationPoint> Points() =>
        [.. WaitPoints.All, .. RequestPoints.All, .. ListPoints.All, .. SocketPoints.All];

    [Test]
    public async Task A_cancelled_call_ends_at_once_wherever_it_is()
    {
        (CancellationPoint Point, TimeSpan Elapsed) slowest = default;
        var wrong = new List<string>();
        int count = 0;
        foreach (CancellationPoint point in Points())
        {
            Cancelled cancelled = await CancelAsync(point);
            for (int i = 0; i < MoreTries && cancelled.Elapsed > s_bound; i++)
            {
                cancelled = await CancelAsync(point);
            }

            slowest = cancelled.Elapsed > slowest.Elapsed ? (point, cancelled.Elapsed) : slowest;
            count++;
            if (cancelled.Elapsed > s_bound || !cancelled.IsRight)
            {
                wrong.Add($"{point}: {cancelled}");
            }
        }

        Figure.Print(
            3, $"{count} points, {wrong.Count} wrong, the slowest took {slowest.Elapsed.TotalMilliseconds:0.#} ms ({slowest.Point})");
        Assert.That(wrong, Is.Empty);
        Assert.That(count, Is.AtLeast(FewestPoints));
    }

    private static async Task<Cancelled> CancelAsync(CancellationPoint point)
    {
        using var source = new CancellationTokenSource();
        Scene scene = await point.ArriveAsync(source.Token).InTimeAsync();
        int sent = scene.Sends();
        var started = Stopwatch.StartNew();
        await source.CancelAsync();
        Exception? error = await CatchAsync(scene.Call.InTimeAsync());
        TimeSpan elapsed = started.Elapsed;
        scene.GoOn();
        int more = scene.Sends() - sent;
        await scene.EndAsync();
        return new Cancelled(
            elapsed, more, error?.GetType(), error is OperationCanceledException e && e.CancellationToken == source.Token);
    }

    private static async Task<Exception?> CatchAsync(Task call)
    {
        try
        {
            await call;
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private sealed record Cancelled(TimeSpan Elapsed, int FurtherSends, Type? Error, bool IsCallersToken)
    {
        public bool IsRight => FurtherSends == 0 && IsCallersToken;
    }
}
