using ClientMgmt.Cli;
using ClientMgmt.Cli.Configuration;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Cli;

/// <summary>The tool in a folder of its own, configured for a sandbox.</summary>
internal sealed class Tool : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private Tool(SandboxServer sandbox) => Sandbox = sandbox;

    public SandboxServer Sandbox { get; }

    public string Folder => _folder.Path;

    /// <summary>The environment variables that the tool sees: no others reach it.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>What else of its environment is to be different.</summary>
    public Func<ToolEnvironment, ToolEnvironment> Change { get; set; } = environment => environment;

    /// <summary>
    /// Those that do what no standard has: they disable clients, rotate secrets and know grants; and whoever has the credential sees
    /// all clients there.
    /// </summary>
    public static IReadOnlyList<Backend> Vendors { get; } = [Backend.AuthleteV2, Backend.AuthleteV3, Backend.DocSpace];

    /// <summary>The backends that the configuration of <c>clientmgmt sandbox</c> has a provider of.</summary>
    public static IReadOnlyList<Backend> Backends { get; } = [.. Vendors, Backend.DynamicRegistration];

    public static async Task<Tool> StartAsync()
    {
        SandboxServer sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            DocSpacePortals = [new() { Generation = DocSpaceGeneration.Next, Limits = DocSpaceLimits.None }],
        });
        var tool = new Tool(sandbox);
        tool.Reset();
        return tool;
    }

    /// <summary>Makes everything as it was at first.</summary>
    public void Reset()
    {
        Sandbox.Reset();
        Change = environment => environment;
        Variables.Clear();
        foreach (string provider in Backends.Select(b => b.ToString()))
        {
            Variables[$"ClientManagement__Providers__{provider}__Resilience__RequestsPerMinute__*"] = "0";
            Variables[$"ClientManagement__Providers__{provider}__Resilience__MaxRetryAttempts"] = "0";
        }

        // Every run of the tool is a program of its own, which memory would not outlive.
        Variables["ClientManagement__Providers__DynamicRegistration__RegistrationStore"] = Path("registrations");

        Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);

        Write("clientmgmt.json", SandboxSettings.ToJson(Sandbox));
    }

    public string Path(string file) => System.IO.Path.Combine(Folder, file);

    public void Write(string file, string text) => File.WriteAllText(Path(file), text);

    public Task<ToolResult> RunAsync(params string[] args) => RunAsync(args, CancellationToken.None);

    public Task<ToolResult> RunAsync(string[] args, CancellationToken cancellationToken) =>
        RunAsync(args, new StringWriter(), cancellationToken);

    public async Task<ToolResult> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        using var error = new StringWriter();
        ToolEnvironment environment = Change(new ToolEnvironment { Variables = Variables, CurrentFolder = Folder });
        int exitCode = await Program.RunAsync(args, output, error, environment, cancellationToken);
        return new ToolResult(exitCode, output.ToString()!, error.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _folder.Dispose();
    }
}
