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
        Backend.DynamicRegistration => [.. Enumerable.Range(1, count).Select(Register)],
        _ => [.. Tool.Sandbox.Authlete.Seed(Service(provider), count).Select(id => $"{id}")],
    };

    protected int Count(Backend provider) => provider switch
    {
        Backend.DocSpace => Tool.Sandbox.DocSpace.Count(SandboxDefaults.Portal),
        Backend.DynamicRegistration => Tool.Sandbox.DynamicRegistration.Count,
        _ => Tool.Sandbox.Authlete.Count(Service(provider)),
    };

    protected static string Service(Backend provider) =>
        provider == Backend.AuthleteV2 ? SandboxDefaults.ServiceApiKey : SandboxDefaults.ServiceId;

    // Only who registers a client can manage it, so here it is the tool itself.
    private string Register(int number)
    {
        ToolResult created = RunJsonAsync(
            Backend.DynamicRegistration, "client", "create", "--client-name", $"Client {number}", "--redirect-uri", "https://client.example/cb")
            .GetAwaiter().GetResult();
        return created["client_id"] ?? throw new AssertionException(created.Error);
    }

    /// <summary>Lets requests hang until the tool gives up.</summary>
    /// <param name="after">How many of them are served before.</param>
    /// <param name="when">Which ones.</param>
    /// <param name="commit">Whether they have their effect.</param>
    /// <returns>Ends when the first one hangs.</returns>
    protected Task Hang(int after, Func<SandboxRequest, bool> when, bool commit = false)
    {
        var hit = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int seen = 0;
        Tool.Sandbox.Faults.Add(new SandboxFault
        {
            Times = null,
            Send = SandboxPart.None,
            Then = SandboxEnding.Hang,
            Commit = commit,
            When = request =>
            {
                if (!when(request) || Interlocked.Increment(ref seen) <= after)
                {
                    return false;
                }

                hit.TrySetResult();
                return true;
            },
        });
        return hit.Task;
    }

    /// <summary>Runs a command and presses Ctrl-C as soon as a request hangs.</summary>
    protected async Task<ToolResult> StopAsync(Task hit, params string[] args)
    {
        using var stop = new CancellationTokenSource();
        Task<ToolResult> run = Tool.RunAsync(args, stop.Token);
        await Task.WhenAny(hit, run);
        await stop.CancelAsync();
        return await run;
    }

    /// <summary>Runs a command with one of the providers.</summary>
    protected Task<ToolResult> RunAsync(Backend provider, params string[] args) =>
        Tool.RunAsync([.. args, "--provider", provider.ToString()]);

    /// <summary>The same, with its result as JSON.</summary>
    protected Task<ToolResult> RunJsonAsync(Backend provider, params string[] args) =>
        RunAsync(provider, [.. args, "--output", "json"]);
}
