extern alias Library;

using ClientMgmt.Sandbox;
using Library::ClientMgmt;
using Library::Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers client management with what a sandbox serves as its providers, in one line.</summary>
public static class SandboxServiceCollectionExtensions
{
    /// <summary>
    /// Registers the providers of <see cref="SandboxServer.Settings"/>: AuthleteV3, which a plain <c>IClientManagement</c> is, AuthleteV2,
    /// DocSpace and DynamicRegistration. The library has the clock of the sandbox, unless a <see cref="TimeProvider"/> is registered.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="sandbox">A server that runs.</param>
    /// <returns>A builder, to add more.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ClientManagementBuilder AddClientManagement(this IServiceCollection services, SandboxServer sandbox)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(sandbox);
        services.TryAddSingleton(sandbox.Clock);
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(sandbox.Settings).Build();
        return services.AddClientManagement(configuration.GetSection("ClientManagement"));
    }
}
