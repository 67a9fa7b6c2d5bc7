using ClientMgmt.Tests.Incidents;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Tests.Registration;

/// <summary>How a health check of the host reports a provider that is not healthy: as whoever added it wants, and with the reason.</summary>
public sealed class HealthCheckTests
{
    private static readonly WireAnswer s_answer = WireAnswer.Ok("""{"clients":[],"totalCount":0}""");

    [Test]
    public async Task A_provider_that_fails_is_reported_with_what_went_wrong()
    {
        await using Application application = Start("main", WireAnswer.Of(500));
        string? summary = (await application.Clients.CheckHealthAsync()).Error?.Summary;

        HealthCheckResult result = await CheckAsync(application);

        Assert.That((result.Status, result.Description), Is.EqualTo((HealthStatus.Degraded, summary)));
    }

    [Test]
    public async Task A_mistake_in_the_settings_is_reported_and_not_thrown()
    {
        await using Application application = Start("main", s_answer, p => p.ServiceId = null);

        HealthCheckResult result = await CheckAsync(application);

        Assert.That(
            (result.Status, result.Description), Is.EqualTo((HealthStatus.Degraded, "Providers:main:ServiceId is missing; AuthleteV3 needs it.")));
    }

    [Test]
    public async Task A_provider_that_does_not_exist_is_reported_and_not_thrown()
    {
        await using Application application = Start("nobody", s_answer);

        HealthCheckResult result = await CheckAsync(application);

        Assert.That(result.Status, Is.EqualTo(HealthStatus.Degraded));
        Assert.That(result.Description, Does.StartWith("There is no provider 'nobody'; configured are main."));
    }

    [Test]
    public async Task A_check_that_is_ended_says_nothing_of_the_provider()
    {
        await using Application application = Start("main", s_answer);

        Assert.That(
            () => CheckAsync(application, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    private static Task<HealthCheckResult> CheckAsync(Application application, CancellationToken cancellationToken = default)
    {
        HealthCheckRegistration check =
            application.Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations.Single();
        return check.Factory(application.Services).CheckHealthAsync(new HealthCheckContext { Registration = check }, cancellationToken);
    }

    private static Application Start(string isChecked, WireAnswer answer, Action<ProviderOptions>? change = null)
    {
        var server = new AnswerHandler(answer);
        return new Application(builder =>
        {
            builder.Services.AddHealthChecks().AddClientManagement(isChecked, failureStatus: HealthStatus.Degraded);
            builder.AddProvider("main", p =>
            {
                Application.Fill(p, Backend.AuthleteV3);
                p.Resilience.MaxRetryAttempts = 0;
                change?.Invoke(p);
            }).ConfigureHttpClient("main", http => http.ConfigurePrimaryHttpMessageHandler(() => server));
        });
    }
}
