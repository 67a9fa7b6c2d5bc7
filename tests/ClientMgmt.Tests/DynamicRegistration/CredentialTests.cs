using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>The tokens that are not a client's own: for registrations, and for all clients.</summary>
public sealed class CredentialTests
{
    [TestCase(ClientOperation.Get)]
    [TestCase(ClientOperation.Update)]
    public async Task Another_client_is_none_where_one_token_manages_all(ClientOperation operation)
    {
        using var host = new RegistrationHost(p => (p.RegistrationStoreCallback, p.InitialAccessToken, p.ManagementToken) = (null, null, new Secret("all")));
        host.Server.Before = (_, _) => Task.FromResult<HttpResponseMessage?>(FakeServer.Of(200, """{"client_id":"other","client_name":"Other"}"""));

        var error = await Calls.CatchAsync(host.Clients, operation, "asked") as UnexpectedResponseException;

        Assert.That(error?.Message, Does.Contain("the server answered with another client"));
        Assert.That(host.Requests.Select(r => r.Method), Has.All.EqualTo("GET"));
    }

    [Test]
    public async Task Registration_may_be_open()
    {
        using var host = new RegistrationHost();

        await host.CreateAsync();

        Assert.That(host.Requests[0].Header("Authorization"), Is.Null);
    }

    [Test]
    public async Task An_initial_access_token_goes_with_the_registration_alone()
    {
        using var host = new RegistrationHost(p => p.InitialAccessToken = new Secret("initial-0001"));

        await host.Clients.GetAsync(await host.CreateAsync());

        Assert.That(host.Requests.Where(r => r.Header("Authorization") == "Bearer initial-0001").Select(r => r.Method), Is.EqualTo(new[] { "POST" }));
    }

