using ClientMgmt.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt;

/// <summary>Adds to the registration of client management what a configuration section cannot hold.</summary>
public sealed class ClientManagementBuilder
{
    internal ClientManagementBuilder(IServiceCollection services) => Services = services;

    /// <summary>Where client management is registered.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a provider, or adds to one that the configuration holds.</summary>
    /// <param name="name">Its name; names are compared without case.</param>
    /// <param name="configure">Fills in its options.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or white space.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ClientManagementBuilder AddProvider(string name, Action<ProviderOptions> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure<ClientManagementOptions>(options => configure(options.GetOrAdd(name)));
        return this;
    }

    /// <summary>
    /// Configures the HTTP client of a provider: its handlers, which see every attempt, its primary handler, its default headers
    /// and version. Its base address and its User-Agent are the library's. Whatever is configured, no redirect is followed,
    /// no cookie is kept, and a change is sent once.
    /// </summary>
    /// <param name="provider">The name of the provider.</param>
    /// <param name="configure">For example <c>http =&gt; http.AddHttpMessageHandler&lt;AuditHandler&gt;()</c>.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is empty or white space.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ClientManagementBuilder ConfigureHttpClient(string provider, Action<IHttpClientBuilder> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        ArgumentNullException.ThrowIfNull(configure);
        configure(Services.AddHttpClient(ProviderHttpClient.NameOf(provider)));
        return this;
    }
}
