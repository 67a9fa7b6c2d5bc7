using System.Reflection;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.Logging;

namespace ClientMgmt.Tests.Telemetry;

/// <summary>The log messages: their ids never change, and each comes when it should.</summary>
public sealed class LogTests : WatchedFixture
{
    // What operators filter and alert by. A new message gets the next id; none is given to another message.
    private static readonly (int Id, string Name, LogLevel Level)[] s_events =
    [
        (1, "Retrying", LogLevel.Warning),
        (2, "Waited", LogLevel.Debug),
        (3, "CredentialFetched", LogLevel.Debug),
        (4, "CredentialRenewed", LogLevel.Information),
        (5, "CircuitOpened", LogLevel.Warning),
        (6, "CircuitClosed", LogLevel.Information),
        (7, "OutcomeUnknown", LogLevel.Warning),
        (8, "OutcomeSettled", LogLevel.Information),
        (9, "Completed", LogLevel.Debug),
        (10, "Failed", LogLevel.Debug),
        (11, "CredentialNotFetched", LogLevel.Warning),
        (12, "SettingsRefused", LogLevel.Error),
        (13, "Unconfirmed", LogLevel.Information),
        (14, "SecretReplaced", LogLevel.Warning),
        (15, "NoKey", LogLevel.Warning),
        (16, "LeftOut", LogLevel.Warning),
        (17, "NotReadBack", LogLevel.Warning),
        (18, "Waiting", LogLevel.Debug),
        (19, "WaitingForServer", LogLevel.Debug),
    ];

    internal static IEnumerable<(int Id, string Name, LogLevel Level)> Events =>
        typeof(IClientManagement).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(m => (Method: m, About: m.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(m => m.About is not null)
            .Select(m => (m.About!.EventId, m.About.EventName ?? m.Method.Name, m.About.Level));

    [Test]
    public void The_ids_names_and_levels_are_these() => Assert.That(Events.OrderBy(e => e.Id), Is.EqualTo(s_events));

    [Test]
    public async Task All_are_of_one_category()
    {
        using WireHost host = Host().OnAny(WireAnswer.Of(500));

        await Calls.CatchAsync(host.Clients, ClientOperation.Delete, "17");

        Assert.That(Own.Select(e => e.Category).Distinct(), Is.EqualTo(new[] { "ClientMgmt" }));
    }

    [Test]
    public async Task An_operation_that_succeeds_is_one_message()
    {
        using WireHost host = Host().OnAny(WireAnswer.Ok(AuthleteOperations.Client));

        await host.Clients.GetAsync("17");

        Assert.That(Own.Select(e => e.Message), Is.EqualTo(new[] { $"{Watch.Provider}: Get: done in 0 s." }));
    }

    [Test]
    public async Task A_retry_says_which_attempt_failed_why_and_when_the_next_one_follows()
    {
        using WireHost host = Host(p => p.Resilience.MaxRetryAttempts = 1).On(
            "GET /api/4242/client/get/17",
            WireAnswer.Of(503) with { Headers = new Dictionary<string, string> { ["Retry-After"] = "7" } },
            WireAnswer.Ok(AuthleteOperations.Client));

        await host.Clients.GetAsync("17");

        Assert.That(
            Own.Select(e => (e.Id.Id, e.Message)),
            Is.EqualTo(new[]
            {
                (1, $"{Watch.Provider}: Get: attempt 1 failed (503); the next one follows in 7 s."),
                (9, $"{Watch.Provider}: Get: done in 7 s."),
            }));
    }

    [Test]
    public async Task A_wait_is_told()
    {
        using WireHost host = Host(p => p.Resilience.RequestsPerMinute["GET"] = 1).OnAny(WireAnswer.Ok(AuthleteOperations.Client));

        await host.Clients.GetAsync("17");
        await host.Clients.GetAsync("17");

        Assert.That(Own.Select(e => e.Id.Name), Is.EqualTo(new[] { "Completed", "Waiting", "Waited", "Completed" }));
    }

    [Test]
    public async Task A_wait_that_the_server_asks_for_is_told()
    {
        using WireHost host = Host().On(
            "GET /api/4242/client/get/17",
            WireAnswer.Of(429) with { Headers = new Dictionary<string, string> { ["Retry-After"] = "7" } },
            WireAnswer.Ok(AuthleteOperations.Client));
        await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");

        await host.Clients.GetAsync("17");

        Assert.That(
            Own.Select(e => e.Message),
            Has.Member($"{Watch.Provider}: Get: waits 7 s, because the server said that there were too many requests."));
    }

    [Test]
    public async Task A_refused_credential_is_told_with_its_renewal()
    {
        using WireHost host = Portal().On(
                "GET /api/2.0/security/oauth2/token", WireAnswer.Ok("""{"response":"1"}"""), WireAnswer.Ok("""{"response":"2"}"""))
            .On("GET /api/2.0/scopes", WireAnswer.Of(403), WireAnswer.Ok("[]"));

        await host.Clients.Scopes.ListScopesAsync();

        Assert.That(
            Own.Select(e => e.Id.Name),
            Is.EqualTo(new[] { "CredentialFetched", "CredentialFetched", "CredentialRenewed", "Completed" }));
    }

    [Test]
    public async Task A_credential_that_cannot_be_fetched_is_told()
    {
        using WireHost host = Portal().OnAny(WireAnswer.Of(401));

        await Calls.CatchAsync(host.Clients, ClientOperation.ListScopes, "");

        Assert.That(
            Own.Select(e => e.Message.Split(": ", 2)[1]), Has.Member("a credential could not be fetched (401)."));
    }

    [Test]
    public async Task A_change_without_an_answer_is_told_and_what_settled_it()
    {
        using WireHost host = Host().On("DELETE /api/4242/client/delete/17", WireAnswer.Of(500))
            .On("GET /api/4242/client/get/17", WireAnswer.Of(404, UnknownClientTests.NoSuchClient));

        await host.Clients.DeleteAsync("17");

        Assert.That(Own.Select(e => e.Id.Name), Is.EqualTo(new[] { "OutcomeUnknown", "OutcomeSettled", "Completed" }));
    }

    [Test]
    public async Task The_circuit_breaker_says_when_it_opens_and_closes()
    {
        WireAnswer bad = WireAnswer.Of(500);
        using WireHost host = Host(p => p.Resilience.MinimumThroughput = 2)
            .On("GET /api/4242/client/get/17", bad, bad, WireAnswer.Ok(AuthleteOperations.Client));
        await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");
        await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");
        Time.Advance(TimeSpan.FromMinutes(1));

        await host.Clients.GetAsync("17");

        Assert.That(Own.Select(e => e.Id.Name).Where(n => n!.StartsWith("Circuit", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            "CircuitOpened", "CircuitClosed",
        }));
    }

    // .NET's own loggers of the HTTP client would write whole paths, with ids and subjects.
    [Test]
    public async Task Nobody_else_logs_the_requests()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3, watch: Watch);
        OAuthClient client = await host.CreateAsync();

        await host.Clients.Grants.GetGrantedScopesAsync(client.ClientId, ProviderCase.Subject);

        Assert.That(Watch.Log.Entries.Where(e => e.Category.StartsWith("System.Net.Http", StringComparison.Ordinal)), Is.Empty);
    }

    private IEnumerable<LogEntry> Own => Watch.Log.Entries.Where(e => e.Category.StartsWith("ClientMgmt", StringComparison.Ordinal));
}
