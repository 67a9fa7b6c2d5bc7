using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using static ClientMgmt.Sandbox.AuthleteVersion;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>What an authorization server is told to answer to an application that asks for a token.</summary>
[TestFixture(V2)]
[TestFixture(V3)]
public sealed class AuthleteTokenTests(AuthleteVersion version)
{
    [Test]
    public async Task A_confidential_client_gets_a_token_by_its_id_and_its_secret([Values] bool isForm)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer client = await CreateAsync(raw);

        Answer answer = await TokenAsync(raw, $"{client["clientId"]}", $"{client["clientSecret"]}", isForm: isForm);

        Assert.That(($"{answer["action"]}", JsonNode.Parse($"{answer["responseContent"]}")!["access_token"] is not null), Is.EqualTo(("OK", true)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task An_alias_counts_where_it_is_switched_on_and_always_on_v3(bool isOn)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer client = await CreateAsync(raw, ("clientIdAlias", "orders"), ("clientIdAliasEnabled", isOn));

        Answer answer = await TokenAsync(raw, "orders", $"{client["clientSecret"]}");

        Assert.That($"{answer["action"]}", Is.EqualTo(isOn || version == V3 ? "OK" : "INVALID_CLIENT"));
    }

    [Test]
    public async Task Wrong_credentials_are_refused()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer client = await CreateAsync(raw);

        Answer secret = await TokenAsync(raw, $"{client["clientId"]}", "wrong");
        Answer id = await TokenAsync(raw, "4711", $"{client["clientSecret"]}");

        Assert.That(($"{secret["action"]}", $"{id["action"]}"), Is.EqualTo(("INVALID_CLIENT", "INVALID_CLIENT")));
    }

    [TestCase("clientType", "PUBLIC", "grant_type=client_credentials", "INVALID_CLIENT")]
    [TestCase("clientName", "One", "grant_type=refresh_token", "BAD_REQUEST")]
    public async Task Other_clients_and_grants_get_nothing(string property, string value, string parameters, string action)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer client = await CreateAsync(raw, (property, value));

        Answer answer = await TokenAsync(raw, $"{client["clientId"]}", $"{client["clientSecret"]}", parameters);

        Assert.That($"{answer["action"]}", Is.EqualTo(action));
    }

    [Test]
    public async Task A_client_that_may_not_use_the_grant_gets_nothing()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer client = await CreateAsync(raw, ("grantTypes", new JsonArray("AUTHORIZATION_CODE")));

        Answer answer = await TokenAsync(raw, $"{client["clientId"]}", $"{client["clientSecret"]}");

        Assert.That($"{answer["responseContent"]}", Is.EqualTo("""{"error":"unauthorized_client"}"""));
    }

    [Test]
    public async Task A_locked_client_is_refused()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer client = await CreateAsync(raw);
        await raw.Authlete(version, "POST", $"lock_flag/update/{client["clientId"]}", new JsonObject { ["clientLocked"] = true });

        Answer answer = await TokenAsync(raw, $"{client["clientId"]}", $"{client["clientSecret"]}");

        Assert.That((answer.Status, $"{answer["resultCode"]}"), Is.EqualTo((403, "A001215")));
    }

    private Task<Answer> CreateAsync(RawClient raw, params (string Name, JsonNode Value)[] more)
    {
        var client = new JsonObject
        {
            ["developer"] = "raw",
            ["clientType"] = "CONFIDENTIAL",
            ["tokenAuthMethod"] = "CLIENT_SECRET_BASIC",
            ["grantTypes"] = new JsonArray("CLIENT_CREDENTIALS"),
        };
        foreach ((string name, JsonNode value) in more)
            client[name] = value;
        return raw.Authlete(version, "POST", "create", client);
    }

    private Task<Answer> TokenAsync(
        RawClient raw, string id, string secret, string parameters = "grant_type=client_credentials", bool isForm = false) => raw.SendAsync(
        "POST",
        version == V2 ? "api/auth/token" : $"api/{SandboxDefaults.ServiceId}/auth/token",
        isForm
            ? $"parameters={Uri.EscapeDataString(parameters)}&clientId={id}&clientSecret={secret}"
            : new JsonObject { ["parameters"] = parameters, ["clientId"] = id, ["clientSecret"] = secret }.ToJsonString(),
        ("Authorization", version == V2 ? RawClient.Basic(SandboxDefaults.ServiceApiKey, SandboxDefaults.ServiceApiSecret) : "Bearer " + SandboxDefaults.AccessToken),
        ("Content-Type", isForm ? "application/x-www-form-urlencoded" : "application/json"));
}
