using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Reliability;

/// <summary>The library as applications have it, with the handler that it makes itself, against some address.</summary>
internal sealed class SocketHost : IDisposable
{
    private readonly ServiceProvider _services;

    public SocketHost(Backend backend, Uri address)
    {
        ProviderOptions provider = WireHost.Settings(backend);
        provider.Resilience = new ResilienceOptions();
        if (provider.BaseAddress is null)
        {
            (provider.Issuer, provider.RegistrationEndpoint) = (new Uri(address, "t"), new Uri(address, "t/register"));
        }
        else
        {
            provider.BaseAddress = address;
        }

        IServiceCollection services = new ServiceCollection().WithoutHandlerTimers();
        services.AddClientManagement(o => o.Providers["test"] = provider);
        _services = services.BuildServiceProvider();
    }

    public IClientManagement Clients => _services.GetRequiredService<IClientManagement>();

    public void Dispose() => _services.Dispose();
}
