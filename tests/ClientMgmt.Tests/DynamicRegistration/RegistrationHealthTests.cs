using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>What can be told of a server where no request may use up the initial access token.</summary>
public sealed class RegistrationHealthTests
{
    [Test]
    public async Task A_server_without_an_issuer_is_not_asked_while_no_client_is_known()
    {
        using var host = new RegistrationHost(p => p.Issuer = null);

        ProviderHealth health = await host.Clients.CheckHealthAsync();

        Assert.That((health, health.IsHealthy, host.Requests.Count), Is.EqualTo((new ProviderHealth(null, null), true, 0)));
    }

    [Test]
    public async Task A_client_that_is_known_shows_that_the_server_answers()
    {
        using var host = new RegistrationHost(p => p.Issuer = null);
        await host.CreateAsync();

        Assert.That(await host.Clients.CheckHealthAsync(), Is.EqualTo(new ProviderHealth(true, null)));
    }

    [Test]
    public async Task A_server_that_only_registers_is_asked_nothing_without_an_issuer()
    {
        using var host = new RegistrationHost(p => (p.Issuer, p.Server) = (null, RegistrationServer.Mcp));
        await host.Clients.CreateAsync(RegistrationHost.Sample with { TokenEndpointAuthMethod = "none" });

        Assert.That(await host.Clients.CheckHealthAsync(), Is.EqualTo(new ProviderHealth(null, null)));
    }

    [Test]
    public async Task The_metadata_of_an_issuer_show_that_the_server_answers()
    {
        using var host = new RegistrationHost();
        host.Server.Before = (request, _) => Task.FromResult<HttpResponseMessage?>(
            request.RequestUri!.AbsolutePath.Contains("/.well-known/") ? FakeServer.Of(200, $$"""{"issuer":"{{WireHost.Issuer}}"}""") : null);

        Assert.That(await host.Clients.CheckHealthAsync(), Is.EqualTo(new ProviderHealth(true, null)));
    }
}
