using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.RealServers;

/// <summary>A registration server of other authors that runs on Node.js, on a loopback port of its own.</summary>
internal sealed class NodeServer : IAsyncDisposable
{
    private static readonly string[] s_files = ["package.json", "package-lock.json", "server.js"];
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> s_installed = new();
    private readonly Process _process;

    private NodeServer(Process process, JsonNode ready)
    {
        _process = process;
        Issuer = (string)ready["issuer"]!;
        RegistrationEndpoint = new Uri((string)ready["registration_endpoint"]!);
    }

    public string Issuer { get; }

    public Uri RegistrationEndpoint { get; }

    /// <summary>oidc-provider; what its server.js says about the options.</summary>
    public static Task<NodeServer> OidcProviderAsync(params string[] options) => StartAsync("OidcProvider", options);

    /// <summary>The registration handler of the MCP SDK, with no limit for registrations but with --limited.</summary>
    public static Task<NodeServer> McpAsync(params string[] options) => StartAsync("Mcp", options);

    /// <summary>Ignores the test where Node.js or the packages are not to be had.</summary>
    private static async Task<NodeServer> StartAsync(string name, string[] options)
    {
        string folder = await s_installed.GetOrAdd(name, key => new Lazy<Task<string>>(() => InstallAsync(key))).Value;
        Process process = Start("node", ["server.js", .. options], folder);
        string? ready = await process.StandardOutput.ReadLineAsync();
        if (ready is not null)
            return new NodeServer(process, JsonNode.Parse(ready)!);
        string error = await process.StandardError.ReadToEndAsync();
        process.Dispose();
        throw new AssertionException($"{name} does not start: {error}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Installs what the lock file names into a temporary folder, once for each content of the files.</summary>
    private static async Task<string> InstallAsync(string name)
    {
        string source = Path.Combine(Repository.Root, "tests", "ClientMgmt.Tests", "RealServers", name);
        byte[] content = [.. s_files.SelectMany(file => File.ReadAllBytes(Path.Combine(source, file)))];
        string folder = Path.Combine(Path.GetTempPath(), $"clientmgmt-{name}-" + Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
        if (Directory.Exists(folder))
            return folder;
        string unfinished = Directory.CreateTempSubdirectory("clientmgmt-").FullName;
        foreach (string file in s_files)
            File.Copy(Path.Combine(source, file), Path.Combine(unfinished, file));
        using Process npm = Start("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], unfinished);
        npm.StandardInput.Close();
        Task<string> error = npm.StandardError.ReadToEndAsync();
        await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            Assert.Ignore($"{name} cannot be installed here: npm ci ended with {npm.ExitCode}. {await error}");
        try
        {
            Directory.Move(unfinished, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another test run was faster.
        }

        return folder;
    }

    private static Process Start(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"This needs Node.js 20 or later, and '{program}' is not here.");
            throw;
        }
    }
}
