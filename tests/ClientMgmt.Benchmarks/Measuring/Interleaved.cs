using System.Diagnostics;

namespace ClientMgmt.Benchmarks.Measuring;

/// <summary>Measures several ways to do the same in turns (A B C, A B C), so that a machine that gets slower does so for all.</summary>
internal static class Interleaved
{
    /// <summary>Measures short calls, many of them in each turn.</summary>
    /// <param name="ways">What to measure.</param>
    /// <param name="sizes">How many turns, and calls in each.</param>
    /// <returns>For each way, what a call took in each turn.</returns>
    public static async Task<Sample[][]> CallsAsync(IReadOnlyList<Func<Task>> ways, Sizes sizes)
    {
        foreach (Func<Task> way in ways)
        {
            for (int i = 0; i < sizes.WarmUps; i++)
            {
                await RunAsync(way, sizes.Calls);
                await Task.Delay(sizes.Pause);
            }
        }

        return await TakeTurnsAsync(ways, sizes.CallRounds, sizes.Calls);
    }

    /// <summary>Measures whole jobs, one in each turn.</summary>
    public static Task<Sample[][]> JobsAsync(IReadOnlyList<Func<Task>> ways, int rounds) => TakeTurnsAsync(ways, rounds, 1);

    private static async Task<Sample[][]> TakeTurnsAsync(IReadOnlyList<Func<Task>> ways, int rounds, int calls)
    {
        Sample[][] samples = [.. ways.Select(_ => new Sample[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int way = 0; way < ways.Count; way++)
            {
                samples[way][round] = await RunAsync(ways[way], calls);
            }
        }

        return samples;
    }

    private static async Task<Sample> RunAsync(Func<Task> call, int calls)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            await call();
        }

        double time = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        return new Sample(time / calls, (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / calls);
    }
}
