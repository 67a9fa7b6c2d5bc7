using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using static ClientMgmt.Sandbox.AuthleteVersion;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>What was seen of Authlete's servers.</summary>
[TestFixture(V2)]
[TestFixture(V3)]
public sealed class AuthleteServerTests(AuthleteVersion version)
{
    [Test]
    public async Task What_an_update_leaves_out_goes_to_the_servers_default()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version, Body("""
            {"tokenAuthMethod":"CLIENT_SECRET_BASIC","clientType":"CONFIDENTIAL","idTokenSignAlg":"ES256","subjectType":"PAIRWISE"}
            """));

        Answer answer = await raw.Authlete(version, "POST", $"update/{id}", new JsonObject());

        string[] names = ["tokenAuthMethod", "clientType", "idTokenSignAlg", "subjectType"];
        Assert.That(names.Select(n => (string?)answer[n]), Is.EqualTo(new[] { "NONE", "PUBLIC", "RS256", "PUBLIC" }));
    }

    [TestCase("{}", true)]
    [TestCase("""{"responseModes":null}""", true)]
    [TestCase("""{"responseModes":[]}""", false)]
    public async Task Only_absent_response_modes_get_the_default_of_v3(string body, bool defaults)
    {
        await using RawClient raw = await RawClient.StartAsync();

        Answer answer = await raw.Authlete(version, "POST", "create", Body(body));

        Assert.That((answer["responseModes"] as JsonArray)?.Count > 0, Is.EqualTo(version == V3 && defaults));
    }

    [Test]
    public async Task V3_accepts_and_ignores_what_it_takes_from_elsewhere()
    {
        await using RawClient raw = await RawClient.StartAsync();
        JsonObject body = Body("""
            {"developer":"d","organizationName":"o","signedJwksUri":"https://a.example/s","clientRegistrationTypes":["EXPLICIT"],
             "entityId":"https://a.example/e","trustAnchorId":"https://a.example/t"}
            """);

        Answer answer = await raw.Authlete(version, "POST", "create", body);

        Assert.That(
            (answer.Status, body.Count(p => answer[p.Key] is not null), (bool)answer["clientIdAliasEnabled"]!),
            Is.EqualTo((201, version == V2 ? 6 : 0, version == V3)));
    }

    [Test]
    public async Task V2_creates_no_client_without_a_developer()
    {
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions());

        Answer without = await raw.Authlete(version, "POST", "create", new JsonObject());
        Answer with = await raw.Authlete(version, "POST", "create", new JsonObject { ["developer"] = "d" });

        Assert.That(
            (without.Status, (string?)without["resultCode"], with.Status),
            Is.EqualTo(version == V2 ? (400, "A031202", 201) : (201, null, 201)));
    }

    [TestCase("""{"tlsClientAuthSubjectDn":"CN=a"}""", null)]
    [TestCase("""{"tlsClientAuthSubjectDn":"CN=a","tlsClientAuthSanIp":null}""", null)]
    [TestCase("""{"tlsClientAuthSubjectDn":"CN=a","tlsClientAuthSanIp":""}""", "A032216")]
    public async Task A_client_has_one_subject_of_a_certificate_at_most(string body, string? code)
    {
        await using RawClient raw = await RawClient.StartAsync();

        Answer answer = await raw.Authlete(version, "POST", "create", Body(body));

        Assert.That((string?)answer["resultCode"], Is.EqualTo(code));
    }

    [TestCase(true, 500)]
    [TestCase(false, 400)]
    public async Task An_unknown_word_in_a_list_is_a_bare_500_on_v3(bool fails, int status)
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { UnknownListValueFails = fails });

        Answer list = await raw.Authlete(version, "POST", "create", Body("""{"grantTypes":["NOVEL"]}"""));
        Answer single = await raw.Authlete(version, "POST", "create", Body("""{"subjectType":"NOVEL"}"""));

        Assert.That((list.Status, list.Text.Contains("grantTypes", StringComparison.Ordinal)), Is.EqualTo((version == V2 ? 400 : status, version == V2 || !fails)));
        Assert.That(single.Status, Is.EqualTo(400));
    }

    [TestCase("99", "A001212", 404)]
    [TestCase("alias", "A001216", 400)]
    public async Task An_unknown_client_has_a_code_and_the_text_names_the_api(string id, string codeOfV2, int statusOfV2)
    {
        await using RawClient raw = await RawClient.StartAsync();

        Answer answer = await raw.Authlete(version, "GET", $"get/{id}");

        string code = version == V2 ? codeOfV2 : "A001212";
        Assert.That((answer.Status, (string?)answer["resultCode"]), Is.EqualTo((version == V2 ? statusOfV2 : 404, code)));
        Assert.That((string?)answer["resultMessage"], Does.StartWith($"[{code}] /client/get"));
    }

    [TestCase("""["https://a.example/1","https://a.example/2"]""", "a.example")]
    [TestCase("""["https://a.example/1","https://b.example/2"]""", null)]
    public async Task The_sector_is_the_host_that_all_redirect_uris_share(string uris, string? sector)
    {
        await using RawClient raw = await RawClient.StartAsync();

        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject { ["redirectUris"] = JsonNode.Parse(uris) });

        Assert.That((string?)answer["derivedSectorIdentifier"], Is.EqualTo(sector));
    }

    [Test]
    public async Task V3_writes_a_key_set_in_its_own_way()
    {
        await using RawClient raw = await RawClient.StartAsync();
        const string Sent = """{ "keys": [ { "kty": "EC", "crv": "P-256" } ] }""";

        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject { ["jwks"] = Sent });

        Assert.That((string?)answer["jwks"], Is.EqualTo(version == V2 ? Sent : """{"keys":[{"crv":"P-256","kty":"EC"}]}"""));
    }

    [Test]
    public async Task The_number_of_clients_of_a_plan_has_its_own_code()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { ClientLimit = 0 });

        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject());

        Assert.That((string?)answer["resultCode"], Is.EqualTo("A123602"));
    }

    [TestCase(SandboxRateLimit.Native)]
    [TestCase(SandboxRateLimit.Instance)]
    public async Task A_429_says_in_how_many_seconds_to_come_back(SandboxRateLimit limit)
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.Faults.Add(new SandboxFault { RateLimit = limit, RetryIn = TimeSpan.FromSeconds(6.5) });

        Answer answer = await raw.Authlete(version, "GET", "get/list");

        Assert.That(
            (answer.Status, (string?)answer["resultCode"], answer.Header("Retry-After"), answer.Header("RateLimit-Remaining"), answer.Header("RateLimit-Reset")),
            Is.EqualTo((429, "A001311", "7", "0", "7")));
    }

    private static JsonObject Body(string json) => JsonNode.Parse(json)!.AsObject();
}
