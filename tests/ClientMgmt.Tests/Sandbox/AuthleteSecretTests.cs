using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using static ClientMgmt.Sandbox.AuthleteVersion;

namespace ClientMgmt.Tests.Sandbox;

[TestFixture(V2)]
[TestFixture(V3)]
public sealed class AuthleteSecretTests(AuthleteVersion version)
{
    [Test]
    public async Task Rotating_answers_the_new_and_the_old_secret()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer created = await raw.Authlete(version, "POST", "create", new JsonObject());
        Answer rotated = await raw.Authlete(version, "GET", $"secret/refresh/{created["clientId"]}");
        Answer got = await raw.Authlete(version, "GET", $"get/{created["clientId"]}");
        Assert.That(
            ((string)rotated["resultCode"]!, (string)rotated["oldClientSecret"]!, (string)rotated["newClientSecret"]!),
            Is.EqualTo(("A148001", (string)created["clientSecret"]!, (string)got["clientSecret"]!)));
    }

    [Test]
    public async Task Setting_stores_the_value_sent()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version);
        Answer answer = await raw.Authlete(version, "POST", $"secret/update/{id}", new JsonObject { ["clientSecret"] = "my-secret_1" });
        Assert.That(((string)answer["resultCode"]!, (string)answer["newClientSecret"]!), Is.EqualTo(("A149001", "my-secret_1")));
    }

    [TestCase("""{}""")]
    [TestCase("""{"clientSecret":null}""")]
    [TestCase("""{"clientSecret":""}""")]
    [TestCase("""{"clientSecret":"with space"}""")]
    [TestCase("""{"clientSecret":"12345678901234567890123456789012345678901234567890123456789012345678901234567890123456x"}""")]
    public async Task Setting_refuses_what_is_no_secret(string body)
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version);
        Answer answer = await raw.Authlete(version, "POST", $"secret/update/{id}", JsonNode.Parse(body));
        Assert.That(answer.Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Setting_takes_a_form()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version);
        Answer answer = await raw.AuthleteForm(version, $"secret/update/{id}", "clientSecret=from-form");
        Assert.That((string)answer["newClientSecret"]!, Is.EqualTo("from-form"));
    }

    [Test]
    public async Task The_secret_and_lock_operations_take_an_alias_that_is_any_text(
        [Values("GET secret/refresh/", "POST secret/update/", "POST lock_flag/update/")] string call)
    {
        const string alias = "a/b c?é%";
        await using RawClient raw = await RawClient.StartAsync();
        await raw.CreateAsync(version, new JsonObject { ["clientIdAlias"] = alias, ["clientIdAliasEnabled"] = true });
        Answer answer = await raw.Authlete(
            version,
            call.Split(' ')[0],
            call.Split(' ')[1] + Uri.EscapeDataString(alias),
            call.StartsWith("POST", StringComparison.Ordinal) ? JsonNode.Parse("""{"clientSecret":"x","clientLocked":true}""") : null);
        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Get_takes_an_alias_when_asked(bool accepted)
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { AliasAccepted = accepted });
        await raw.CreateAsync(version, new JsonObject { ["clientIdAlias"] = "alias", ["clientIdAliasEnabled"] = true });
        Answer answer = await raw.Authlete(version, "GET", "get/alias");
        Assert.That(answer.Status, Is.EqualTo(accepted ? 200 : version == V2 ? 400 : 404));
    }

    [Test]
    public async Task An_encoded_slash_is_refused_when_asked()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { EncodedSlashRejected = true });
        Answer answer = await raw.Authlete(version, "GET", "authorization/get/list/a%2Fb");
        Assert.That(answer.Status, Is.EqualTo(400));
    }

    [TestCase(AuthleteDuplicateAlias.Accepted, 201)]
    [TestCase(AuthleteDuplicateAlias.BadRequest, 400)]
    [TestCase(AuthleteDuplicateAlias.Conflict, 409)]
    public async Task An_alias_taken_twice_is_answered_as_asked(AuthleteDuplicateAlias duplicate, int status)
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { DuplicateAlias = duplicate });
        var body = new JsonObject { ["clientIdAlias"] = "alias", ["clientIdAliasEnabled"] = true };
        await raw.Authlete(version, "POST", "create", body);
        Answer answer = await raw.Authlete(version, "POST", "create", body);
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task The_alias_defaults_to_the_decimal_id_on_v3_only()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject());
        Assert.That(
            ((string?)answer["clientIdAlias"], (bool)answer["clientIdAliasEnabled"]!),
            Is.EqualTo(version == V2 ? (null, false) : (answer["clientId"]!.ToJsonString(), true)));
    }

    [Test]
    public async Task An_alias_that_the_client_does_not_enable_counts_on_v3_only()
    {
        await using RawClient raw = await RawClient.StartAsync();
        await raw.CreateAsync(version, new JsonObject { ["clientIdAlias"] = "alias" });
        Answer answer = await raw.Authlete(version, "GET", "secret/refresh/alias");
        Assert.That(answer.Status, Is.EqualTo(version == V2 ? 404 : 200));
    }

    [Test]
    public async Task A_web_alias_is_refused_when_asked()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { HttpAliasProhibited = true });
        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject { ["clientIdAlias"] = "https://example.com" });
        Assert.That(answer.Status, Is.EqualTo(400));
    }
}
