using ClientMgmt.Management;
using ClientMgmt.Wire;

namespace ClientMgmt.Registration;

/// <summary>Makes clients of providers; they are light, and share what the provider has to remember.</summary>
internal sealed class ClientManagementFactory(ConfiguredProviders providers, WireServices services) : IClientManagementFactory
{
    public IReadOnlyCollection<string> Providers => providers.Names;

    public IClientManagement GetProvider() => GetProvider(providers.Default);

    public IClientManagement GetProvider(string provider)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        (Provider known, BackendAdapter adapter) = providers.Open(provider);
        Provider Now() => providers.Get(known.Name, known.Options.Backend!.Value);
        return new ClientManagement(known.Name, adapter, Now, services.Telemetry, services.Time);
    }
}
