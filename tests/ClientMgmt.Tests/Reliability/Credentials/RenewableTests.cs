using System.Runtime.CompilerServices;
using ClientMgmt.Tests.Support;
using ClientMgmt.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What holds of a value that is fetched, however soon the fetching ends.</summary>
public sealed class RenewableTests
{
    private const int Times = 20_000;
    private const string Sentinel = "a vault that failed after its time";

    [Test]
    public async Task One_that_was_refused_is_fetched_anew_also_if_it_came_at_once()
    {
        int fetched = 0;
        for (int i = 0; i < Times; i++)
        {
            var values = new Renewable<string>(TimeProvider.System);
            string first = await GetAsync(values);

            values.Forget(first);
            await GetAsync(values);
        }

        Assert.That(fetched, Is.EqualTo(2 * Times));

        Task<string> GetAsync(Renewable<string> values) => values.GetAsync(
            _ => Task.FromResult(new Expiring<string>($"{++fetched}", DateTimeOffset.MaxValue)),
            Timeout.InfiniteTimeSpan,
            CancellationToken.None).AsTask().InTimeAsync();
    }

    [Test]
    public async Task What_fails_after_its_time_is_no_unobserved_exception()
    {
        using var unobserved = new UnobservedExceptions();

        await FailLateAsync();

        Assert.That(unobserved.Collect(), Has.None.Contain(Sentinel));
    }

    // Apart, so that the test itself keeps nothing of it alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task FailLateAsync()
    {
        var time = new ManualTime();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var late = new TaskCompletionSource<Expiring<string>>();
        TimeSpan bound = TimeSpan.FromMinutes(1);
        Task<string> waiting = new Renewable<string>(time).GetAsync(
            _ =>
            {
                asked.SetResult();
                return late.Task;
            },
            bound,
            CancellationToken.None).AsTask();
        await asked.Task.InTimeAsync();
        time.Advance(bound);
        Assert.That(async () => await waiting.InTimeAsync(), Throws.TypeOf<TimeLimitException>());

        late.SetException(new InvalidOperationException(Sentinel));
    }
}
