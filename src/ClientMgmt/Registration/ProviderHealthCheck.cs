using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Registration;

/// <summary>A provider as a health check of the host.</summary>
internal sealed class ProviderHealthCheck(IClientManagementFactory factory, string provider) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            ProviderHealth health = await factory.GetProvider(provider).CheckHealthAsync(cancellationToken).ConfigureAwait(false);
            return health.IsHealthy
                ? HealthCheckResult.Healthy()
                : new HealthCheckResult(context.Registration.FailureStatus, health.Error?.Summary);
        }
        catch (Exception e) when (e is OptionsValidationException or ArgumentException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, e.Message);
        }
    }
}
