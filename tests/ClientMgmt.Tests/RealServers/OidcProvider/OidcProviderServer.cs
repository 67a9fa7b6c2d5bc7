using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.RealServers.OidcProvider;

/// <summary>oidc-provider, a registration server of other authors, on a loopback port of its own.</summary>
internal sealed class OidcProviderServer : IAsyncDisposable
{
    private static readonly string s_source = Path.Combine(Repository.Root, "tests", "ClientMgmt.Tests", "RealServers", "OidcProvider");
    private static readonly string[] s_files = ["package.json", "package-lock.json", "server.js"];
    private static readonly Lazy<Task<string>> s_installed = new(InstallAsync);
    private readonly Process _process;

    private OidcProviderServer(Process process, JsonNode ready)
    {
        _process = process;
        Issuer = (string)ready["issuer"]!;
        RegistrationEndpoint = new Uri((string)ready["registration_endpoint"]!);
    }

    public string Issuer { get; }

    public Uri RegistrationEndpoint { get; }

    /// <summary>Starts one; what server.js says about its options. Ignores the test where Node.js or the packages are not to be had.</summary>
    public static async Task<OidcProviderServer> StartAsync(params string[] options)
    {
        string folder = await s_installed.Value;
        Process process = Start("node", ["server.js", .. options], folder);
        string? ready = await process.StandardOutput.ReadLineAsync();
        if (ready is not null)
            return new OidcProviderServer(process, JsonNode.Parse(ready)!);
        string error = await process.StandardError.ReadToEndAsync();
        process.Dispose();
        throw new AssertionException($"oidc-provider does not start: {error}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Installs what the lock file names into a temporary folder, once for each content of the files.</summary>
    private static async Task<string> InstallAsync()
    {
        byte[] content = [.. s_files.SelectMany(name => File.ReadAllBytes(Path.Combine(s_source, name)))];
        string folder = Path.Combine(Path.GetTempPath(), "clientmgmt-oidc-provider-" + Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
        if (Directory.Exists(folder))
            return folder;
        string unfinished = Directory.CreateTempSubdirectory("clientmgmt-").FullName;
        foreach (string name in s_files)
            File.Copy(Path.Combine(s_source, name), Path.Combine(unfinished, name));
        using Process npm = Start("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], unfinished);
        npm.StandardInput.Close();
        Task<string> error = npm.StandardError.ReadToEndAsync();
        await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            Assert.Ignore($"oidc-provider cannot be installed here: npm ci ended with {npm.ExitCode}. {await error}");
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
            Assert.Ignore($"oidc-provider needs Node.js 20 or later, and '{program}' is not here.");
            throw;
        }
    }
}
