using ClientMgmt;
using ClientMgmt.Http;
using ClientMgmt.Registration;
using ClientMgmt.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers client management with dependency injection.</summary>
public static class ClientManagementServiceCollectionExtensions
{
    /// <summary>
    /// Registers the providers of a configuration section. A plain <see cref="IClientManagement"/> is the provider that
    /// <c>Provider</c> names; a keyed one, or <see cref="IClientManagementFactory"/>, reaches each by its name. Changes of
    /// a reloadable source take effect on the next resolution or call.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="section">The section, usually <c>configuration.GetSection("ClientManagement")</c>.</param>
    /// <returns>
    /// The builder of the one HTTP client that all providers use, to add handlers of the application's own, which see every
    /// attempt, and default headers. Its base address, its time limit and its User-Agent are the library's.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddClientManagement(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddSingleton<IOptionsChangeTokenSource<ClientManagementOptions>>(
            new ConfigurationChangeTokenSource<ClientManagementOptions>(section));
        services.AddSingleton<IConfigureOptions<ClientManagementOptions>>(new ConfigurationReader(section));
        return services.AddCore();
    }

    /// <summary>Registers the providers that code describes; see the other overload.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configure">Fills in the options. It may also be used beside a section, to add what cannot stand there.</param>
    /// <returns>
    /// The builder of the one HTTP client that all providers use, to add handlers of the application's own, which see every
    /// attempt, and default headers. Its base address, its time limit and its User-Agent are the library's.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddClientManagement(
        this IServiceCollection services, Action<ClientManagementOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        return services.AddCore();
    }

    private static IHttpClientBuilder AddCore(this IServiceCollection services)
    {
        if (!services.Any(s => s.ServiceType == typeof(Registered)))
        {
            services.AddSingleton<Registered>();
            services.AddOptions<ClientManagementOptions>().ValidateOnStart();
            services.AddSingleton<IValidateOptions<ClientManagementOptions>, OptionsValidator>();
            services.TryAddSingleton(TimeProvider.System);
            foreach (BackendDefinition backend in BackendRegistry.All)
            {
                backend.AddServices?.Invoke(services);
            }

            services.TryAddSingleton<IClientManagementFactory, ClientManagementFactory>();
            services.TryAddTransient(provider => provider.GetRequiredService<IClientManagementFactory>().GetProvider());
            services.TryAddKeyedTransient<IClientManagement>(
                KeyedService.AnyKey,
                (provider, key) => provider.GetRequiredService<IClientManagementFactory>().GetProvider(
                    key as string ?? throw new ArgumentException("The key of an IClientManagement is the name of a provider.")));
            services.TryAddSingleton<Instruments>();
            services.AddHttpClient(ProviderContext.HttpClientName)
                .ConfigurePrimaryHttpMessageHandler(CreatePrimaryHandler)
                .RemoveAllLoggers();
        }

        return services.AddHttpClient(ProviderContext.HttpClientName);
    }

    // Redirects are not followed: rotating a secret is a GET on Authlete, and a credential must not go to another host.
    // Cookies are set by hand and never kept, because all providers share the handler.
    private static SocketsHttpHandler CreatePrimaryHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        Proxy = new DirectLoopback(HttpClient.DefaultProxy),
    };

    /// <summary>Says that the registration has been made, so that a second call adds options alone.</summary>
    private sealed class Registered;
}
