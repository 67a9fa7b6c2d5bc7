using System.Diagnostics;
using ClientMgmt.Benchmarks.Measuring;

namespace ClientMgmt.Benchmarks.Servers;

/// <summary>Other processes.</summary>
internal static class Child
{
    /// <summary>This program.</summary>
    public static string Self { get; } = typeof(Child).Assembly.Location;

    /// <summary>Starts this program once more, with its input and output connected.</summary>
    public static Process StartSelf(params string[] arguments) => Start([Self, .. arguments], Environment.CurrentDirectory);

    /// <summary>Runs the .NET CLI to its end, and returns what it printed.</summary>
    public static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        using Process process = Start(arguments, folder);
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
    }

    /// <summary>Runs a program to its end and measures it.</summary>
    /// <param name="command">What <c>dotnet</c> is to run.</param>
    public static async Task<Sample> MeasureAsync(string[] command)
    {
        TimeSpan used = ChildTime.Total();
        long start = Stopwatch.GetTimestamp();
        await RunAsync(Environment.CurrentDirectory, command);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        return new Sample(time.TotalMicroseconds, (ChildTime.Total() - used).TotalMicroseconds, 0);
    }

    private static Process Start(IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_NOLOGO"] = "1" },
        };
        return Process.Start(start)!;
    }
}
