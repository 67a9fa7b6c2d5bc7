using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

public sealed class ControlTests
{
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
        var body = new JsonObject { ["serviceId"] = SandboxDefaults.ServiceId, ["clientId"] = 9, ["subject"] = "s", ["scopes"] = new JsonArray("openid") };
        await raw.SendAsync("POST", "sandbox/grants", body.ToJsonString());
        Assert.That(raw.Server.Authlete.TokenScopes(SandboxDefaults.ServiceId, 9, "s").Single(), Is.EqualTo(new[] { "openid" }));
    }

    [Test]
    public async Task Adds_consents()
    {
        await using RawClient raw = await RawClient.StartAsync();
        var body = new JsonObject { ["userId"] = SandboxDefaults.DocSpaceUserId, ["clientId"] = "x", ["scopes"] = new JsonArray("openid") };
        await raw.SendAsync("POST", "sandbox/consents", body.ToJsonString());
        Assert.That(raw.Server.DocSpace.Consents(SandboxDefaults.Portal, SandboxDefaults.DocSpaceUserId), Is.EqualTo(new[] { "x" }));
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
        Answer answer = await raw.SendAsync("POST", "sandbox/grants", """{"serviceId":"none","clientId":1,"subject":"s"}""");
        Assert.That((answer.Status, (string)answer["error"]!), Is.EqualTo((400, "The sandbox has no Authlete service 'none'. (Parameter 'serviceId')")));
    }
}
