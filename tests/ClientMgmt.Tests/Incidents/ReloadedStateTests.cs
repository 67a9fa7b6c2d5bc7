using Microsoft.Extensions.DependencyInjection;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Incidents;

/// <summary>What a provider remembers belongs to its address and credential, and survives what does not concern it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReloadedStateTests
{
    private readonly ManualTime _time = new();

    [Test]
    public async Task At_another_address_the_old_breaker_refuses_nothing()
    {
        string host = "old.example.test";
        var server = new AnswerHandler((request, _) => Task.FromResult((request.RequestUri!.Host == "old.example.test"
            ? WireAnswer.Of(500)
            : WireAnswer.Ok(AuthleteOperations.Client)).ToResponse()));
        await using var application = Start(server, Backend.AuthleteV3, p =>
        {
            p.BaseAddress = new Uri($"https://{host}/");
            (p.Resilience.MaxRetryAttempts, p.Resilience.MinimumThroughput) = (0, 2);
        });
        for (int i = 0; i < 5; i++)
        {
            await Support.Calls.CatchAsync(application.Clients, ClientOperation.Get, "17");
        }

        Assert.That(server.Requests, Has.Count.EqualTo(2), "The breaker is not open.");
        host = "new.example.test";
        application.Reload.Now();

        Assert.That((await application.Clients.GetAsync("17")).ClientId, Is.EqualTo("17"));
    }

    [Test]
    public async Task A_callback_that_caught_another_value_is_asked_again()
    {
        string tenant = "one";
        var server = new AnswerHandler(WireAnswer.Ok(AuthleteOperations.Client));
        await using var application = Start(server, Backend.AuthleteV3, p =>
        {
            string caught = tenant;
            p.AccessToken = null;
            p.CredentialCallback = (_, _) => ValueTask.FromResult(ProviderCredential.FromAccessToken(new Secret(caught)));
        });
        await application.Clients.GetAsync("17");

        tenant = "two";
        application.Reload.Now();
        await application.Clients.GetAsync("17");

        Assert.That(server.Requests.Select(r => r.Header("Authorization")), Is.EqualTo(["Bearer one", "Bearer two"]));
    }

    [Test]
    public async Task A_changed_delay_does_not_refill_a_budget()
    {
        TimeSpan delay = TimeSpan.FromSeconds(1);
        var server = new AnswerHandler(WireAnswer.Of(201, DocSpaceOperations.Client));
        await using var application = Start(server, Backend.DocSpace, p =>
        {
            p.Resilience.RequestsPerMinute["POST"] = 2;
            p.Resilience.RetryDelay = delay;
        });
        await application.Clients.CreateAsync(DocSpaceOperations.Metadata);
        await application.Clients.CreateAsync(DocSpaceOperations.Metadata);

        delay = TimeSpan.FromSeconds(2);
        application.Reload.Now();
        Task<OAuthClient> third = application.Clients.CreateAsync(DocSpaceOperations.Metadata);

        Assert.That(await _time.NextTimerAsync(), Is.EqualTo(TimeSpan.FromSeconds(30)));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
        _time.Advance(TimeSpan.FromSeconds(30));
        await third.InTimeAsync();
    }

    private Application Start(AnswerHandler server, Backend backend, Action<ProviderOptions> change) => new(
        builder => builder
            .AddProvider("main", p =>
            {
                Application.Fill(p, backend);
                (p.Resilience.AttemptTimeout, p.Resilience.TotalTimeout) = (Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                change(p);
            })
            .ConfigureHttpClient("main", http => http.ConfigurePrimaryHttpMessageHandler(() => server)),
        _time);
}
