using ClientMgmt;
using ClientMgmt.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The store of registrations as a service.</summary>
public static class ClientRegistrationStoreServiceCollectionExtensions
{
    /// <summary>
    /// Adds the <see cref="IRegistrationStore"/> of the application, in its database. Add the context with
    /// <c>AddDbContextFactory</c>, and have providers use the store by <see cref="ProviderOptions.RegistrationStoreCallback"/>.
    /// </summary>
    /// <typeparam name="TContext">The application's context.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddClientRegistrationStore<TContext>(this IServiceCollection services)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IRegistrationStore>(application => new EntityFrameworkRegistrationStore<TContext>(
            application.GetRequiredService<IDbContextFactory<TContext>>(),
            application.GetService<TimeProvider>() ?? TimeProvider.System));
        return services;
    }
}
