using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Reliability;

/// <summary>The library as applications have it, with the handler that it makes itself, against some address.</summary>
internal sealed class SocketHost : IDisposable
{
    private readonly ServiceProvider _services;

    public SocketHost(Backend backend, Uri address)
    {
        var services = new ServiceCollection();
        services.AddClientManagement(o => o.Providers["test"] = new ProviderOptions
        {
            Backend = backend,
            BaseAddress = address,
            ServiceId = backend == Backend.AuthleteV3 ? WireHost.ServiceId : null,
            AccessToken = backend == Backend.AuthleteV3 ? new Secret(WireHost.AccessToken) : null,
            ServiceApiKey = backend == Backend.AuthleteV2 ? WireHost.ServiceApiKey : null,
            ServiceApiSecret = backend == Backend.AuthleteV2 ? new Secret(WireHost.ServiceApiSecret) : null,
            Developer = backend == Backend.AuthleteV2 ? WireHost.Developer : null,
            Signature = backend == Backend.DocSpace ? new Secret(WireHost.Signature) : null,
        });
        _services = services.BuildServiceProvider();
    }

    public IClientManagement Clients => _services.GetRequiredService<IClientManagement>();

    public void Dispose() => _services.Dispose();
}
