using ClientMgmt.Backends;
using ClientMgmt.Registration;
using ClientMgmt.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClientMgmt;

/// <summary>Reaches the keys that a provider keeps.</summary>
public static class ClientRegistrationsServiceProviderExtensions
{
    /// <summary>Finds where a provider keeps the keys to its clients.</summary>
    /// <param name="services">The services of an application with <c>AddClientManagement</c>.</param>
    /// <param name="provider">The name of the provider.</param>
    /// <returns><see langword="null"/> if its clients have no keys of their own.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such provider.</exception>
    /// <exception cref="OptionsValidationException">There is a mistake in its options.</exception>
    public static ClientRegistrations? FindClientRegistrations(this IServiceProvider services, string provider)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        Provider known = services.GetRequiredService<ConfiguredProviders>().Get(provider);
        return BackendRegistry.Find(known.Options.Backend!.Value)!.FindRegistrations?.Invoke(known);
    }
}
