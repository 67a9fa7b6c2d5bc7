using System.Diagnostics;
using System.Globalization;
using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Benchmarks.Servers;

namespace ClientMgmt.Benchmarks.Jobs;

/// <summary>A process that starts, reads one client and ends.</summary>
internal static class StartBenchmark
{
    public static async Task<Result> RunAsync(Sizes sizes)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync();
        var figures = new List<Figure>();
        foreach (Vendor vendor in Vendor.All)
        {
            await using var field = new Field(vendor, server.Address());
            Func<Task>[] starts =
            [
                .. field.Names.Select((_, i) => (Func<Task>)(() => StartAsync(vendor, i, server.Address()))),
            ];
            Sample[][] samples = await Interleaved.JobsAsync(starts, sizes.Starts);
            string name = $"{vendor.Name} start to first answer";
            figures.AddRange(Figure.Ratios($"{name}: time", field.Names, samples, s => s.Microseconds));
            figures.Add(Figure.Of($"{name}: ms of Newtonsoft", samples[0].Select(s => s.Microseconds / 1e3)));
        }

        return new Result(figures);
    }

    /// <summary>What the process does: <c>first (name of the vendor) (number of the contestant) (address)</c>.</summary>
    public static async Task AnswerAsync(string[] arguments)
    {
        Vendor vendor = Vendor.All.Single(v => v.Name == arguments[1]);
        await using IContestant contestant = vendor.Contestant(
            int.Parse(arguments[2], CultureInfo.InvariantCulture), new Uri(arguments[3]));
        await contestant.GetAsync(vendor.ClientId);
    }

    private static async Task StartAsync(Vendor vendor, int contestant, Uri server)
    {
        using Process process = Child.StartSelf("first", vendor.Name, contestant.ToString(CultureInfo.InvariantCulture), server.ToString());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"Contestant {contestant} of {vendor.Name} ended with {process.ExitCode}.");
        }
    }
}