    [Test]
    public async Task Each_registration_asks_the_callback_for_a_token_also_at_the_same_time()
    {
        int asked = 0;
        using var host = new RegistrationHost(p => p.CredentialCallback = (_, _) =>
            ValueTask.FromResult(ProviderCredential.FromInitialAccessToken(new Secret($"initial-{Interlocked.Increment(ref asked)}"))));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.CreateAsync()));

        Assert.That(
            host.Requests.Where(r => r.Method == "POST").Select(r => r.Header("Authorization")).Order(),
            Is.EqualTo(Enumerable.Range(1, 5).Select(i => $"Bearer initial-{i}")));
    }

    [Test]
    public async Task A_refused_initial_access_token_is_asked_for_once_more()
    {
        int asked = 0;
        using var host = new RegistrationHost(p => p.CredentialCallback = (_, _) =>
            ValueTask.FromResult(ProviderCredential.FromInitialAccessToken(new Secret($"initial-{++asked}"))));
        host.Server.Before = (request, _) => Task.FromResult(
            request.Headers.Authorization?.Parameter == "initial-1" ? FakeServer.Of(401) : null);

        await host.CreateAsync();

        Assert.That((asked, host.Server.Ids.Count), Is.EqualTo((2, 1)));
    }

    [Test]
    public void A_configured_token_that_is_refused_is_told_at_once()
    {
        using var host = new RegistrationHost(p => p.InitialAccessToken = new Secret("initial-0001"));
        host.Server.Before = (_, _) => Task.FromResult<HttpResponseMessage?>(FakeServer.Of(401, """{"error":"invalid_token"}"""));

        Assert.That(async () => await host.CreateAsync(), Throws.InstanceOf<AccessDeniedException>());
        Assert.That(host.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task One_token_that_manages_all_needs_no_store_and_finds_clients_below_the_endpoint()
    {
        using WireHost host = Managed().OnAny((request, _) => Task.FromResult(FakeServer.Of(
            request.Method == HttpMethod.Post ? 201 : request.Method == HttpMethod.Delete ? 204 : 200,
            """{"client_id":"a b/c","client_name":"One","registration_access_token":"registration-key","registration_client_uri":"https://elsewhere.example/x"}""")));

        OAuthClient created = await host.Clients.CreateAsync(new ClientMetadata { ClientName = "One" });
        await host.Clients.GetAsync(created.ClientId);
        await host.Clients.DeleteAsync(created.ClientId);

        Assert.That(host.Requests.Select(r => $"{r.Method} {r.Url}"), Is.EqualTo(new[]
        {
            $"POST {FakeServer.Endpoint}", $"GET {FakeServer.Endpoint}/a%20b%2Fc", $"GET {FakeServer.Endpoint}/a%20b%2Fc", $"DELETE {FakeServer.Endpoint}/a%20b%2Fc",
        }));
        Assert.That(host.Requests.Select(r => r.Header("Authorization")), Is.All.EqualTo("Bearer " + WireHost.ManagementToken));
        Assert.That(created.Metadata.Extensions, Is.Empty);
    }

    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("")]
    [TestCase("""{"client_name":"One"}""")]
    [TestCase("""{"client_id":"18","client_name":"One"}""")]
    public async Task A_client_whose_reading_back_is_none_is_handed_over_as_it_was_created(string readBack)
    {
        using WireHost host = Managed().OnAny((request, _) => Task.FromResult(
            request.Method == HttpMethod.Post ? FakeServer.Of(201, RegistrationOperations.Client) : FakeServer.Of(200, readBack)));

        OAuthClient created = await host.Clients.CreateAsync(new ClientMetadata { ClientName = "Old" });

        Assert.That((created.ClientId, created.ClientSecret?.Reveal()), Is.EqualTo(("17", RegistrationOperations.StoredSecret)));
    }

    [Test]
    public void An_update_whose_reading_back_is_no_client_has_an_unknown_outcome()
    {
        int reads = 0;
        using WireHost host = Managed().OnAny((request, _) => Task.FromResult(
            FakeServer.Of(200, request.Method == HttpMethod.Get && ++reads == 2 ? "{}" : RegistrationOperations.Client)));

        Assert.That(
            async () => await host.Clients.UpdateAsync("17", m => m with { ClientName = "New" }),
            Throws.TypeOf<OutcomeUnknownException>().With.Message.Contain("could not be read back"));
    }

    [Test]
    public void A_client_that_is_gone_is_not_found_by_the_token_that_manages_all()
    {
        using WireHost host = Managed().OnAny(WireAnswer.Of(404, """{"error":"invalid_request","error_description":"Client not found"}"""));

        Assert.That(async () => await host.Clients.GetAsync("gone"), Throws.InstanceOf<ClientNotFoundException>());
    }

    [Test]
    public async Task A_token_that_manages_all_is_renewed_by_the_callback()
    {
        int asked = 0;
        using WireHost host = WireHost.For(Backend.DynamicRegistration, p =>
        {
            p.ManagementToken = null;
            p.CredentialCallback = (_, _) => ValueTask.FromResult(ProviderCredential.FromManagementToken(new Secret($"management-{++asked}")));
        }).OnAny((request, _) => Task.FromResult(request.Headers.Authorization?.Parameter == "management-1"
            ? FakeServer.Of(401)
            : FakeServer.Of(200, """{"client_id":"a"}""")));

        await host.Clients.GetAsync("a");
        await host.Clients.GetAsync("a");

        Assert.That((asked, host.Requests.Count), Is.EqualTo((2, 3)));
    }

    [Test]
    public void The_token_that_manages_all_lists_nothing()
    {
        using WireHost host = Managed();

        Assert.That(host.Clients.Capabilities.Operations[ClientOperation.List].Supported, Is.False);
    }

    [TestCase(404, true, true)]
    [TestCase(401, true, false)]
    [TestCase(403, true, false)]
    [TestCase(500, false, null)]
    public async Task The_health_is_asked_for_by_an_id_that_nobody_has(int status, bool answers, bool? accepts)
    {
        using WireHost host = Managed().OnAny(WireAnswer.Of(status));

        ProviderHealth health = await host.Clients.CheckHealthAsync();

        Assert.That((health.Answers, health.AcceptsCredential), Is.EqualTo((answers, accepts)));
    }

    private static WireHost Managed() => WireHost.For(Backend.DynamicRegistration);
}
