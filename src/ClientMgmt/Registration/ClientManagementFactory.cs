using ClientMgmt.Backends;
using ClientMgmt.Management;
using ClientMgmt.Wire;

namespace ClientMgmt.Registration;

/// <summary>Makes clients of providers; they are light, and share what the provider has to remember.</summary>
internal sealed class ClientManagementFactory(ProviderSet providers, WireServices services) : IClientManagementFactory
{
    public IReadOnlyCollection<string> Providers => providers.Names;

    public IClientManagement GetProvider() => GetProvider(providers.Default);

    public IClientManagement GetProvider(string provider)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        ProviderSetup setup = providers.Get(provider);
        BackendDefinition definition = BackendRegistry.Find(setup.Provider.Backend!.Value)!;
        ProviderSetup Now() => providers.Get(setup.Name, definition.Backend);
        return new ClientManagement(
            setup.Name, definition.Create(setup), Now, services.Telemetry, services.Time);
    }
}
