using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using static ClientMgmt.Sandbox.DocSpaceGeneration;

namespace ClientMgmt.Tests.Sandbox;

public sealed class DocSpaceAccessTests
{
    private const string User = SandboxDefaults.DocSpaceUserId;
    private const string Guest = SandboxDefaults.DocSpaceGuestId;

    [Test]
    public async Task A_user_reaches_own_clients_only_and_an_administrator_all()
    {
        await using RawClient raw = await RawClient.StartAsync();
        string admins = await raw.CreateOfficeAsync();
        string users = await raw.CreateOfficeAsync(user: User);
        Answer foreign = await raw.Office("GET", "clients/" + admins, user: User);
        Answer all = await raw.Office("GET", "clients/" + users);
        Assert.That((foreign.Status, all.Status), Is.EqualTo((404, 200)));
    }

    [Test]
    public async Task A_user_lists_own_clients_only()
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.DocSpace.Seed(SandboxDefaults.Portal, User, 2);
        raw.Server.DocSpace.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId, 3);
        Answer answer = await raw.Office("GET", "clients", user: User);
        Assert.That(answer["data"]!.AsArray(), Has.Count.EqualTo(2));
    }

    [TestCase("GET", "clients", 403)]
    [TestCase("GET", "clients/info?limit=1", 403)]
    [TestCase("GET", "clients/consents?limit=1", 200)]
    [TestCase("GET", "scopes", 200)]
    [TestCase("DELETE", "clients", 403)]
    [TestCase("DELETE", "clients/tenant", 403)]
    [TestCase("DELETE", "clients/x/revoke", 200)]
    [TestCase("DELETE", "clients/x", 403)]
    [TestCase("PATCH", "clients/x/regenerate", 403)]
    public async Task A_guest_gets_revoke_consents_and_scopes(string method, string path, int status)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office(method, path, user: Guest);
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [TestCase("PUT", "clients/{0}")]
    [TestCase("POST", "clients")]
    public async Task Validation_comes_before_role_and_existence(string method, string path)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office(method, string.Format(null, path, Guid.NewGuid()), new JsonObject(), Guest);
        Assert.That(answer.Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Role_comes_before_existence()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office("DELETE", $"clients/{Guid.NewGuid()}", user: Guest);
        Assert.That(answer.Status, Is.EqualTo(403));
    }

    [Test]
    public async Task Revoke_removes_the_callers_consent_only()
    {
        await using RawClient raw = await RawClient.StartAsync();
        string id = await raw.CreateOfficeAsync();
        raw.Server.DocSpace.AddConsent(SandboxDefaults.Portal, User, id, "files:read");
        raw.Server.DocSpace.AddConsent(SandboxDefaults.Portal, Guest, id, "files:read");
        Answer answer = await raw.Office("DELETE", $"clients/{id}/revoke", user: User);
        Assert.That(
            (answer.Status, answer.Text, raw.Server.DocSpace.Consents(SandboxDefaults.Portal, User).Count, raw.Server.DocSpace.Consents(SandboxDefaults.Portal, Guest).Count),
            Is.EqualTo((200, "", 0, 1)));
    }

    [TestCase("nonsense")]
    [TestCase("00000000-0000-0000-0000-000000000000")]
    public async Task Revoke_is_never_404(string id)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office("DELETE", $"clients/{id}/revoke");
        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Revoke_without_a_User_Agent_fails_after_the_consent_is_gone()
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.DocSpace.AddConsent(SandboxDefaults.Portal, User, "x", "files:read");
        Answer answer = await raw.SendAsync("DELETE", "api/2.0/clients/x/revoke", null, raw.Signed(User));
        Assert.That((answer.Status, raw.Server.DocSpace.Consents(SandboxDefaults.Portal, User).Count), Is.EqualTo((500, 0)));
    }

    [Test]
    public async Task Create_without_a_User_Agent_fails()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("POST", "api/2.0/clients", Bodies.Create().ToJsonString(), raw.Signed());
        Assert.That((answer.Status, raw.Server.DocSpace.Count(SandboxDefaults.Portal)), Is.EqualTo((500, 0)));
    }

    [TestCase("AutoProvisioner/1.0", 500)]
    [TestCase("mozilla firefox", 500)]
    [TestCase("Mozilla/5.0 Chrome/1 OPR/2", 200)]
    [TestCase("ClientMgmt/1.0", 200)]
    [TestCase("Operations/1", 500)]
    [TestCase("opera", 500)]
    [TestCase("Opera/9.80", 500)]
    [TestCase("Opera/9.80 Version/12.1", 200)]
    [TestCase("OPR/1", 200)]
    [TestCase("MSIE", 500)]
    [TestCase("MSIE; 7.0", 500)]
    [TestCase("MSIE 7.0", 200)]
    [TestCase("Safari/1", 200)]
    [TestCase("safari version", 500)]
    [TestCase("Version/17.1 Safari/605", 200)]
    [TestCase("Chrome/1 firefox", 200)]
    [TestCase("FIREFOX/2", 500)]
    public async Task Some_words_in_the_User_Agent_fail(string agent, int status)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("DELETE", "api/2.0/clients/x/revoke", null, raw.Signed(), ("User-Agent", agent));
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Reading_needs_no_User_Agent()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("GET", "api/2.0/clients", null, raw.Signed());
        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_consent_has_its_scopes_in_one_text()
    {
        await using RawClient raw = await RawClient.StartAsync();
        string id = await raw.CreateOfficeAsync();
        raw.Server.DocSpace.AddConsent(SandboxDefaults.Portal, Guest, id, "files:read", "rooms:read");
        Answer answer = await raw.Office("GET", "clients/consents?limit=5", user: Guest);
        JsonNode entry = answer["data"]![0]!;
        Assert.That(((string)entry["scopes"]!, (string)entry["client"]!["client_id"]!, answer["last_modified_on"]), Is.EqualTo(("files:read rooms:read", id, (JsonNode?)null)));
    }

    [Test]
    public async Task A_consent_can_outlive_its_client()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { ConsentsOutliveClients = true });
        string id = await raw.CreateOfficeAsync();
        raw.Server.DocSpace.AddConsent(SandboxDefaults.Portal, Guest, id, "files:read");
        await raw.Office("DELETE", "clients/" + id);
        Answer answer = await raw.Office("GET", "clients/consents?limit=5", user: Guest);
        Assert.That(answer["data"]![0]!.AsObject().ToDictionary()["client"], Is.Null);
    }

    [Test]
    public async Task A_stopped_authorization_service_gives_503_to_revoke_without_a_body()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { AuthorizationServiceDown = true });
        Answer answer = await raw.Office("DELETE", "clients/x/revoke");
        Answer consents = await raw.Office("GET", "clients/consents?limit=1");
        Assert.That((answer.Status, answer.Text, consents.Status, (string)consents["detail"]!), Is.EqualTo((503, "", 503, "Service unavailable")));
    }

    [TestCase("POST", "clients")]
    [TestCase("PUT", "clients/x")]
    [TestCase("PATCH", "clients/x/activation")]
    public async Task Bodies_must_be_JSON_by_their_content_type(string method, string path)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync(method, "api/2.0/" + path, "{}", raw.Signed(), ("User-Agent", "raw"), ("Content-Type", "text/plain"));
        Assert.That((answer.Status, answer.Text, answer.Header("Accept")), Is.EqualTo((403, "", "application/json")));
    }

    [Test]
    public async Task Budgets_are_per_user_and_method_and_trickle_back()
    {
        var clock = new ManualTime();
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions(), clock);
        for (int i = 0; i < 10; i++)
            await raw.Office("POST", "clients", new JsonObject());
        Answer refused = await raw.Office("POST", "clients", new JsonObject());
        Answer other = await raw.Office("POST", "clients", new JsonObject(), User);
        clock.Advance(TimeSpan.FromSeconds(6));
        Answer later = await raw.Office("POST", "clients", new JsonObject());
        Assert.That((refused.Status, other.Status, later.Status), Is.EqualTo((429, 400, 400)));
    }

    [Test]
    public async Task A_spent_budget_answers_nanoseconds_and_no_body()
    {
        var clock = new ManualTime();
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Limits = new DocSpaceLimits { Post = 1 } }, clock);
        Answer passed = await raw.Office("POST", "clients", new JsonObject());
        clock.Advance(TimeSpan.FromSeconds(20));
        Answer refused = await raw.Office("POST", "clients", new JsonObject());
        Assert.Multiple(() =>
        {
            Assert.That((passed.Header("X-Ratelimit-Remaining"), passed.Header("X-Ratelimit-Reset")), Is.EqualTo(("0", "0")));
            Assert.That((refused.Header("X-Ratelimit-Reset"), refused.Text, refused.MediaType), Is.EqualTo(("40000000000", "", "application/json")));
            Assert.That(refused.Header("Retry-After"), Is.Null);
        });
    }

    [Test]
    public async Task Anonymous_callers_have_a_budget_per_address()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Limits = DocSpaceLimits.None with { Get = 1 } });
        string path = $"api/2.0/clients/{await raw.CreateOfficeAsync()}/public/info";
        await raw.SendAsync("GET", path, null, ("X-Real-IP", "192.0.2.1"));
        Answer same = await raw.SendAsync("GET", path, null, ("X-Real-IP", "192.0.2.1"));
        Answer other = await raw.SendAsync("GET", path, null, ("X-Forwarded-For", "192.0.2.2, 192.0.2.1"));
        await raw.SendAsync("GET", path, null);
        Answer direct = await raw.SendAsync("GET", path, null);
        Assert.That((same.Status, other.Status, direct.Status, direct.Header("X-Ratelimit-Remaining")), Is.EqualTo((429, 200, 200, (string?)null)));
    }

    [TestCase(Version31, "reason")]
    [TestCase(Version37, "detail")]
    public async Task The_second_limiter_answers_with_a_body(DocSpaceGeneration generation, string member)
    {
        DocSpacePortalOptions portal = new() { Generation = generation, Limits = DocSpaceLimits.None with { PublicCallsPerSecond = 1 } };
        await using RawClient raw = await RawClient.StartAsync(portal, new ManualTime());
        string path = $"api/2.0/clients/{Guid.NewGuid()}/public/info";
        await raw.SendAsync("GET", path, null);
        Answer answer = await raw.SendAsync("GET", path, null);
        Assert.That((answer.Status, answer.Json.AsObject().ContainsKey(member), answer.Header("X-Ratelimit-Reset")), Is.EqualTo((429, true, (string?)null)));
    }

    [Test]
    public async Task The_hosted_product_refuses_the_twelfth_client_of_a_user()
    {
        DocSpacePortalOptions portal = new() { Storage = DocSpaceStorage.Saas, Limits = DocSpaceLimits.None };
        await using RawClient raw = await RawClient.StartAsync(portal);
        raw.Server.DocSpace.Seed(SandboxDefaults.Portal, User, 10);
        Answer eleventh = await raw.Office("POST", "clients", Bodies.Create(), User);
        Answer twelfth = await raw.Office("POST", "clients", Bodies.Create(), User);
        Assert.That((eleventh.Status, twelfth.Status), Is.EqualTo((201, 400)));
    }
}
