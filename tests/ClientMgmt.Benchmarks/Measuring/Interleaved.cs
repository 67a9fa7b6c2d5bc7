using System.Diagnostics;
using ClientMgmt.Benchmarks.Servers;

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

        return await TakeTurnsAsync(ways, way => RunAsync(way, sizes.Calls), sizes.CallRounds);
    }

    /// <summary>Measures whole jobs, one in each turn.</summary>
    public static Task<Sample[][]> JobsAsync(IReadOnlyList<Func<Task>> ways, int rounds) =>
        TakeTurnsAsync(ways, way => RunAsync(way, 1), rounds);

    /// <summary>Measures processes from their start to their end, one in each turn.</summary>
    /// <param name="commands">What <c>dotnet</c> is to run.</param>
    /// <param name="rounds">How many turns.</param>
    public static Task<Sample[][]> ProcessesAsync(IReadOnlyList<string[]> commands, int rounds) =>
        TakeTurnsAsync(commands, Child.MeasureAsync, rounds);

    private static async Task<Sample[][]> TakeTurnsAsync<T>(IReadOnlyList<T> ways, Func<T, Task<Sample>> run, int rounds)
    {
        Sample[][] samples = [.. ways.Select(_ => new Sample[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int way = 0; way < ways.Count; way++)
            {
                samples[way][round] = await run(ways[way]);
            }
        }

        return samples;
    }

    private static async Task<Sample> RunAsync(Func<Task> call, int calls)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan used = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            await call();
        }

        double time = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        double processor = (Environment.CpuUsage.TotalTime - used).TotalMicroseconds;
        return new Sample(time / calls, processor / calls, (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / calls);
    }
}
