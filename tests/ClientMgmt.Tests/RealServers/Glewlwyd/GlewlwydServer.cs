using System.Diagnostics;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.RealServers.Glewlwyd;

/// <summary>Glewlwyd of Debian, a registration server of other authors, on a loopback port of its own with a database of its own.</summary>
internal sealed class GlewlwydServer : IAsyncDisposable
{
    private const string Program = "/usr/bin/glewlwyd";
    private const string Schema = "/usr/share/doc/glewlwyd/database/init.sqlite3.sql.gz";
    private static readonly string s_source = Path.Combine(Repository.Root, "tests", "ClientMgmt.Tests", "RealServers", "Glewlwyd");
    private readonly Process _process;
    private readonly TemporaryFolder _folder;

    private GlewlwydServer(Process process, TemporaryFolder folder, int port)
    {
        _process = process;
        _folder = folder;
        RegistrationEndpoint = new Uri($"http://localhost:{port}/api/oidc/register");
    }

    public Uri RegistrationEndpoint { get; }

    public string Issuer => RegistrationEndpoint.AbsoluteUri[..^"/register".Length];

    /// <summary>Starts one, open to everybody. Ignores the test where it is not installed.</summary>
    public static async Task<GlewlwydServer> StartAsync()
    {
        if (!File.Exists(Program) || !File.Exists(Schema))
            Assert.Ignore("Glewlwyd is not installed here; Debian's package glewlwyd has it, and sqlite3 is needed too.");
        var folder = new TemporaryFolder();
        int port = LoopbackPort.Free();
        await CreateDatabaseAsync(Path.Combine(folder.Path, "glewlwyd.db"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "glewlwyd.conf"), Filled("glewlwyd.conf", folder.Path, port));
        var server = new GlewlwydServer(Start(Program, "--config-file=" + Path.Combine(folder.Path, "glewlwyd.conf")), folder, port);
        try
        {
            await AddPluginAsync($"http://localhost:{port}", Filled("plugin.json", folder.Path, port));
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
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private static string Filled(string name, string folder, int port) => File.ReadAllText(Path.Combine(s_source, name))
        .Replace("{folder}", folder, StringComparison.Ordinal).Replace("{port}", $"{port}", StringComparison.Ordinal);

    private static async Task CreateDatabaseAsync(string path)
    {
        using Process sqlite = Start("sqlite3", path);
        await using (var schema = new GZipStream(File.OpenRead(Schema), CompressionMode.Decompress))
            await schema.CopyToAsync(sqlite.StandardInput.BaseStream);
        sqlite.StandardInput.Close();
        await sqlite.StandardOutput.ReadToEndAsync();
        await sqlite.WaitForExitAsync();
    }

    /// <summary>Signs in as the administrator that the schema brings, and adds the OIDC plugin.</summary>
    private static async Task AddPluginAsync(string address, string plugin)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using HttpResponseMessage signedIn = await PostAsync(http, address + "/api/auth/", """{"username":"admin","password":"password"}""", null);
        string cookie = signedIn.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        using HttpResponseMessage added = await PostAsync(http, address + "/api/mod/plugin/", plugin, cookie);
        Assert.That(added.IsSuccessStatusCode, Is.True, await added.Content.ReadAsStringAsync());
    }

    /// <summary>Tries again while nobody listens yet.</summary>
    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string address, string body, string? cookie)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(50)))
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8) };
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                if (cookie is not null)
                    request.Headers.Add("Cookie", cookie);
                return await http.SendAsync(request);
            }
            catch (HttpRequestException) when (watch.Elapsed < TimeSpan.FromSeconds(20))
            {
            }
        }
    }

    private static Process Start(string program, string argument) => Process.Start(new ProcessStartInfo(program, [argument])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
