using System.Collections.Concurrent;
using ClientMgmt.Http;
using ClientMgmt.Telemetry;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Registration;

/// <summary>Makes adapters; they are light, read the options anew for each call, and share what a provider has to remember.</summary>
internal sealed class ClientManagementFactory(
    IOptionsMonitor<ClientManagementOptions> options,
    IHttpClientFactory clients,
    IHttpMessageHandlerFactory handlers,
    TimeProvider time,
    Instruments telemetry,
    IServiceProvider services) : IClientManagementFactory
{
    private readonly ConcurrentDictionary<string, ProviderContext> _contexts = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Providers => [.. options.CurrentValue.Providers.Keys];

    public IClientManagement GetProvider() => GetProvider(options.CurrentValue.DefaultProvider!);

    public IClientManagement GetProvider(string provider)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        if (!options.CurrentValue.Providers.TryGetValue(provider, out ProviderOptions? settings))
        {
            throw new ArgumentException(
                $"There is no provider '{Disclosure.Clean(provider, [])}'; configured are {string.Join(", ", Providers)}.", nameof(provider));
        }

        ProviderContext context =
            _contexts.GetOrAdd(provider, name => new ProviderContext(name, options, clients, handlers, time, telemetry));
        BackendDefinition definition = BackendRegistry.Find(settings.Backend!.Value)!;
        return new ObservedClientManagement(definition.Create(context, definition, services), telemetry, time);
    }
}
