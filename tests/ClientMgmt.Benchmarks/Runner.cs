using System.Diagnostics;
using System.Globalization;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Benchmarks.Report;

namespace ClientMgmt.Benchmarks;

/// <summary>Runs benchmarks by name and tells what they found.</summary>
internal static class Runner
{
    private const string Command = "dotnet run -c Release --project tests/ClientMgmt.Benchmarks";
    private const int Reached = 0;
    private const int Missed = 1;
    private const int WrongUsage = 2;

    private static readonly string[] s_options = ["--quick", "--once", "--check", "--write"];

    public static string Usage => $"""
        {Command} -- <benchmark>... [--quick | --once] [--check] [--write]

          all        every one below
        {string.Join('\n', Benchmark.All.Select(b => $"  {b.Name,-10} {b.What}"))}
          bdn        the single calls with BenchmarkDotNet; what follows is for it

          --quick    fewer rounds and smaller jobs
          --once     each once, as the tests do it; the figures mean nothing then
          --check    exit status 1 if a target is missed
          --write    with all: put the results into README.md
        """;

    public static async Task<int> RunAsync(string[] arguments)
    {
        string[] names = [.. arguments.Where(a => !s_options.Contains(a))];
        Benchmark[] chosen = [.. Benchmark.All.Where(b => names.Contains(b.Name) || names.Contains("all"))];
        string[] unknown = [.. names.Except(Benchmark.All.Select(b => b.Name)).Where(n => n != "all")];
        bool isPartial = !names.Contains("all") || arguments.Contains("--quick") || arguments.Contains("--once");
        string? mistake = unknown.Length > 0 ? $"There is no benchmark '{unknown[0]}'."
            : arguments.Contains("--write") && isPartial ? "--write needs all, and neither --quick nor --once."
            : null;
        if (chosen.Length == 0 || mistake is not null)
        {
            await Console.Error.WriteLineAsync($"{mistake}\n\n{Usage}".TrimStart());
            return WrongUsage;
        }

        Sizes sizes = arguments.Contains("--once") ? Sizes.Tiny : arguments.Contains("--quick") ? Sizes.Quick : Sizes.Full;
        var results = new List<Result>();
        foreach (Benchmark benchmark in chosen)
        {
            long start = Stopwatch.GetTimestamp();
            results.Add(await benchmark.RunAsync(sizes));
            await Console.Error.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{benchmark.Name}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"));
        }

        Figure[] figures = [.. results.SelectMany(r => r.Figures)];
        string table = ResultTable.Write(figures);
        Console.WriteLine(table);
        if (arguments.Contains("--write"))
        {
            Readme.Write($"{Command} -- {string.Join(' ', arguments)}", table, [.. results.SelectMany(r => r.Series)]);
        }

        return arguments.Contains("--check") && ResultTable.Judged(figures).Any(j => !ResultTable.IsReached(j.Target, j.Figure, j.Processor)) ? Missed : Reached;
    }
}
