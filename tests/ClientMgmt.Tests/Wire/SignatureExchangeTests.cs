namespace ClientMgmt.Tests.Wire;

/// <summary>How a credential of a DocSpace portal becomes the signature that the operations need.</summary>
public sealed class SignatureExchangeTests
{
    private const string Exchange = "GET /api/2.0/security/oauth2/token";
    private const string Read = "GET /api/2.0/clients/17";
    private const string Issued = "issued-signature-0001";

    private static readonly WireAnswer s_issued =
        WireAnswer.Ok($$"""{"response":"{{Issued}}","count":1,"links":[{"href":"x"}],"status":0,"statusCode":200}""");

    private static IEnumerable<TestCaseData> Credentials()
    {
        yield return new TestCaseData(
            "ApiKey", (ProviderOptions o) => o.ApiKey = new Secret(WireHost.ApiKey), "Bearer sk-api-key-0001", null);
        yield return new TestCaseData(
            "AccessToken", (ProviderOptions o) => o.AccessToken = new Secret(WireHost.AccessToken), "Bearer access-token-0001", null);
        yield return new TestCaseData(
            "AscAuthKey", (ProviderOptions o) => o.AscAuthKey = new Secret(WireHost.AscAuthKey), null, "asc_auth_key=asc-auth-key-0001");
    }

    [TestCaseSource(nameof(Credentials))]
    public async Task A_portal_credential_is_exchanged_before_the_first_operation(
        string kind, Func<ProviderOptions, Secret> set, string? authorization, string? cookie)
    {
        using WireHost host = Portal(set);

        await host.Clients.GetAsync("17");

        Assert.That(host.Requests.Select(r => r.Line), Is.EqualTo([Exchange, Read]), kind);
    }

    [TestCaseSource(nameof(Credentials))]
    public async Task The_exchange_carries_the_portal_credential_alone(
        string kind, Func<ProviderOptions, Secret> set, string? authorization, string? cookie)
    {
        using WireHost host = Portal(set);

        await host.Clients.GetAsync("17");

        Assert.That(Headers(host.Requests[0]), Is.EqualTo((authorization, cookie, (string?)null)), kind);
    }

    [TestCaseSource(nameof(Credentials))]
    public async Task The_operation_carries_the_signature_alone(
        string kind, Func<ProviderOptions, Secret> set, string? authorization, string? cookie)
    {
        using WireHost host = Portal(set);

        await host.Clients.GetAsync("17");

        Assert.That(Headers(host.Requests[1]), Is.EqualTo(((string?)null, (string?)null, Issued)), kind);
    }

    [Test]
    public async Task The_exchange_has_a_user_agent()
    {
        using WireHost host = Portal(o => o.ApiKey = new Secret(WireHost.ApiKey));

        await host.Clients.GetAsync("17");

        Assert.That(host.Requests[0].Header("User-Agent"), Does.StartWith("ClientMgmt/"));
    }

    [Test]
    public async Task A_signature_serves_the_operations_that_follow()
    {
        using WireHost host = Portal(o => o.ApiKey = new Secret(WireHost.ApiKey));

        await host.Clients.GetAsync("17");
        await host.Clients.GetAsync("17");

        Assert.That(host.Requests.Select(r => r.Line), Is.EqualTo([Exchange, Read, Read]));
    }

    [Test]
    public async Task A_ready_signature_is_not_exchanged()
    {
        using WireHost host = Portal(o => o.Signature = new Secret(WireHost.Signature));

        await host.Clients.GetAsync("17");

        Assert.That(host.Requests.Select(Headers), Is.EqualTo([((string?)null, (string?)null, WireHost.Signature)]));
    }

    [Test]
    public async Task Public_info_needs_neither_a_credential_nor_an_exchange()
    {
        using WireHost host = Portal(o => o.ApiKey = new Secret(WireHost.ApiKey))
            .On("GET /api/2.0/clients/17/public/info", WireAnswer.Ok(DocSpaceOperations.Client));

        await host.Clients.ConsentViews.GetPublicInfoAsync("17");

        Assert.That(host.Requests.Select(Headers), Is.EqualTo([((string?)null, (string?)null, (string?)null)]));
    }

    [Test]
    public async Task The_exchange_keeps_its_path_under_the_second_path_prefix()
    {
        using WireHost host = Portal(o =>
        {
            o.PathPrefix = "api/2.0/oauth2";
            return o.ApiKey = new Secret(WireHost.ApiKey);
        }).On("GET /api/2.0/oauth2/clients/17", WireAnswer.Ok(DocSpaceOperations.Client));

        await host.Clients.GetAsync("17");

        Assert.That(host.Requests[0].Line, Is.EqualTo(Exchange));
    }

    [TestCase("3.0")]
    [TestCase("3.0.4")]
    public async Task A_server_of_version_3_0_gets_the_cookie_alone(string version)
    {
        using WireHost host = Portal(o =>
        {
            o.ServerVersion = Version.Parse(version);
            return o.AscAuthKey = new Secret(WireHost.AscAuthKey);
        });

        await host.Clients.GetAsync("17");

        Assert.That(host.Requests.Select(Headers), Is.EqualTo([((string?)null, "asc_auth_key=asc-auth-key-0001", (string?)null)]));
    }

    private static (string?, string?, string?) Headers(WireRequest request) =>
        (request.Header("Authorization"), request.Header("Cookie"), request.Header("x-signature"));

    private static WireHost Portal(Func<ProviderOptions, Secret> set) =>
        WithCredential(set).On(Exchange, s_issued).On(Read, WireAnswer.Ok(DocSpaceOperations.Client));

    private static WireHost WithCredential(Func<ProviderOptions, Secret> set) => WireHost.For(Backend.DocSpace, o =>
    {
        o.Signature = null;
        set(o);
    });
}
