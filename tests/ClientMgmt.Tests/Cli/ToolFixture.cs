using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Cli;

/// <summary>Tests of the tool: one sandbox and one folder for all of a fixture, emptied after each.</summary>
internal abstract class ToolFixture
{
    protected Tool Tool { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => Tool = await Tool.StartAsync();

    [TearDown]
    public void Reset() => Tool.Reset();

    [OneTimeTearDown]
    public async Task StopAsync() => await Tool.DisposeAsync();

    /// <summary>Clients that are there without the tool.</summary>
    protected string[] Seed(Backend provider, int count = 1) => provider switch
    {
        Backend.DocSpace => [.. Tool.Sandbox.DocSpace.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId, count)],
        _ => [.. Tool.Sandbox.Authlete.Seed(Service(provider), count).Select(id => $"{id}")],
    };

    protected int Count(Backend provider) => provider == Backend.DocSpace
        ? Tool.Sandbox.DocSpace.Count(SandboxDefaults.Portal)
        : Tool.Sandbox.Authlete.Count(Service(provider));

    protected static string Service(Backend provider) =>
        provider == Backend.AuthleteV2 ? SandboxDefaults.ServiceApiKey : SandboxDefaults.ServiceId;

    /// <summary>Runs a command with one of the providers.</summary>
    protected Task<ToolResult> RunAsync(Backend provider, params string[] args) =>
        Tool.RunAsync([.. args, "--provider", provider.ToString()]);

    /// <summary>The same, with its result as JSON.</summary>
    protected Task<ToolResult> RunJsonAsync(Backend provider, params string[] args) =>
        RunAsync(provider, [.. args, "--output", "json"]);
}
