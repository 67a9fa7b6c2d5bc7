using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>Where clients are registered, by what the server says of itself.</summary>
public sealed class DiscoveryTests
{
    private const string OpenId = "/t/.well-known/openid-configuration";
    private const string Inserted = "/.well-known/oauth-authorization-server/t";
    private const string Appended = "/t/.well-known/oauth-authorization-server";

    [TestCase(OpenId)]
    [TestCase(Inserted)]
    [TestCase(Appended)]
    public async Task The_metadata_are_at_one_of_three_places(string place)
    {
        using RegistrationHost host = Host((place, Metadata()));

        await host.CreateAsync();

        string[] places = [OpenId, Inserted, Appended];
        Assert.That(host.Requests.Select(r => new Uri(r.Url).AbsolutePath), Is.EqualTo(
            places.Take(Array.IndexOf(places, place) + 1).Append("/t/register").Append("/t/register/client-001")));
        Assert.That(host.Requests[0].Header("Authorization"), Is.Null);
    }

    [Test]
    public async Task A_document_without_the_endpoint_gives_way_to_the_next_one()
    {
        using RegistrationHost host = Host((OpenId, $$"""{"issuer":"{{WireHost.Issuer}}"}"""), (Inserted, Metadata()));

        await host.CreateAsync();

        Assert.That(host.Server.Ids, Has.Count.EqualTo(1));
    }

    [TestCase("https://as.example.test/t/")]
    [TestCase("https://as.example.test/t")]
    public async Task A_slash_at_the_end_of_the_issuer_does_not_matter(string issuer)
    {
        using RegistrationHost host = Host((OpenId, Metadata(issuer)));

        await host.CreateAsync();

        Assert.That(host.Server.Ids, Has.Count.EqualTo(1));
    }

    [TestCase("https://as.example.test/other")]
    [TestCase("https://evil.example/t")]
    public void The_metadata_of_another_issuer_are_not_taken(string issuer)
    {
        using RegistrationHost host = Host((OpenId, Metadata(issuer)));

        var error = Assert.ThrowsAsync<UnexpectedResponseException>(() => host.CreateAsync())!;

        Assert.That(error.Error.Summary, Does.Contain("those of another issuer"));
        Assert.That(host.Requests.Select(r => r.Method), Does.Not.Contain("POST"));
    }

    [TestCase("<html>Sign in</html>", 200)]
    [TestCase("", 302)]
    [TestCase("[]", 200)]
    [TestCase("", 401)]
    public void What_is_no_metadata_is_told_with_the_setting(string body, int status)
    {
        using RegistrationHost host = Host();
        host.Server.Before = (_, _) => Task.FromResult<HttpResponseMessage?>(FakeServer.Of(status, body));

        var error = Assert.ThrowsAsync<UnexpectedResponseException>(() => host.CreateAsync())!;

        Assert.That(error.Error.Summary, Does.Contain("RegistrationEndpoint"));
        Assert.That(host.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task The_endpoint_of_the_settings_wins_and_nothing_is_asked()
    {
        using var host = new RegistrationHost();

        await host.CreateAsync();

        Assert.That(host.Requests[0].Method, Is.EqualTo("POST"));
    }

    [Test]
    public async Task The_metadata_are_asked_for_once()
    {
        using RegistrationHost host = Host((OpenId, Metadata()));

        await host.CreateAsync();
        await host.CreateAsync();
        IReadOnlyList<OAuthScope> scopes = await host.Clients.Scopes.ListScopesAsync();

        Assert.That(host.Requests.Count(r => r.Url.Contains(".well-known")), Is.EqualTo(1));
        Assert.That(scopes.Select(s => s.Name), Is.EqualTo(new[] { "openid", "orders" }));
    }

    [Test]
    public async Task The_health_of_a_server_without_known_clients_is_asked_for_anew_each_time()
    {
        using RegistrationHost host = Host((OpenId, Metadata()));

        bool before = (await host.Clients.CheckHealthAsync()).IsHealthy;
        host.Server.Before = (_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded);

        Assert.That((before, (await host.Clients.CheckHealthAsync()).IsHealthy), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task The_zone_of_the_address_of_the_issuer_is_kept()
    {
        using var host = new RegistrationHost(p => (p.Issuer, p.RegistrationEndpoint) = (new Uri("https://[fe80::1%3]:8443/t"), null));
        var asked = new List<Uri>();
        host.Server.Before = (request, _) =>
        {
            asked.Add(request.RequestUri!);
            return Task.FromResult<HttpResponseMessage?>(FakeServer.Of(404));
        };

        Assert.That(async () => await host.CreateAsync(), Throws.InstanceOf<UnexpectedResponseException>());

        Assert.That(asked.Select(a => $"{a.DnsSafeHost} {a.Port} {a.AbsolutePath}"), Is.EqualTo(
            ((string[])[OpenId, Inserted, Appended]).Select(path => "fe80::1%3 8443 " + path)));
    }

    private static string Metadata(string issuer = WireHost.Issuer) =>
        $$"""{"issuer":"{{issuer}}","registration_endpoint":"{{FakeServer.Endpoint}}","scopes_supported":["openid","orders"]}""";

    private static RegistrationHost Host(params (string Path, string Document)[] documents)
    {
        var host = new RegistrationHost(p => p.RegistrationEndpoint = null);
        host.Server.Before = (request, _) => Task.FromResult(
            !request.RequestUri!.AbsolutePath.Contains("/.well-known/") ? null
            : documents.FirstOrDefault(d => d.Path == request.RequestUri.AbsolutePath) is { Document: { } document } ? FakeServer.Of(200, document)
            : FakeServer.Of(404));
        return host;
    }
}
