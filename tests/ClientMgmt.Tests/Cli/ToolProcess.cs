using System.Diagnostics;
using ClientMgmt.Cli.Errors;

namespace ClientMgmt.Tests.Cli;

/// <summary>The tool in a process of its own.</summary>
internal static class ToolProcess
{
    public static Process Start(Tool tool, IEnumerable<string> args, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(ExitCode).Assembly.Location, .. args])
        {
            WorkingDirectory = tool.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_DbgEnableMiniDump"] = "0" },
        };
        foreach ((string name, string value) in tool.Variables.Select(v => (v.Key, v.Value)).Concat(variables))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new AssertionException("The tool does not start.");
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<ToolResult> RunAsync(Tool tool, params string[] args)
    {
        using Process process = Start(tool, args);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ToolResult(process.ExitCode, output, await error);
    }
}
