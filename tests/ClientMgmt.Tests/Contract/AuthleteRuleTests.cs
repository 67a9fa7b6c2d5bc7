using ClientMgmt.Tests.Reliability;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Contract;

/// <summary>What Authlete refuses or makes worse is refused before anything is sent.</summary>
public sealed class AuthleteRuleTests
{
    private static IEnumerable<ProviderCase> Both => [ProviderCases.AuthleteV2, ProviderCases.AuthleteV3];

    [TestCaseSource(nameof(Both))]
    public async Task A_confidential_client_does_not_lose_its_authentication_by_clearing(ProviderCase provider)
    {
        await using TestHost host = await TestHost.StartAsync(provider);
        OAuthClient client = await host.CreateAsync();
        host.Sandbox.ClearRequests();

        Assert.That(
            () => host.Clients.UpdateAsync(client.ClientId, c => c with { TokenEndpointAuthMethod = null }),
            Throws.TypeOf<OperationNotSupportedException>().With.Message.Contain("client_secret_basic"));
        Assert.That(host.Writes, Is.Empty);
        Assert.That(
            host.Clients.Capabilities.CheckUpdate(client.Metadata, client.Metadata with { TokenEndpointAuthMethod = null }).Select(e => e.Name),
            Is.EqualTo(new[] { "token_endpoint_auth_method" }));
    }

    [TestCaseSource(nameof(Both))]
    public async Task Two_subjects_of_a_certificate_are_refused_and_one_takes_the_place_of_another(ProviderCase provider)
    {
        await using TestHost host = await TestHost.StartAsync(provider);
        var both = new ClientMetadata { TlsClientAuthSubjectDn = "CN=a", TlsClientAuthSanDns = "" };

        Assert.That(
            () => host.Clients.CreateAsync(both),
            Throws.TypeOf<InvalidClientMetadataException>()
                .With.Message.Contain("tls_client_auth_subject_dn").And.Message.Contain("tls_client_auth_san_dns"));
        Assert.That(host.Writes, Is.Empty);
        OAuthClient client = await host.Clients.CreateAsync(both with { TlsClientAuthSanDns = null });
        Assert.That(
            () => host.Clients.UpdateAsync(client.ClientId, c => c with { TlsClientAuthSanIp = "127.0.0.1" }),
            Throws.TypeOf<InvalidClientMetadataException>());
        OAuthClient switched = await host.Clients.UpdateAsync(
            client.ClientId, c => c with { TlsClientAuthSubjectDn = null, TlsClientAuthSanIp = "127.0.0.1" });
        Assert.That((switched.Metadata.TlsClientAuthSubjectDn, switched.Metadata.TlsClientAuthSanIp), Is.EqualTo(((string?)null, "127.0.0.1")));
    }

    [Test]
    public async Task A_client_of_v2_has_a_developer_of_its_own_or_that_of_the_options()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV2, s => s["Developer"] = "options");

        OAuthClient one = await host.CreateAsync();
        OAuthClient other = await host.Clients.CreateAsync(new ClientMetadata().WithExtension("developer", "own"));

        Assert.That(
            new[] { one, other }.Select(c => c.Metadata.Extensions["developer"].GetString()), Is.EqualTo(new[] { "options", "own" }));
        Assert.That(host.Clients.Capabilities.Metadata["developer"].RequiredAtCreation, Is.False);
    }

    [Test]
    public async Task Without_either_nothing_is_sent_and_the_error_names_both()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV2, s => s["Developer"] = null);

        Assert.That(
            () => host.CreateAsync(),
            Throws.TypeOf<InvalidClientMetadataException>().With.Message.Contain("developer").And.Message.Contain("Developer"));
        Assert.That(host.Writes, Is.Empty);
        Assert.That(host.Clients.Capabilities.Metadata["developer"].RequiredAtCreation, Is.True);
    }

    [Test]
    public void The_developer_is_a_setting_of_v2_alone() => Assert.That(
        () => WireHost.For(Backend.AuthleteV3, o => o.Developer = "x").Clients, Throws.Exception.With.Message.Contain("Developer"));

    private const string Known = "AUTHORIZATION_CODE";

    [TestCase("grant_types")]
    [TestCase("response_types")]
    [TestCase("response_modes")]
    [TestCase("fapiModes")]
    public async Task A_500_for_a_word_that_the_specification_does_not_know_names_it(string name)
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        var words = System.Text.Json.JsonElement.Parse("""["NOVEL_WORD"]""");
        OAuthClient client = await host.CreateAsync();

        foreach (Func<Task> change in new Func<Task>[]
        {
            () => host.Clients.CreateAsync(new ClientMetadata().WithValue(name, words)),
            () => host.Clients.UpdateAsync(client.ClientId, c => c.WithValue(name, words)),
        })
        {
            InvalidClientMetadataException error = Assert.ThrowsAsync<InvalidClientMetadataException>(() => change())!;
            Assert.That((error.Error.FieldErrors.Single().Name, (int?)error.Error.StatusCode), Is.EqualTo((name, 500)));
            Assert.That(error.Message, Does.Contain("NOVEL_WORD"));
        }
    }

    [Test]
    public async Task Such_answers_are_no_sign_of_an_outage()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3, s => s["Resilience:MinimumThroughput"] = "2");
        for (int i = 0; i < 10; i++)
        {
            Assert.That(() => host.Clients.CreateAsync(new ClientMetadata { GrantTypes = ["novel"] }), Throws.TypeOf<InvalidClientMetadataException>());
        }

        Assert.That(async () => await host.CreateAsync(), Throws.Nothing);
    }

    [Test]
    public void A_500_without_such_a_word_is_a_failure_of_the_server() => Assert.That(
        () => WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Of(500)).Clients.CreateAsync(
            new ClientMetadata { GrantTypes = [GrantTypes.AuthorizationCode] }),
        Throws.TypeOf<OutcomeUnknownException>());

    // A newer server has shown the word itself.
    [Test]
    public void A_word_that_the_server_has_shown_is_not_suspected()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny((request, _) => Task.FromResult((request.Method == HttpMethod.Get
            ? WireAnswer.Ok($$"""{"clientId":17,"grantTypes":["{{Known}}","NEWER"]}""")
            : WireAnswer.Of(500)).ToResponse()));

        Assert.That(
            () => host.Clients.UpdateAsync("17", c => c with { GrantTypes = ["NEWER"] }),
            Throws.TypeOf<OutcomeUnknownException>());
    }
}
