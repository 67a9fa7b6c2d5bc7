using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Benchmarks.Servers;

namespace ClientMgmt.Benchmarks.Jobs;

/// <summary>What is alive while a list is read, whose clients the caller does not keep: the pages in flight, however long it is.</summary>
internal static class MemoryBenchmark
{
    private const int Times = 10;
    private const int Looks = 12;

    public static async Task<Result> RunAsync(Sizes sizes)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync();
        double shorter = await PeakAsync(server, sizes.Remembered), longer = await PeakAsync(server, sizes.Remembered * Times);
        return new Result(
        [
            Figure.Of("list: live memory, ten times as long", longer / shorter),
            Figure.Of("list: live memory, MB", longer / 1e6),
        ]);
    }

    private static async Task<double> PeakAsync(LoopbackServer server, int clients)
    {
        await using var library = Library.Create(Backend.AuthleteV3, server.Address(clients));
        await library.GetAsync("1");
        long before = Live(), peak = 0;
        int count = 0;
        await library.ListAsync(() =>
        {
            count++;
            if (count % (clients / Looks) == 0)
            {
                peak = Math.Max(peak, Live() - before);
            }
        });
        return peak;
    }

    private static long Live()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
