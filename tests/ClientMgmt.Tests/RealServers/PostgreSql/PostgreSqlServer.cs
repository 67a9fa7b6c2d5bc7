using System.Diagnostics;
using ClientMgmt.Tests.Support;
using Npgsql;

namespace ClientMgmt.Tests.RealServers.PostgreSql;

/// <summary>PostgreSQL of Debian on a loopback port of its own, with its data in a folder of its own.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Versions = "/usr/lib/postgresql";
    private const string SystemUser = "postgres";
    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly TemporaryFolder _folder;

    private PostgreSqlServer(Process process, TemporaryFolder folder, int port)
    {
        (_process, _folder) = (process, folder);
        ConnectionString = $"Host=127.0.0.1;Port={port};Username={SystemUser};Database={SystemUser};Pooling=false";
    }

    public string ConnectionString { get; }

    /// <summary>Starts one. Ignores the test where it is not installed.</summary>
    public static async Task<PostgreSqlServer> StartAsync()
    {
        string? programs = Directory.Exists(Versions) ? Directory.EnumerateDirectories(Versions).Select(v => Path.Combine(v, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault() : null;
        if (programs is null)
        {
            Assert.Ignore("PostgreSQL is not installed here; Debian's package postgresql has it.");
        }

        var folder = new TemporaryFolder();
        string data = Path.Combine(folder.Path, "data");
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", SystemUser, folder.Path);
        }

        await RunAsync([.. AsUser(Path.Combine(programs!, "initdb"), "-D", data, "-A", "trust", "-U", SystemUser, "--no-sync")]);
        int port = LoopbackPort.Free();
        Process process = Start([.. AsUser(
            Path.Combine(programs!, "postgres"), "-D", data, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off")]);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new PostgreSqlServer(process, folder, port);
        try
        {
            await server.ReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private async Task ReadyAsync()
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(50)))
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString);
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (watch.Elapsed < s_start && !_process.HasExited)
            {
            }
        }
    }

    // It refuses to run as root.
    private static IEnumerable<string> AsUser(params string[] command) =>
        Environment.IsPrivilegedProcess ? command.Prepend("--").Prepend(SystemUser).Prepend("-u").Prepend("runuser") : command;

    private static async Task RunAsync(params string[] command)
    {
        using Process process = Start(command);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, await errors);
    }

    private static Process Start(string[] command) => Process.Start(new ProcessStartInfo(command[0], command[1..])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = "/",
    })!;
}
