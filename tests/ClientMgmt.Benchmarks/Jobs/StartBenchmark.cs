using System.Globalization;
using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Benchmarks.Servers;

namespace ClientMgmt.Benchmarks.Jobs;

/// <summary>A process that starts, reads one client and ends: this program as it was built, and as an application is published.</summary>
internal static class StartBenchmark
{
    public static async Task<Result> RunAsync(Sizes sizes)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync();
        List<Figure> figures = await MeasureAsync(Child.Self, "start to first answer", server.Address(), sizes.Starts);
        if (sizes.IsPublishedMeasured)
        {
            using var published = new Published();
            string program = await published.PublishAsync("tests/ClientMgmt.Benchmarks");
            figures.AddRange(await MeasureAsync(program, "published, start to first answer", server.Address(), sizes.Starts));
        }

        return new Result(figures);
    }

    /// <summary>What the process does: <c>first (name of the vendor) (number of the contestant) (address)</c>.</summary>
    public static async Task AnswerAsync(string[] arguments)
    {
        Vendor vendor = Vendor.Listed.Single(v => v.Name == arguments[1]);
        await using IContestant contestant = vendor.Contestant(
            int.Parse(arguments[2], CultureInfo.InvariantCulture), new Uri(arguments[3]));
        await contestant.GetAsync(vendor.ClientId);
    }

    /// <summary>The same with what the library stands on alone: <c>foundation (name of the vendor) (number) (address)</c>.</summary>
    public static Task AnswerWithoutLibraryAsync(string[] arguments) => Foundation.AnswerAsync(
        Vendor.Listed.Single(v => v.Name == arguments[1]),
        Foundation.Names[int.Parse(arguments[2], CultureInfo.InvariantCulture)],
        new Uri(arguments[3]));

    private static async Task<List<Figure>> MeasureAsync(string program, string what, Uri server, int rounds)
    {
        var figures = new List<Figure>();
        foreach (Vendor vendor in Vendor.Listed)
        {
            string name = $"{vendor.Name} {what}";
            string[] contestants = await NamesAsync(vendor, server);
            Sample[][] samples = await Interleaved.ProcessesAsync(
                [.. Commands("first", contestants.Length), .. Commands("foundation", Foundation.Names.Count)], rounds);
            figures.AddRange(Figure.Times($"{name}: time", contestants, samples[..contestants.Length]));
            figures.AddRange(Foundation.Names.Zip(samples[contestants.Length..], (foundation, taken) => Figure.Of(
                $"{name}, {foundation}: times Newtonsoft", taken.Zip(samples[0], (a, b) => a.Microseconds / b.Microseconds))));
            figures.Add(Figure.Of($"{name}: ms of Newtonsoft", samples[0].Select(s => s.Microseconds / 1e3)));

            IEnumerable<string[]> Commands(string command, int count) => Enumerable.Range(0, count).Select(i =>
                (string[])[program, command, vendor.Name, i.ToString(CultureInfo.InvariantCulture), server.ToString()]);
        }

        return figures;
    }

    private static async Task<string[]> NamesAsync(Vendor vendor, Uri server)
    {
        await using var field = new Field(vendor, server);
        return field.Names;
    }
}
