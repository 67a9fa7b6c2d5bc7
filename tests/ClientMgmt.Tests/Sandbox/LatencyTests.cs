using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>Every request waits, on the clock of the options.</summary>
public sealed class LatencyTests
{
    [Test]
    public async Task A_request_waits_and_is_hit_by_its_fault_then()
    {
        var clock = new ManualTime();
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions { TimeProvider = clock, Latency = TimeSpan.FromSeconds(5) });
        raw.Server.Faults.Add(new SandboxFault { Status = 503 });

        Task<Answer> first = raw.SendAsync("GET", "api/2.0/clients", null);
        TimeSpan wait = await clock.NextTimerAsync();
        int waiting = raw.Server.Faults.Snapshot().Count;
        Answer control = await raw.SendAsync("GET", "sandbox", null);
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.That((wait, waiting, control.Status, (await first).Status), Is.EqualTo((TimeSpan.FromSeconds(5), 1, 200, 503)));
    }

    [Test]
    public async Task Nothing_waits_any_more_when_the_server_stops()
    {
        var clock = new ManualTime();
        SandboxServer sandbox = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = clock, Latency = TimeSpan.FromHours(1) });
        using var http = new HttpClient();
        Task<string> call = http.GetStringAsync(sandbox.BaseAddress);
        await clock.NextTimerAsync();

        await sandbox.DisposeAsync().AsTask().InTimeAsync();

        Assert.That(() => call, Throws.TypeOf<HttpRequestException>());
    }

    [Test]
    public void Too_much_of_it_is_refused() => Assert.That(
        () => SandboxServer.StartAsync(new SandboxOptions { Latency = TimeSpan.FromDays(2) }), Throws.ArgumentException.With.Message.Contains("latency"));
}
