using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Benchmarks.Servers;

namespace ClientMgmt.Benchmarks.Jobs;

/// <summary>What is alive while a list is read, whose clients the caller does not keep: the pages in flight, however long it is.</summary>
internal static class MemoryBenchmark
{
    private const int Times = 10;
    private const int Looks = 6;

    public static async Task<Result> RunAsync(Sizes sizes)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync();
        int between = sizes.Remembered / Looks;
        double shorter = await PeakAsync(server, sizes.Remembered, between);
        double longer = await PeakAsync(server, sizes.Remembered * Times, between);
        return new Result(
        [
            Figure.Of("list: live memory, ten times as long", longer / shorter),
            Figure.Of("list: live memory, MB", longer / 1e6),
        ]);
    }

    private static async Task<double> PeakAsync(LoopbackServer server, int clients, int between)
    {
        await using var library = Library.Create(Backend.AuthleteV3, server.Address(clients));
        await library.GetAsync("1");
        long before = GC.GetTotalMemory(forceFullCollection: true), peak = 0;
        int count = 0;
        await library.ListAsync(() =>
        {
            count++;
            if (count % between == 0)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        });
        return peak;
    }
}
