using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Benchmarks.Servers;

namespace ClientMgmt.Benchmarks.Calls;

/// <summary>Single calls that are answered in memory: what is measured is the code of the caller alone.</summary>
internal static class CallBenchmark
{
    public static Uri Address { get; } = new("https://api.example.com/");

    public static async Task<Result> RunAsync(Sizes sizes)
    {
        var figures = new List<Figure>();
        foreach (Vendor vendor in Vendor.All)
        {
            using var server = new InMemoryServer(vendor.Body().ToJsonString());
            IReadOnlyList<IContestant> contestants = vendor.Contestants(Address, server);
            if (vendor == Vendor.Registration)
            {
                // The library reads only what it has registered; and it reads that back, which the others do not.
                await contestants[^1].CreateAsync();
            }
            else
            {
                figures.AddRange(await CompareAsync($"{vendor.Name} create", contestants, c => c.CreateAsync(), sizes));
            }

            figures.AddRange(await CompareAsync($"{vendor.Name} get", contestants, c => c.GetAsync(vendor.ClientId), sizes));
            foreach (IContestant contestant in contestants)
            {
                await contestant.DisposeAsync();
            }
        }

        return new Result(figures);
    }

    private static async Task<IEnumerable<Figure>> CompareAsync(
        string name, IReadOnlyList<IContestant> contestants, Func<IContestant, Task> call, Sizes sizes)
    {
        Sample[][] samples = await Interleaved.CallsAsync([.. contestants.Select(c => (Func<Task>)(() => call(c)))], sizes);
        string[] names = [.. contestants.Select(c => c.Name)];
        return
        [
            .. Figure.Times($"{name}: time", names, samples),
            .. Figure.Ratios($"{name}: allocation", names, samples, s => s.Bytes),
            Figure.Of($"{name}: µs of Newtonsoft", samples[0].Select(s => s.Microseconds)),
            Figure.Of($"{name}: bytes of Newtonsoft", samples[0].Select(s => s.Bytes)),
        ];
    }
}
