using ClientMgmt.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Two writers at one server: in one process, or in two that know nothing of each other.</summary>
internal sealed class RaceHost : IAsyncDisposable
{
    private readonly TemporaryFolder _keys;
    private readonly TestHost _host;
    private readonly ServiceProvider[] _processes;

    private RaceHost(TemporaryFolder keys, TestHost host, ServiceProvider[] processes)
    {
        (_keys, _host, _processes) = (keys, host, processes);
        Store = new SoakStore(host);
        Sandbox = host.Sandbox;
    }

    public SoakStore Store { get; }

    public ClientMgmt.Sandbox.SandboxServer Sandbox { get; }

    public IClientManagement First => Clients(_processes[0]);

    public IClientManagement Second => Clients(_processes[^1]);

    /// <param name="provider">The server.</param>
    /// <param name="processes">How many.</param>
    /// <param name="script">Holds the requests of the first and the second process until it is their turn.</param>
    public static async Task<RaceHost> StartAsync(ProviderCase provider, int processes, RaceScript? script = null)
    {
        var keys = new TemporaryFolder();
        provider = provider with { KeyFolder = keys.Path };
        TestHost host = await TestHost.StartAsync(provider);
        return new RaceHost(
            keys, host, [.. Enumerable.Range(1, processes).Select(i => Start(provider.Settings(host.Sandbox.BaseAddress), script?.HandlerOf(i)))]);
    }

    public async Task<string> CreateAsync() => (await _host.CreateAsync()).ClientId;

    public SoakState Stored(string clientId) => Store.Find(clientId, "nobody")!;

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider process in _processes)
        {
            await process.DisposeAsync();
        }

        await _host.DisposeAsync();
        _keys.Dispose();
    }

    private static IClientManagement Clients(ServiceProvider process) => process.GetRequiredService<IClientManagement>();

    private static ServiceProvider Start(Dictionary<string, string?> settings, Func<DelegatingHandler>? handler)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(s => KeyValuePair.Create($"Providers:test:{s.Key}", s.Value))).Build();
        IServiceCollection services = new ServiceCollection().WithoutHandlerTimers();
        ClientManagementBuilder clients = services.AddClientManagement(configuration);
        if (handler is not null)
        {
            clients.ConfigureHttpClient("test", http => http.AddHttpMessageHandler(handler));
        }

        return services.BuildServiceProvider();
    }
}
