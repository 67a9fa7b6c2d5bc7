using System.Diagnostics;

namespace ClientMgmt.Tests.Packages;

/// <summary>A program that runs in a folder as it would for a user: with nothing of this test run in its environment.</summary>
internal static class Command
{
    public static string DotNet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs it to its end.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="AssertionException">It failed; the message holds what it wrote.</exception>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> args, string folder, IReadOnlyDictionary<string, string?>? variables = null)
    {
        using Process process = Start(program, args, folder, variables);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new AssertionException($"{program} {string.Join(' ', args)}: {process.ExitCode}\n{output}{await error}");
    }

    public static Process Start(
        string program, IEnumerable<string> args, string folder, IReadOnlyDictionary<string, string?>? variables = null)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The build that started this test run leaves settings of its own behind.
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        // No server stays behind that would keep the output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach ((string name, string? value) in variables ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new AssertionException($"{program} does not start.");
    }
}
