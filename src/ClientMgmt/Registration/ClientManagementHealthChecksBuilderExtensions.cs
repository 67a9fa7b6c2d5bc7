using ClientMgmt;
using ClientMgmt.Registration;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds providers to the health checks of a host.</summary>
public static class ClientManagementHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check of whether a provider answers and accepts the credential
    /// (<see cref="ClientManagementHealthExtensions.CheckHealthAsync"/>).
    /// </summary>
    /// <param name="builder">The health checks, as <c>services.AddHealthChecks()</c> returns them.</param>
    /// <param name="provider">The name of the provider.</param>
    /// <param name="name">The name of the check. Default: that of the provider.</param>
    /// <param name="failureStatus">What a failure is reported as. Default: <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to filter checks by.</param>
    /// <param name="timeout">How long the check may take. Default: no bound but those of the provider.</param>
    /// <returns>The health checks.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is empty or white space.</exception>
    public static IHealthChecksBuilder AddClientManagement(
        this IHealthChecksBuilder builder,
        string provider,
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        return builder.Add(new HealthCheckRegistration(
            name ?? provider,
            services => new ProviderHealthCheck(services.GetRequiredService<IClientManagementFactory>(), provider),
            failureStatus,
            tags,
            timeout));
    }
}
