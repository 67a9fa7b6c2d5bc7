using System.Diagnostics;
using ClientMgmt.Cli;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Cli;

/// <summary>A real shell in a folder of its own, in which <c>clientmgmt</c> is the tool as it was built.</summary>
internal sealed class Bash : IAsyncDisposable
{
    public const string Platforms = "Linux";

    private const string Mark = "--- done ---";

    private readonly Process _process;
    private readonly TemporaryFolder _folder;

    private Bash(Process process, TemporaryFolder folder) => (_process, _folder) = (process, folder);

    public string Folder => _folder.Path;

    /// <param name="sandbox">What <c>clientmgmt sandbox</c> is given besides.</param>
    public static async Task<Bash> StartAsync(string sandbox = "")
    {
        var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["HOME"] = folder.Path, ["XDG_CONFIG_HOME"] = null, ["COLUMNS"] = null },
        };
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("ClientManagement__", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        var bash = new Bash(Process.Start(start)!, folder);
        await bash.WriteAsync($$"""
            exec 2>&1
            clientmgmt() {
              if [[ $1 == sandbox ]]; then set -- "$@" {{sandbox}}; fi
              '{{Path.ChangeExtension(typeof(ExitCode).Assembly.Location, null)}}' "$@"
            }
            """);
        return bash;
    }

    /// <summary>Gives a command and returns what it prints; of one that goes on, as many lines as asked for.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(string command, int linesToCome, CancellationToken cancellationToken)
    {
        await WriteAsync($"{command}\necho; echo '{Mark}'");
        var lines = new List<string>();
        bool isMarked = false;
        while (!isMarked || (command.EndsWith('&') && lines.Count(l => l.Length > 0) < linesToCome))
        {
            string? line = await _process.StandardOutput.ReadLineAsync(cancellationToken);
            isMarked |= line is null or Mark;
            lines.AddRange(line is null or Mark ? [] : [line]);
        }

        return [.. lines.Where(l => l.Length > 0)];
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private async Task WriteAsync(string text)
    {
        await _process.StandardInput.WriteLineAsync(text);
        await _process.StandardInput.FlushAsync();
    }
}
