using System.Diagnostics;
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

    private static readonly string[] s_copied =
    [
        Project, "build", "specs", "nswag.json", "global.json", ".editorconfig", "README.md", "Directory.Build.props",
        "Directory.Packages.props",
    ];

    public static async Task<Result> RunAsync(Sizes sizes)
    {
        DirectoryInfo copy = Directory.CreateTempSubdirectory("clientmgmt-build-");
        try
        {
            foreach (string path in s_copied)
            {
                FileTree.Copy(Path.Combine(Repository.Root, path), Path.Combine(copy.FullName, path));
            }

            return new Result(await MeasureAsync(copy.FullName, sizes));
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private static async Task<List<Figure>> MeasureAsync(string root, Sizes sizes)
    {
        string objects = Path.Combine(root, Project, "obj", "Release");
        await Child.RunAsync(root, "restore", Project);
        string target = sizes.IsCleanBuildMeasured ? "Build" : "NSwagClients";
        await BuildAsync(root, target);
        (double noChange, string output) = await BuildAsync(root, target);
        var figures = new List<Figure>
        {
            Figure.Of("build without changes: clients generated", output.Split(Generated).Length - 1),
            Figure.Of("build without changes: seconds", noChange),
        };
        if (!sizes.IsCleanBuildMeasured)
        {
            return figures;
        }

        var more = new List<double>();
        for (int round = 0; round < sizes.JobRounds; round++)
        {
            Directory.Delete(objects, recursive: true);
            (double with, _) = await BuildAsync(root, target);
            FileTree.DeleteAllBut(objects, ".g.cs");
            (double without, _) = await BuildAsync(root, target);
            more.Add(with - without);
        }

        figures.Add(Figure.Of("clean build: seconds more than without generation", more));
        return figures;
    }

    private static async Task<(double Seconds, string Output)> BuildAsync(string root, string target)
    {
        long start = Stopwatch.GetTimestamp();
        string output = await Child.RunAsync(root, "build", Project, "-c", "Release", "--no-restore", "--nologo", $"-t:{target}");
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, output);
    }
}
