using System.Diagnostics;
using System.Reflection;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Benchmarks.Servers;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Benchmarks.Jobs;

/// <summary>Builds of the library in a copy of the checkout: without changes, clean, and clean with the generated code in place.</summary>
internal static class BuildBenchmark
{
    private const string Project = "src/ClientMgmt";

    // What NSwag.targets prints for each client that it generates.
    private const string Generated = "NSwag: ";

    private static readonly string[] s_folders = [Project, "build", "specs"];

    public static async Task<Result> RunAsync(Sizes sizes)
    {
        if (!sizes.IsCleanBuildMeasured)
        {
            // What has just been built, and its code not even compiled.
            (_, string output) = await BuildAsync(Repository.Root, "NSwagCompile", Configuration());
            return new Result([CountGenerated(output)]);
        }

        using var copy = new TemporaryFolder();
        FileTree.CopyCheckout(s_folders, copy.Path);
        return new Result(await MeasureAsync(copy.Path, sizes));
    }

    private static async Task<Figure[]> MeasureAsync(string root, Sizes sizes)
    {
        string objects = Path.Combine(root, Project, "obj", "Release");
        await Child.RunAsync(root, "restore", Project);
        await BuildAsync(root);
        (double noChange, string output) = await BuildAsync(root);
        var more = new List<double>();
        for (int round = 0; round < sizes.JobRounds; round++)
        {
            Directory.Delete(objects, recursive: true);
            (double with, _) = await BuildAsync(root);
            FileTree.DeleteAllBut(objects, ".g.cs");
            (double without, _) = await BuildAsync(root);
            more.Add(with - without);
        }

        return
        [
            CountGenerated(output),
            Figure.Of("build without changes: seconds", noChange),
            Figure.Of("clean build: seconds more than without generation", more),
        ];
    }

    private static Figure CountGenerated(string output) =>
        Figure.Of("build without changes: clients generated", output.Split(Generated).Length - 1);

    private static string Configuration() =>
        typeof(BuildBenchmark).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private static async Task<(double Seconds, string Output)> BuildAsync(
        string root, string target = "Build", string configuration = "Release")
    {
        long start = Stopwatch.GetTimestamp();
        string output = await Child.RunAsync(
            root, "build", Project, "-c", configuration, "--no-restore", "--nologo", $"-t:{target}");
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, output);
    }
}
