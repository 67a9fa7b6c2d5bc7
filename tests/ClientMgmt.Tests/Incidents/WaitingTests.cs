using ClientMgmt.Tests.Reliability;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Incidents;

/// <summary>Nothing waits for what does not concern it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WaitingTests
{
    private readonly ManualTime _time = new();

    [Test]
    public async Task An_open_breaker_refuses_creations_at_once_and_spends_nothing_of_the_budget()
    {
        bool isDown = true;
        using WireHost host = Resilient.Host(Backend.DocSpace, _time, r =>
        {
            (r.MaxRetryAttempts, r.MinimumThroughput) = (0, 2);
            r.RequestsPerMinute["POST"] = 10;
        }).OnAny((_, _) => Task.FromResult((isDown ? WireAnswer.Of(500) : WireAnswer.Of(201, DocSpaceOperations.Client)).ToResponse()));
        await Support.Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");
        await Support.Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");

        for (int i = 0; i < 13; i++)
        {
            Assert.That(
                async () => await host.Clients.CreateAsync(DocSpaceOperations.Metadata).InTimeAsync(),
                Throws.TypeOf<BackendUnavailableException>().With.Message.Contains("nothing was sent"));
        }

        _time.Advance(new ResilienceOptions().BreakDuration);
        isDown = false;
        for (int i = 0; i < 10; i++)
        {
            await host.Clients.CreateAsync(DocSpaceOperations.Metadata).InTimeAsync();
        }

        Assert.That(host.Requests, Has.Count.EqualTo(2 + 10));
    }

    [Test]
    public async Task What_tries_whether_the_server_works_again_does_not_wait_for_the_budget()
    {
        bool isDown = true;
        using WireHost host = Resilient.Host(Backend.AuthleteV3, _time, r =>
        {
            (r.MaxRetryAttempts, r.MinimumThroughput) = (0, 2);
            r.RequestsPerMinute["POST"] = 1;
        }).OnAny((_, _) => Task.FromResult((isDown ? WireAnswer.Of(500) : WireAnswer.Ok(AuthleteOperations.Client)).ToResponse()));
        await Support.Calls.CatchAsync(host.Clients, ClientOperation.Create, "17");
        await Support.Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");
        Assert.That(
            async () => await host.Clients.GetAsync("17").InTimeAsync(),
            Throws.TypeOf<BackendUnavailableException>().With.Property("Error").Property("RetryAfter").GreaterThan(TimeSpan.Zero));
        _time.Advance(new ResilienceOptions().BreakDuration);
        isDown = false;

        await host.Clients.CreateAsync(new ClientMetadata()).InTimeAsync();

        Assert.That((await host.Clients.GetAsync("17").InTimeAsync()).ClientId, Is.EqualTo("17"));
    }

    [Test]
    public async Task Creations_that_sleep_hold_up_no_reader()
    {
        var pause = TimeSpan.FromSeconds(3);
        DateTimeOffset end = _time.GetUtcNow() + pause;
        WireAnswer later = WireAnswer.Of(429) with { Headers = new Dictionary<string, string> { ["Retry-After"] = "3" } };
        using WireHost host = Resilient.Host(Backend.AuthleteV3, _time, r => r.MaxConcurrency = 2).OnAny((request, _) =>
            Task.FromResult((request.Method == HttpMethod.Post && _time.GetUtcNow() < end
                ? later
                : WireAnswer.Ok(AuthleteOperations.Client)).ToResponse()));
        Task<OAuthClient>[] asleep = [host.Clients.CreateAsync(new ClientMetadata()), host.Clients.CreateAsync(new ClientMetadata())];
        Assert.That((await _time.NextTimerAsync(), await _time.NextTimerAsync()), Is.EqualTo((pause, pause)));

        await host.Clients.GetAsync("17").InTimeAsync();

        Assert.That(asleep.Select(c => c.IsCompleted), Is.All.False);
        _time.Advance(pause);
        await Task.WhenAll(asleep).InTimeAsync();
    }
}
