using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Benchmarks.Servers;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Benchmarks.Jobs;

/// <summary>
/// The tool from the start of its process to the end, compared with a console program that does nothing: both as they are published. At a
/// tiny size, both as they were built, with this program for the empty one.
/// </summary>
internal static class ToolBenchmark
{
    public static async Task<Result> RunAsync(Sizes sizes)
    {
        if (!sizes.IsPublishedMeasured)
        {
            string built = Path.Combine(Repository.Root, "src/ClientMgmt.Cli/bin", Repository.Configuration, "net10.0/ClientMgmt.Cli.dll");
            return await MeasureAsync([Child.Self, "nothing"], built, sizes);
        }

        using var published = new Published();
        return await MeasureAsync(
            [await published.PublishEmptyAsync()], await published.PublishAsync("src/ClientMgmt.Cli"), sizes);
    }

    private static async Task<Result> MeasureAsync(string[] empty, string tool, Sizes sizes)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync();
        string settings = Path.GetTempFileName();
        await File.WriteAllTextAsync(settings, $$"""
            {
              "ClientManagement": {
                "Providers": {
                  "main": { "Backend": "AuthleteV3", "BaseAddress": "{{server.Address()}}", "ServiceId": "{{Api.ServiceId}}", "AccessToken": "{{Api.Token}}" }
                }
              }
            }
            """);
        string[] names = ["empty", "clientmgmt"];
        Sample[][] samples = await Interleaved.ProcessesAsync(
            [empty, [tool, "--help"], [tool, "client", "get", Vendor.Authlete.ClientId, "--config", settings]], sizes.Starts);
        File.Delete(settings);
        return new Result(
        [
            .. Figure.Times("clientmgmt --help: time", names, [samples[0], samples[1]]),
            .. Figure.Times("clientmgmt client get: time", names, [samples[0], samples[2]]),
            Figure.Of("empty console program: ms", samples[0].Select(s => s.Microseconds / 1e3)),
        ]);
    }
}
