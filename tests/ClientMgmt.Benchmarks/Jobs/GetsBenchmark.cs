using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Benchmarks.Servers;

namespace ClientMgmt.Benchmarks.Jobs;

/// <summary>Many gets at once from a server that answers at once; each contestant keeps its connections.</summary>
internal static class GetsBenchmark
{
    private const int AtOnce = 64;

    public static async Task<Result> RunAsync(Sizes sizes)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync();
        var figures = new List<Figure>();
        foreach (Vendor vendor in Vendor.Listed)
        {
            string name = $"{vendor.Name} gets, {AtOnce} at once";
            await using var field = new Field(vendor, server.Address());
            foreach (IContestant contestant in field.Contestants)
            {
                int before = await server.CountConnectionsAsync();
                await contestant.GetAsync(vendor.ClientId);
                await GetAsync(contestant, vendor, sizes.Gets, AtOnce);
                int connections = await server.CountConnectionsAsync() - before;
                figures.Add(Figure.Of(Field.Label($"{name}: connections", contestant), connections));
            }

            Sample[][] samples = await Interleaved.JobsAsync(
                field.Each(c => GetAsync(c, vendor, sizes.Gets, AtOnce)), sizes.ShortRounds);
            figures.AddRange(Figure.Times($"{name}: throughput", field.Names, samples, time => 1 / time));
            figures.Add(Figure.Of($"{name}: gets a second of Newtonsoft", samples[0].Select(s => sizes.Gets * 1e6 / s.Microseconds)));
        }

        return new Result(figures);
    }

    public static Task GetAsync(IContestant contestant, Vendor vendor, int gets, int atOnce) => Parallel.ForEachAsync(
        Enumerable.Range(0, gets),
        new ParallelOptions { MaxDegreeOfParallelism = atOnce },
        (_, _) => new ValueTask(contestant.GetAsync(vendor.ClientId)));
}
