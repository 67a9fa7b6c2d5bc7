using System.Diagnostics;

namespace ClientMgmt.Benchmarks.Servers;

/// <summary>Other processes.</summary>
internal static class Child
{
    /// <summary>Starts this program once more, with its input and output connected.</summary>
    public static Process StartSelf(params string[] arguments) =>
        Start([typeof(Child).Assembly.Location, .. arguments], Environment.CurrentDirectory);

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
