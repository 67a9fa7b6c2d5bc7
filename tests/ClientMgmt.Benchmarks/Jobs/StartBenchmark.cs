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
                .. field.Names.Select((_, i) => (Func<Task>)(() => StartAsync("first", vendor, i, server.Address()))),
                .. Foundation.Names.Select((_, i) => (Func<Task>)(() => StartAsync("foundation", vendor, i, server.Address()))),
            ];
            Sample[][] samples = await Interleaved.JobsAsync(starts, sizes.Starts);
            string name = $"{vendor.Name} start to first answer";
            int contestants = field.Names.Length;
            figures.AddRange(Figure.Ratios($"{name}: time", field.Names, samples[..contestants], s => s.Microseconds));
            figures.AddRange(Foundation.Names.Zip(samples[contestants..], (foundation, taken) => Figure.Of(
                $"{vendor.Name} start, {foundation}: times Newtonsoft", taken.Zip(samples[0], (a, b) => a.Microseconds / b.Microseconds))));
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

    /// <summary>The same with what the library stands on alone: <c>foundation (name of the vendor) (number) (address)</c>.</summary>
    public static Task AnswerWithoutLibraryAsync(string[] arguments) => Foundation.AnswerAsync(
        Vendor.All.Single(v => v.Name == arguments[1]),
        Foundation.Names[int.Parse(arguments[2], CultureInfo.InvariantCulture)],
        new Uri(arguments[3]));

    private static async Task StartAsync(string command, Vendor vendor, int contestant, Uri server)
    {
        using Process process = Child.StartSelf(command, vendor.Name, contestant.ToString(CultureInfo.InvariantCulture), server.ToString());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{command}', contestant {contestant} of {vendor.Name} ended with {process.ExitCode}.");
        }
    }
}
