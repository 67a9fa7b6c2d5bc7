using System.Diagnostics;
using System.Text;
using ClientMgmt.Cli.Errors;

namespace ClientMgmt.Tests.Cli;

/// <summary>The tool in a process of its own.</summary>
internal static class ToolProcess
{
    public static Process Start(Tool tool, IEnumerable<string> args, params (string Name, string Value)[] variables) =>
        Start(tool, "dotnet", ["exec", typeof(ExitCode).Assembly.Location, .. args], variables);

    /// <summary>Runs it to its end.</summary>
    public static Task<ToolResult> RunAsync(Tool tool, params string[] args) => EndAsync(Start(tool, args));

    /// <summary>Runs a line of a shell in which <c>clientmgmt</c> is the tool.</summary>
    public static Task<ToolResult> ShellAsync(Tool tool, string line) => EndAsync(Start(
        tool, "bash", ["-c", $"clientmgmt() {{ '{Path.ChangeExtension(typeof(ExitCode).Assembly.Location, null)}' \"$@\"; }}\n{line}"], []));

    private static async Task<ToolResult> EndAsync(Process process)
    {
        using (process)
        {
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return new ToolResult(process.ExitCode, output, await error);
        }
    }

    private static Process Start(Tool tool, string program, IEnumerable<string> args, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = tool.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["DOTNET_DbgEnableMiniDump"] = "0" },
        };
        foreach ((string name, string value) in tool.Variables.Select(v => (v.Key, v.Value)).Concat(variables))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new AssertionException($"{program} does not start.");
    }
}
