using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Sandbox;

public sealed class DocSpaceSignatureTests
{
    private const string Exchange = "api/2.0/security/oauth2/token";
    private const string Scopes = "api/2.0/scopes";

    [TestCase("Authorization", "Bearer " + SandboxDefaults.DocSpaceApiKey)]
    [TestCase("Authorization", "Bearer " + SandboxDefaults.DocSpaceAuthKey)]
    [TestCase("Authorization", SandboxDefaults.DocSpaceAuthKey)]
    [TestCase("Cookie", "other=1; asc_auth_key=" + SandboxDefaults.DocSpaceAuthKey)]
    [TestCase("Authorization", "Basic YWRtaW5Ac2FuZGJveC5leGFtcGxlOnNhbmRib3gtcGFzc3dvcmQ=")]
    public async Task The_exchange_takes_every_portal_credential(string name, string value)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("GET", Exchange, null, (name, value));
        Answer used = await raw.SendAsync("GET", Scopes, null, ("x-signature", (string)answer["response"]!));
        Assert.That((answer.Status, used.Status), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task The_exchange_answers_in_the_portals_envelope()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("GET", Exchange, null, ("Authorization", "Bearer " + SandboxDefaults.DocSpaceApiKey));
        Assert.That(answer.Json.AsObject().Select(p => p.Key), Is.EqualTo(new[] { "response", "count", "links", "status", "statusCode" }));
    }

    [TestCase(null, 401)]
    [TestCase("Bearer wrong", 401)]
    [TestCase("Bearer " + SandboxDefaults.DocSpaceNarrowApiKey, 403)]
    public async Task The_exchange_refuses_the_rest(string? authorization, int status)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = authorization is null
            ? await raw.SendAsync("GET", Exchange, null)
            : await raw.SendAsync("GET", Exchange, null, ("Authorization", authorization));
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task The_claims_are_texts_and_the_lifetime_is_five_minutes()
    {
        await using RawClient raw = await RawClient.StartAsync();
        JsonNode claims = Claims(raw.Server.DocSpace.IssueSignature(SandboxDefaults.Portal, SandboxDefaults.DocSpaceUserId));
        Assert.Multiple(() =>
        {
            Assert.That(claims["tenant_id"]!.ToJsonString(), Is.EqualTo("\"1\""));
            Assert.That((string)claims["user_id"]!, Is.EqualTo(SandboxDefaults.DocSpaceUserId));
            Assert.That(((string)claims["is_admin"]!, (string)claims["is_guest"]!, (string)claims["is_public"]!), Is.EqualTo(("false", "false", "true")));
            Assert.That((long)claims["exp"]! - (long)claims["iat"]!, Is.EqualTo(300));
        });
    }

