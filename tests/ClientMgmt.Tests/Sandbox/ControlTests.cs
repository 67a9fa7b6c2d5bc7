using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

public sealed class ControlTests
{
    private const string Service = $"\"serviceId\":\"{SandboxDefaults.ServiceId}\"";
    private const string User = $"\"userId\":\"{SandboxDefaults.DocSpaceUserId}\"";

    [Test]
    public async Task Describes_what_is_configured()
    {
        await using RawClient raw = await RawClient.StartAsync();
        JsonNode description = (await raw.SendAsync("GET", "sandbox", null)).Json;
        Assert.That(description["authlete"]!.AsArray().Select(s => (string)s!["backend"]!), Is.EqualTo(new[] { "AuthleteV2", "AuthleteV2", "AuthleteV3", "AuthleteV3" }));
    }

    [Test]
    public async Task Adds_grants()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long client = raw.Server.Authlete.Seed(SandboxDefaults.ServiceId, 1)[0];
        var body = new JsonObject { ["serviceId"] = SandboxDefaults.ServiceId, ["clientId"] = client, ["subject"] = "s", ["scopes"] = new JsonArray("openid") };
        await raw.SendAsync("POST", "sandbox/grants", body.ToJsonString());
        Assert.That(raw.Server.Authlete.TokenScopes(SandboxDefaults.ServiceId, client, "s").Single(), Is.EqualTo(new[] { "openid" }));
    }

    [Test]
    public async Task Adds_consents()
    {
        await using RawClient raw = await RawClient.StartAsync();
        string client = raw.Server.DocSpace.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId, 1)[0];
        var body = new JsonObject { ["userId"] = SandboxDefaults.DocSpaceUserId, ["clientId"] = client, ["scopes"] = new JsonArray("openid") };
        await raw.SendAsync("POST", "sandbox/consents", body.ToJsonString());
        Assert.That(raw.Server.DocSpace.Consents(SandboxDefaults.Portal, SandboxDefaults.DocSpaceUserId), Is.EqualTo(new[] { client }));
    }

    [Test]
    public async Task Adds_clients()
    {
        await using RawClient raw = await RawClient.StartAsync();
        var body = new JsonObject { ["serviceId"] = SandboxDefaults.ServiceId, ["count"] = 3 };
        Answer answer = await raw.SendAsync("POST", "sandbox/clients", body.ToJsonString());
        Assert.That(answer["clientIds"]!.AsArray(), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Lists_requests_without_its_own()
    {
        await using RawClient raw = await RawClient.StartAsync();
        await raw.SendAsync("GET", "elsewhere", null);
        Answer answer = await raw.SendAsync("GET", "sandbox/requests", null);
        Assert.That(answer.Json.AsArray().Single()!["target"]!.ToString(), Is.EqualTo("/elsewhere"));
    }

    [Test]
    public async Task Resets()
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.Authlete.Seed(SandboxDefaults.ServiceId, 1);
        await raw.SendAsync("POST", "sandbox/reset", null);
        Assert.That(raw.Server.Authlete.Count(SandboxDefaults.ServiceId), Is.Zero);
    }

    [Test]
    public async Task Tells_what_is_wrong_with_a_body()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("POST", "sandbox/grants", """{"serviceId":"none","clientId":1,"subject":"s","scopes":[]}""");
        Assert.That((answer.Status, (string)answer["error"]!), Is.EqualTo((400, "The sandbox has no Authlete service 'none'. (Parameter 'serviceId')")));
    }

    [TestCase("clients", "", "The body has to be JSON")]
    [TestCase("clients", "count=3", "The body has to be JSON")]
    [TestCase("clients", "[]", "The body has to be a JSON object.")]
    [TestCase("clients", $$"""{ {{Service}} }""", "'count' is missing.")]
    [TestCase("clients", $$"""{{{Service}},"count":-1}""", "'count' has to be between 0 and 100000.")]
    [TestCase("clients", $$"""{{{Service}},"count":100001}""", "'count' has to be between 0 and 100000.")]
    [TestCase("clients", $$"""{{{Service}},"count":"3"}""", "'count' has to be a whole number.")]
    [TestCase("clients", $$"""{{{Service}},"count":1.5}""", "'count' has to be a whole number.")]
    [TestCase("clients", $$"""{{{Service}},"count":1,"userId":"x"}""", "'userId' is not known here. Known are serviceId, count.")]
    [TestCase("clients", """{"count":1}""", "'userId' is missing.")]
    [TestCase("clients", """{"userId":"nobody","count":1}""", "'userId' has to be a user of the portal")]
    [TestCase("clients", $$"""{{{User}},"portal":"none","count":1}""", "'portal' has to be one of sandbox.")]
    [TestCase("grants", $$"""{{{Service}},"clientId":9,"subject":"s","scopes":[]}""", "'clientId' has to be a client of the service")]
    [TestCase("grants", $$"""{{{Service}},"clientId":true,"subject":"s","scopes":[]}""", "'clientId' has to be a number")]
    [TestCase("grants", $$"""{{{Service}},"clientId":9,"subject":"s"}""", "'scopes' is missing.")]
    [TestCase("grants", $$"""{{{Service}},"clientId":9,"subject":"s","scopes":"openid"}""", "'scopes' has to be an array of texts.")]
    [TestCase("grants", $$"""{{{Service}},"clientId":9,"subject":"s","scopes":["openid",1]}""", "'scopes' has to be an array of texts.")]
    [TestCase("grants", $$"""{{{Service}},"clientId":9,"scopes":[]}""", "'subject' is missing.")]
    [TestCase("grants", """{"serviceid":"1"}""", "'serviceid' is not known here.")]
    [TestCase("consents", $$"""{{{User}},"clientId":"x","scopes":[]}""", "'clientId' has to be a client of the portal")]
    [TestCase("consents", $$"""{{{User}},"clientId":"x","scopes":"openid"}""", "'scopes' has to be an array of texts.")]
    [TestCase("consents", """{"userId":"nobody","clientId":"x","scopes":[]}""", "'userId' has to be a user of the portal")]
    public async Task Nonsense_is_refused_by_name(string path, string body, string error)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("POST", "sandbox/" + path, body);
        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That((string?)answer["error"], Does.StartWith(error));
    }
}
