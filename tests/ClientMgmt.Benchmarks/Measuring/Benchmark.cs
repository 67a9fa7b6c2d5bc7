using ClientMgmt.Benchmarks.Calls;
using ClientMgmt.Benchmarks.Growth;
using ClientMgmt.Benchmarks.Jobs;

namespace ClientMgmt.Benchmarks.Measuring;

/// <summary>Something that can be measured, by the name of its command.</summary>
internal sealed record Benchmark(string Name, string What, Func<Sizes, Task<Result>> RunAsync)
{
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("calls", "get and create in memory, side by side with the contestants", CallBenchmark.RunAsync),
        new("overhead", "what resilience and telemetry cost a call", OverheadBenchmark.RunAsync),
        new("list", "long lists, 20 ms a request", ListBenchmark.RunAsync),
        new("memory", "what a list keeps in memory", MemoryBenchmark.RunAsync),
        new("gets", "many gets, 64 at once", GetsBenchmark.RunAsync),
        new("start", "from the start of a process to its first answer", StartBenchmark.RunAsync),
        new("tool", "the tool's whole process, as it is published", ToolBenchmark.RunAsync),
        new("growth", "how cost grows with clients, calls at once and providers", GrowthBenchmark.RunAsync),
        new("bulk", "create, update and delete at a server's limits", BulkBenchmark.RunAsync),
        new("build", "what the generation of code costs a build", BuildBenchmark.RunAsync),
    ];

    public override string ToString() => Name;
}