    [TestCase(299, 200)]
    [TestCase(359, 200)]
    [TestCase(360, 403)]
    public async Task A_signature_runs_out_after_its_lifetime_and_a_minute_of_tolerance(int age, int status)
    {
        var clock = new ManualTime();
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions(), clock);
        (string, string) signature = raw.Signed();
        clock.Advance(TimeSpan.FromSeconds(age));
        Answer answer = await raw.SendAsync("GET", Scopes, null, signature);
        Assert.That((answer.Status, status == 403 ? answer.Text : ""), Is.EqualTo((status, "")));
    }

    [TestCase("Cookie", "X-Signature={0}", 200)]
    [TestCase("X-SIGNATURE", "{0}", 200)]
    [TestCase("Authorization", "Bearer {0}", 403)]
    [TestCase("Cookie", "asc_auth_key=" + SandboxDefaults.DocSpaceAuthKey, 403)]
    [TestCase("Authorization", "Bearer " + SandboxDefaults.DocSpaceApiKey, 403)]
    public async Task Operations_take_the_signature_from_cookie_or_header_and_nothing_else(string name, string value, int status)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("GET", Scopes, null, (name, string.Format(null, value, raw.Signed().Item2)));
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [TestCase("x-signature=wrong")]
    [TestCase("x-signature=")]
    public async Task The_cookie_hides_the_header(string cookie)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("GET", Scopes, null, raw.Signed(), ("Cookie", cookie));
        Assert.That(answer.Status, Is.EqualTo(403));
    }

    [Test]
    public async Task A_signature_that_was_changed_is_refused()
    {
        await using RawClient raw = await RawClient.StartAsync();
        string[] parts = raw.Signed(SandboxDefaults.DocSpaceUserId).Item2.Split('.');
        string text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("\"is_admin\":\"false\"", "\"is_admin\":\"true\"", StringComparison.Ordinal);
        parts[1] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
        Answer answer = await raw.SendAsync("GET", Scopes, null, ("x-signature", string.Join('.', parts)));
        Assert.That(answer.Status, Is.EqualTo(403));
    }

    [Test]
    public async Task Signatures_can_be_made_invalid()
    {
        await using RawClient raw = await RawClient.StartAsync();
        (string, string) signature = raw.Signed();
        raw.Server.DocSpace.InvalidateSignatures(SandboxDefaults.Portal);
        Answer answer = await raw.SendAsync("GET", Scopes, null, signature);
        Assert.That(answer.Status, Is.EqualTo(403));
    }

    [Test]
    public async Task The_oldest_generation_takes_the_portal_cookie_only()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = DocSpaceGeneration.Version30 });
        Answer cookie = await raw.SendAsync("GET", Scopes, null, ("Cookie", "asc_auth_key=" + SandboxDefaults.DocSpaceAuthKey));
        Answer signature = await raw.SendAsync("GET", Scopes, null, raw.Signed());
        Answer exchange = await raw.SendAsync("GET", Exchange, null, ("Authorization", "Bearer " + SandboxDefaults.DocSpaceApiKey));
        Assert.That((cookie.Status, signature.Status, exchange.Status), Is.EqualTo((200, 403, 404)));
    }

    [Test]
    public async Task Limited_developer_tools_take_users_their_access()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { DeveloperToolsLimited = true });
        Answer answer = await raw.Office("GET", "clients", user: SandboxDefaults.DocSpaceUserId);
        Assert.That(answer.Status, Is.EqualTo(403));
    }

    [Test]
    public async Task Portals_share_no_clients_but_public_info()
    {
        DocSpacePortalOptions other = new()
        {
            Name = "other",
            TenantId = 2,
            Users = [new() { Id = "a0000000-0000-4000-8000-000000000004", Name = "Other", Email = "o@example.com", Role = DocSpaceRole.Admin }],
        };
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions { DocSpacePortals = [new(), other] });
        string id = raw.Server.DocSpace.Seed("other", other.Users[0].Id, 1)[0];
        Answer got = await raw.Office("GET", "clients/" + id);
        Answer info = await raw.SendAsync("GET", $"api/2.0/clients/{id}/public/info", null);
        Assert.That((got.Status, info.Status), Is.EqualTo((404, 200)));
    }

    [Test]
    public async Task Each_portal_has_an_address_of_its_own_where_credentials_may_be_the_same()
    {
        DocSpacePortalOptions second = new() { Name = "second", TenantId = 2, Generation = DocSpaceGeneration.Version31 };
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions { DocSpacePortals = [new(), second] });
        string path = raw.Server.DocSpace.BaseAddress("second").AbsolutePath[1..];
        Answer exchanged = await raw.SendAsync("GET", path + Exchange, null, ("Authorization", "Bearer " + SandboxDefaults.DocSpaceApiKey));
        Answer created = await raw.SendAsync(
            "POST", path + "api/2.0/clients", Bodies.Create().ToJsonString(), ("x-signature", (string)exchanged["response"]!), ("User-Agent", "raw"));
        Assert.That((created.Status, raw.Server.DocSpace.Count("second")), Is.EqualTo((201, 1)));
    }

    [Test]
    public async Task A_signature_of_another_portal_is_refused()
    {
        DocSpacePortalOptions second = new() { Name = "second", TenantId = 2 };
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions { DocSpacePortals = [new(), second] });
        Answer answer = await raw.SendAsync("GET", "portals/second/" + Scopes, null, raw.Signed());
        Assert.That(answer.Status, Is.EqualTo(403));
    }

    private static JsonNode Claims(string signature) =>
        JsonNode.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(signature.Split('.')[1])))!;
}
