using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClientMgmt.Tests.Incidents;

/// <summary>A token that sees few of many clients is as good as any other for a health check.</summary>
public sealed class LimitedCredentialHealthTests
{
    [Test]
    public async Task A_check_tells_the_truth_with_one_or_two_requests()
    {
        var server = new AnswerHandler(WireAnswer.Ok("""{"clients":[],"totalCount":1000}"""));
        await using Application application = Start(server);

        Assert.That(await application.Clients.CheckHealthAsync().InTimeAsync(), Is.EqualTo(new ProviderHealth(true, true)));
        Assert.That(server.Requests, Has.Count.InRange(1, 2));
    }

    [Test]
    public async Task The_health_checks_of_a_host_report_it()
    {
        var server = new AnswerHandler(WireAnswer.Ok("""{"clients":[],"totalCount":1000}"""));
        await using Application application = Start(server);

        HealthReport report = await application.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync().InTimeAsync();

        Assert.That((report.Status, report.Entries.Keys.Single()), Is.EqualTo((HealthStatus.Healthy, "main")));
    }

    private Application Start(AnswerHandler server) => new(builder =>
    {
        builder.Services.AddHealthChecks().AddClientManagement("main");
        builder
            .AddProvider("main", p => Application.Fill(p, Backend.AuthleteV3))
            .ConfigureHttpClient("main", http => http.ConfigurePrimaryHttpMessageHandler(() => server));
    });
}
