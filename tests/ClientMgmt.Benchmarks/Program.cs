using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ClientMgmt.Benchmarks.Calls;
using ClientMgmt.Benchmarks.Jobs;
using ClientMgmt.Benchmarks.Servers;

namespace ClientMgmt.Benchmarks;

internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments.FirstOrDefault())
        {
            case "first":
                await StartBenchmark.AnswerAsync(arguments);
                return 0;
            case "foundation":
                await StartBenchmark.AnswerWithoutLibraryAsync(arguments);
                return 0;
            case "loop":
                await Loop.RunAsync(arguments);
                return 0;
            case "nothing":
                return 0;
            case "serve":
                await StubServer.RunAsync();
                return 0;
            case "bdn":
                RunBenchmarkDotNet(arguments[1..]);
                return 0;
            default:
                return await Runner.RunAsync(arguments);
        }
    }

    // In this process: version 0.14.0 cannot build projects for .NET 10.
    private static void RunBenchmarkDotNet(string[] arguments) => BenchmarkRunner.Run<CallBenchmarks>(
        DefaultConfig.Instance
            .AddJob(Job.MediumRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet")),
        arguments);
}
