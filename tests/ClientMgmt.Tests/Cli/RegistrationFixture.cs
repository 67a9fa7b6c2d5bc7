using ClientMgmt.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Cli;

/// <summary>Tests of the tool with a provider of dynamic registration that names no store.</summary>
internal abstract class RegistrationFixture : ToolFixture
{
    private const string Provider = "as";

    protected DynamicRegistrationSandbox Server => Tool.Sandbox.DynamicRegistration;

    protected string Store => Tool.Path("state/clientmgmt/registrations");

    [SetUp]
    public void Configure()
    {
        string prefix = $"ClientManagement__Providers__{Provider}__";
        Tool.Variables[prefix + "Backend"] = "DynamicRegistration";
        Tool.Variables[prefix + "Issuer"] = Server.Issuer.AbsoluteUri;
        Tool.Variables[prefix + "InitialAccessToken"] = SandboxDefaults.InitialAccessToken;
        Tool.Variables[prefix + "Resilience__MaxRetryAttempts"] = "0";
        UseMachine("state");
    }

    /// <summary>Has the tool keep its state in another folder, as on another machine.</summary>
    protected void UseMachine(string folder) => Tool.Variables["XDG_STATE_HOME"] = Tool.Path(folder);

    protected Task<ToolResult> RunAsync(params string[] args) => Tool.RunAsync([.. args, "--provider", Provider]);

    protected Task<ToolResult> RunJsonAsync(params string[] args) => RunAsync([.. args, "--output", "json"]);

    /// <summary>Registers a client with the tool.</summary>
    protected async Task<string> CreateAsync()
    {
        ToolResult created = await RunJsonAsync("client", "create", "--client-name", "x", "--redirect-uri", "https://a.example/cb");
        Assert.That(created.ExitCode, Is.Zero, created.Error);
        return created["client_id"]!;
    }

    /// <summary>Changes what the store holds of a client, as another program would.</summary>
    protected Task ChangeAsync(string id, Func<ClientRegistration, ClientRegistration> change) =>
        UseStoreAsync(async (store, server) => await store.SaveAsync(server, change((await store.FindAsync(server, id))!)));

    private async Task UseStoreAsync(Func<IRegistrationStore, string, Task> use)
    {
        var services = new ServiceCollection();
        services.AddClientManagement().AddProvider("other", options =>
        {
            options.Backend = Backend.DynamicRegistration;
            options.Issuer = Server.Issuer;
            options.RegistrationStore = Store;
        });
        await using ServiceProvider built = services.BuildServiceProvider();
        (IRegistrationStore store, string server) = built.FindClientRegistrations("other")!;
        await use(store, server);
    }

    /// <summary>Puts a file in the place of a folder as soon as the server is asked to register a client.</summary>
    protected void BreakAtRegistration(string folder) => Tool.Sandbox.Faults.Add(new SandboxFault
    {
        Times = null,
        When = request =>
        {
            lock (Tool)
            {
                if (request.Method == "POST" && Directory.Exists(folder))
                {
                    Directory.Delete(folder, recursive: true);
                    File.WriteAllText(folder, "");
                }
            }

            return false;
        },
    });
}
