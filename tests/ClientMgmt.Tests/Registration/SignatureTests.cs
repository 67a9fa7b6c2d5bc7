using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Registration;

public sealed class SignatureTests
{
    private readonly ManualTime _time = new();
    private TestHost _host = null!;

    private int Exchanges => _host.Sandbox.Requests.Count(r => r.Target.Contains("security/oauth2/token"));

    [SetUp]
    public async Task StartAsync() => _host = await TestHost.StartAsync(ProviderCases.DocSpace, time: _time);

    [TearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [TestCase(0, 1)]
    [TestCase(239, 1)]
    [TestCase(241, 2)]
    public async Task It_is_kept_for_four_of_its_five_minutes(int seconds, int expected)
    {
        await _host.Clients.Scopes.ListScopesAsync();
        _time.Advance(TimeSpan.FromSeconds(seconds));

        await Patience.UntilAsync(() => Exchanges >= expected, () => _host.Clients.Scopes.ListScopesAsync());

        Assert.That(Exchanges, Is.EqualTo(expected));
    }

    [TestCase(95, 1)]
    [TestCase(97, 2)]
    public async Task A_shorter_lifetime_is_minded(int seconds, int expected)
    {
        var portal = new DocSpacePortalOptions { SignatureLifetime = TimeSpan.FromMinutes(2), ClockTolerance = TimeSpan.Zero };
        await using TestHost host = await TestHost.StartAsync(
            ProviderCases.DocSpace with { Sandbox = new SandboxOptions { DocSpacePortals = [portal] } }, time: _time);
        await host.Clients.Scopes.ListScopesAsync();
        _time.Advance(TimeSpan.FromSeconds(seconds));

        int Exchanged() => host.Sandbox.Requests.Count(r => r.Target.Contains("security/oauth2/token"));
        await Patience.UntilAsync(() => Exchanged() >= expected, () => host.Clients.Scopes.ListScopesAsync());

        Assert.That(Exchanged(), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_failed_exchange_is_not_kept()
    {
        await using TestHost wrong = await TestHost.StartAsync(ProviderCases.DocSpace, settings => settings["ApiKey"] = "sk-wrong");
        await Calls.CatchAsync(wrong.Clients, ClientOperation.ListScopes, "");

        await Calls.CatchAsync(wrong.Clients, ClientOperation.ListScopes, "");

        Assert.That(wrong.Sandbox.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_ready_signature_is_used_as_it_is()
    {
        string? signature = null;
        await using TestHost host = await TestHost.StartAsync(ProviderCases.DocSpace, settings =>
        {
            settings["ApiKey"] = null;
            settings["Signature"] = "to be replaced";
        });
        signature = host.Sandbox.DocSpace.IssueSignature(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId);
        await using TestHost ready = await TestHost.StartAsync(ProviderCases.DocSpace, settings =>
        {
            settings["BaseAddress"] = host.Sandbox.BaseAddress.ToString();
            settings["ApiKey"] = null;
            settings["Signature"] = signature;
        });

        await ready.Clients.Scopes.ListScopesAsync();

        Assert.That(host.Sandbox.Requests.Select(r => r.Target), Is.EqualTo(new[] { "/api/2.0/scopes" }));
    }
}
