using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Benchmarks.Servers;

namespace ClientMgmt.Benchmarks.Jobs;

/// <summary>
/// Long lists from a server that takes 20 ms for each request. The contestants read one page of 100 (DocSpace: 50) at a time,
/// as a loop does.
/// </summary>
internal static class ListBenchmark
{
    private const int Milliseconds = 20;
    private const int FewClients = 150;

    public static async Task<Result> RunAsync(Sizes sizes)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync();
        var figures = new List<Figure>();
        foreach (Vendor vendor in Vendor.All)
        {
            await using var few = new Field(vendor, server.Address(FewClients));
            await Interleaved.JobsAsync(few.Each(c => ListAsync(c, FewClients)), 1);

            await using var all = new Field(vendor, server.Address(sizes.Listed, Milliseconds));
            Sample[][] samples = await Interleaved.JobsAsync(all.Each(c => ListAsync(c, sizes.Listed)), sizes.JobRounds);
            figures.AddRange(Figure.Ratios($"{vendor.Name} list: time", all.Names, samples, s => s.Microseconds));
            figures.Add(Figure.Of($"{vendor.Name} list: seconds of Newtonsoft", samples[0].Select(s => s.Microseconds / 1e6)));
        }

        return new Result(figures);
    }

    /// <summary>Lists all, and makes sure that all came.</summary>
    public static async Task ListAsync(IContestant contestant, int clients)
    {
        int count = 0;
        await contestant.ListAsync(() => count++);
        if (count != clients)
        {
            throw new InvalidOperationException($"{contestant.Name} listed {count} of {clients} clients.");
        }
    }
}
