using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

public sealed class AuthleteCredentialTests
{
    private const string V3List = $"api/{SandboxDefaults.ServiceId}/client/get/list";

    [TestCase("api/client/get/list")]
    [TestCase(V3List)]
    public async Task Answers_401_without_an_Authorization_header(string path)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("GET", path, null);
        Assert.That((answer.Status, (string)answer["resultCode"]!), Is.EqualTo((401, "A001202")));
    }

    [TestCase("wrong", SandboxDefaults.ServiceApiSecret)]
    [TestCase(SandboxDefaults.ServiceApiKey, "wrong")]
    [TestCase(SandboxDefaults.ServiceApiKey, SandboxDefaults.SecondServiceApiSecret)]
    [TestCase(SandboxDefaults.ServiceId, SandboxDefaults.AccessToken)]
    public async Task Answers_401_to_a_wrong_pair_on_v2(string key, string secret)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("GET", "api/client/get/list", null, ("Authorization", RawClient.Basic(key, secret)));
        Assert.That(answer.Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Chooses_the_v2_service_by_the_credentials()
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.Authlete.Seed(SandboxDefaults.SecondServiceApiKey, 3);
        string basic = RawClient.Basic(SandboxDefaults.SecondServiceApiKey, SandboxDefaults.SecondServiceApiSecret);
        Answer answer = await raw.SendAsync("GET", "api/client/get/list", null, ("Authorization", basic));
        Assert.That((int)answer["totalCount"]!, Is.EqualTo(3));
    }

    [TestCase("wrong")]
    [TestCase(SandboxDefaults.SecondAccessToken)]
    public async Task Answers_403_to_a_token_that_does_not_fit_the_v3_service(string token)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("GET", V3List, null, ("Authorization", "Bearer " + token));
        Assert.That((answer.Status, (string)answer["resultCode"]!), Is.EqualTo((403, "A458101")));
    }

    [Test]
    public async Task Answers_401_to_such_a_token_when_asked()
    {
        await using RawClient raw = await RawClient.StartAsync(AuthleteVersion.V3, new AuthleteBehavior { InvalidTokenStatus = 401 });
        Answer answer = await raw.SendAsync("GET", V3List, null, ("Authorization", "Bearer wrong"));
        Assert.That(answer.Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Does_not_know_an_unknown_v3_service()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("GET", "api/1/client/get/list", null, ("Authorization", "Bearer " + SandboxDefaults.AccessToken));
        Assert.That((string)answer["resultCode"]!, Is.EqualTo("A458203"));
    }

    [Test]
    public async Task Opens_every_v3_service_to_an_organization_token()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync(
            "GET", $"api/{SandboxDefaults.SecondServiceId}/client/get/list", null, ("Authorization", "Bearer " + SandboxDefaults.OrganizationToken));
        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [TestCase("GET", "get/list", 200)]
    [TestCase("POST", "create", 403)]
    [TestCase("GET", "secret/refresh/1", 403)]
    public async Task Lets_a_read_only_token_read_and_nothing_else(string method, string path, int status)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync(
            method, $"api/{SandboxDefaults.ServiceId}/client/{path}", null, ("Authorization", "Bearer " + SandboxDefaults.ReadOnlyAccessToken));
        Assert.That(answer.Status, Is.EqualTo(status));
    }
}
