using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClientMgmt.Tests.Incidents;

/// <summary>An application that registers the library as a test says. Its providers repeat at once.</summary>
internal sealed class Application : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Application(Action<ClientManagementBuilder> register, TimeProvider? time = null)
    {
        IServiceCollection services = new ServiceCollection().WithoutHandlerTimers();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddLogging(logging => logging.AddProvider(Log));
        services.AddSingleton(Reload.Source);
        register(services.AddClientManagement());
        _services = services.BuildServiceProvider();
    }

    public OptionsReload Reload { get; } = new();

    public MemoryLog Log { get; } = new();

    public IServiceProvider Services => _services;

    public IClientManagement Clients => Named("main");

    public IClientManagement Named(string provider) => _services.GetRequiredService<IClientManagementFactory>().GetProvider(provider);

    /// <summary>Settings with which a provider of this backend works.</summary>
    public static void Fill(ProviderOptions provider, Backend backend, Uri? address = null)
    {
        provider.Backend = backend;
        provider.BaseAddress = address ?? new Uri(WireHost.Address);
        provider.Resilience.RetryDelay = TimeSpan.Zero;
        switch (backend)
        {
            case Backend.AuthleteV2:
                (provider.ServiceApiKey, provider.ServiceApiSecret) = (WireHost.ServiceApiKey, new Secret(WireHost.ServiceApiSecret));
                provider.Developer = WireHost.Developer;
                break;
            case Backend.AuthleteV3:
                (provider.ServiceId, provider.AccessToken) = (WireHost.ServiceId, new Secret(WireHost.AccessToken));
                break;
            default:
                provider.Signature = new Secret(WireHost.Signature);
                provider.Resilience.RequestsPerMinute["*"] = 0;
                break;
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
