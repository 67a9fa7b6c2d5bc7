using System.ComponentModel;
using System.Diagnostics;
using ClientMgmt.Cli.Errors;

namespace ClientMgmt.Cli.Options;

/// <summary>The editor of the user: <c>$VISUAL</c>, or else <c>$EDITOR</c>, which may be a command with arguments.</summary>
internal static class Editor
{
    /// <exception cref="UsageException">There is none.</exception>
    public static string Find(ToolEnvironment environment) => environment.Variable("VISUAL") ?? environment.Variable("EDITOR")
        ?? throw new UsageException("no editor is known; set the variable VISUAL or EDITOR, for example to nano.");

    /// <summary>Opens a file and waits until the editor has ended.</summary>
    /// <exception cref="ToolException">It could not be started, or ended with an error.</exception>
    public static async Task RunAsync(string editor, string file)
    {
        // A shell takes the words apart as the user meant them; the file is no part of its text.
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "cmd.exe" : "/bin/sh") { UseShellExecute = false };
        foreach (string argument in OperatingSystem.IsWindows() ? ["/c", $"{editor} \"{file}\""] : (string[])["-c", $"{editor} \"$1\"", "sh", file])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using Process process = Process.Start(start) ?? throw new Win32Exception("no process");

            // Ctrl-C is the editor's: it has the terminal, and the file is its work.
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new ToolException($"the editor ({editor}) ended with {process.ExitCode}; nothing was changed.");
            }
        }
        catch (Win32Exception e)
        {
            throw new ToolException($"the editor ({editor}) cannot be started: {e.Message}");
        }
    }
}
