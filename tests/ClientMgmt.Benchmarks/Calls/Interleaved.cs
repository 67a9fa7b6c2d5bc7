using System.Diagnostics;

namespace ClientMgmt.Benchmarks.Calls;

/// <summary>Measures several ways to do the same in turns (A B C, A B C), so that a machine that gets slower does so for all.</summary>
internal static class Interleaved
{
    public static async Task<Sample[][]> MeasureAsync(IReadOnlyList<Func<Task>> ways, int rounds, int calls)
    {
        var samples = new Sample[ways.Count][];
        for (int way = 0; way < ways.Count; way++)
        {
            samples[way] = new Sample[rounds];
            await WarmAsync(ways[way]);
        }

        for (int round = 0; round < rounds; round++)
        {
            for (int way = 0; way < ways.Count; way++)
            {
                samples[way][round] = await RunAsync(ways[way], calls);
            }
        }

        return samples;
    }

    // The runtime compiles a method again, with what it has seen, after 30 calls and in the background.
    private static async Task WarmAsync(Func<Task> call)
    {
        for (int round = 0; round < 4; round++)
        {
            await RunAsync(call, 200);
            await Task.Delay(150);
        }
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
