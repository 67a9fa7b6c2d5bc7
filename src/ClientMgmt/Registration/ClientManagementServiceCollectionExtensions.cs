using ClientMgmt;
using ClientMgmt.Backends;
using ClientMgmt.Http;
using ClientMgmt.Registration;
using ClientMgmt.Telemetry;
using ClientMgmt.Wire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers client management with dependency injection.</summary>
public static class ClientManagementServiceCollectionExtensions
{
    /// <summary>
    /// Registers the providers of a configuration section. A plain <see cref="IClientManagement"/> is the provider that
    /// <c>Provider</c> names. A keyed one, or <see cref="IClientManagementFactory"/>, reaches each by its name. Changes of a
    /// reloadable source take effect on the next resolution or call. If they have a mistake, the last good settings of that
    /// provider stay in force and an error is logged. When a host starts, all mistakes are reported together.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="section">The section, usually <c>configuration.GetSection("ClientManagement")</c>.</param>
    /// <returns>A builder, for what a section cannot hold.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ClientManagementBuilder AddClientManagement(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddSingleton<IOptionsChangeTokenSource<ClientManagementOptions>>(
            new ConfigurationChangeTokenSource<ClientManagementOptions>(section));
        services.AddSingleton<IConfigureOptions<ClientManagementOptions>>(new ConfigurationReader(section));
        return services.AddClientManagement();
    }

    /// <summary>Registers the providers that code describes; see the other overload.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configure">Fills in the options. It may also be used beside a section, to add what cannot stand there.</param>
    /// <returns>A builder, to add providers one by one.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ClientManagementBuilder AddClientManagement(
        this IServiceCollection services, Action<ClientManagementOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        return services.AddClientManagement();
    }

    /// <summary>Registers the providers that are added to the builder; see the other overloads.</summary>
    /// <param name="services">Where to register.</param>
    /// <returns>A builder, to add providers one by one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static ClientManagementBuilder AddClientManagement(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(s => s.ServiceType == typeof(ConfiguredProviders)))
        {
            return new ClientManagementBuilder(services);
        }

        services.AddHttpClient();

        // The first filter is the outermost, so that it has the last word; the first options are the defaults, which the
        // application's own, also those for all clients, come after.
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, ProviderHttpClient>());
        services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<HttpClientFactoryOptions>, ProviderHttpClient>());
        services.AddSingleton<ConfiguredProviders>();
        services.AddSingleton<WireServices>();
        services.AddSingleton<Passages>();
        services.AddSingleton<Instruments>();
        services.TryAddSingleton(TimeProvider.System);
        foreach (BackendDefinition backend in BackendRegistry.All)
        {
            backend.AddServices?.Invoke(services);
        }

        services.AddOptions<StartupCheck.Nothing>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<StartupCheck.Nothing>, StartupCheck>();
        services.TryAddSingleton<IClientManagementFactory, ClientManagementFactory>();
        services.TryAddTransient(provider => provider.GetRequiredService<IClientManagementFactory>().GetProvider());
        services.TryAddKeyedTransient<IClientManagement>(
            KeyedService.AnyKey,
            (provider, key) => provider.GetRequiredService<IClientManagementFactory>().GetProvider(
                key as string ?? throw new ArgumentException("The key of an IClientManagement is the name of a provider.")));
        return new ClientManagementBuilder(services);
    }
}
