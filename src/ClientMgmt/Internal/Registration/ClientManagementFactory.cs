using ClientMgmt.Http;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Registration;

/// <summary>Makes adapters; they are light, and read the options anew for each call.</summary>
internal sealed class ClientManagementFactory(
    IOptionsMonitor<ClientManagementOptions> options, IHttpClientFactory clients, TimeProvider time, IServiceProvider services)
    : IClientManagementFactory
{
    public IReadOnlyCollection<string> Providers => [.. options.CurrentValue.Providers.Keys];

    public IClientManagement GetProvider() => GetProvider(options.CurrentValue.DefaultProvider!);

    public IClientManagement GetProvider(string provider)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        if (!options.CurrentValue.Providers.TryGetValue(provider, out ProviderOptions? settings))
        {
            throw new ArgumentException(
                $"There is no provider '{provider}'; configured are {string.Join(", ", Providers)}.", nameof(provider));
        }

        var context = new ProviderContext(provider, options, clients, time);
        BackendDefinition definition = BackendRegistry.Find(settings.Backend!.Value)!;
        return definition.Create(context, definition, services);
    }
}
