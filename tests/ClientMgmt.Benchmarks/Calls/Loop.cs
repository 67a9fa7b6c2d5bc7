using System.Globalization;
using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Servers;

namespace ClientMgmt.Benchmarks.Calls;

/// <summary>One call over and over, for a profiler: <c>loop (vendor) (get or create) (number of the contestant) (calls)</c>.</summary>
internal static class Loop
{
    public static async Task RunAsync(string[] arguments)
    {
        Vendor vendor = Vendor.All.Single(v => v.Name == arguments[1]);
        using var server = new InMemoryServer(vendor.Body().ToJsonString());
        await using IContestant contestant = vendor.Contestant(
            int.Parse(arguments[3], CultureInfo.InvariantCulture), CallBenchmark.Address, server);
        await contestant.CreateAsync();
        Func<Task> call = arguments[2] == "get" ? () => contestant.GetAsync(vendor.ClientId) : contestant.CreateAsync;
        int calls = int.Parse(arguments[4], CultureInfo.InvariantCulture);
        for (int i = 0; i < calls; i++)
        {
            await call();
        }
    }
}
