using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using static ClientMgmt.Sandbox.AuthleteVersion;

namespace ClientMgmt.Tests.Sandbox;

[TestFixture(V2)]
[TestFixture(V3)]
public sealed class AuthleteGrantTests(AuthleteVersion version)
{
    private string Service => RawClient.Service(version);

    [Test]
    public async Task Updating_replaces_the_scopes_of_every_token_and_drops_unknown_ones()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await Granted(raw, 2);
        await raw.Authlete(version, "POST", $"authorization/update/{id}", JsonNode.Parse("""{"subject":"s","scopes":["email","novel"]}"""));
        Assert.That(raw.Server.Authlete.TokenScopes(Service, id, "s"), Is.EqualTo(new[] { new[] { "email" }, ["email"] }));
    }

    [TestCase("""{"subject":"s"}""")]
    [TestCase("""{"subject":"s","scopes":null}""")]
    public async Task Updating_without_scopes_changes_none(string body)
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await Granted(raw, 1);
        await raw.Authlete(version, "POST", $"authorization/update/{id}", JsonNode.Parse(body));
        Assert.That(raw.Server.Authlete.TokenScopes(Service, id, "s").Single(), Is.EqualTo(new[] { "openid", "profile" }));
    }

    [TestCase(false, 0)]
    [TestCase(true, 2)]
    public async Task Updating_with_no_scopes_acts_as_asked(bool ignored, int left)
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { EmptyAuthorizationScopesIgnored = ignored });
        long id = await Granted(raw, 1);
        await raw.Authlete(version, "POST", $"authorization/update/{id}", JsonNode.Parse("""{"subject":"s","scopes":[]}"""));
        Assert.That(raw.Server.Authlete.TokenScopes(Service, id, "s").Single(), Has.Count.EqualTo(left));
    }

    [Test]
    public async Task Updating_drops_scopes_that_the_client_may_not_request()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await Granted(raw, 1);
        await raw.Authlete(version, "PUT", $"extension/requestable_scopes/update/{id}", JsonNode.Parse("""{"requestableScopes":["openid"]}"""));
        await raw.Authlete(version, "POST", $"authorization/update/{id}", JsonNode.Parse("""{"subject":"s","scopes":["openid","email"]}"""));
        Assert.That(raw.Server.Authlete.TokenScopes(Service, id, "s").Single(), Is.EqualTo(new[] { "openid" }));
    }

    [Test]
    public async Task Updating_tells_the_count_in_the_message()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await Granted(raw, 3);
        Answer answer = await raw.Authlete(version, "POST", $"authorization/update/{id}", JsonNode.Parse("""{"subject":"s","scopes":[]}"""));
        Assert.That(((string)answer["resultCode"]!, (string)answer["resultMessage"]!), Is.EqualTo(("A138001", "[A138001] Updated 3 access token(s).")));
    }

    [TestCase("DELETE", "authorization/delete/{0}?subject=s", null)]
    [TestCase("DELETE", "authorization/delete/{0}/s", null)]
    [TestCase("POST", "authorization/delete/{0}", """{"subject":"s"}""")]
    public async Task Revoking_deletes_the_tokens_of_one_subject_by_all_three_forms(string method, string path, string? body)
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await Granted(raw, 2);
        raw.Server.Authlete.AddGrant(Service, id, "other", "openid");
        Answer answer = await raw.Authlete(version, method, string.Format(null, path, id), body is null ? null : JsonNode.Parse(body));
        Assert.That(
            ((string)answer["resultCode"]!, raw.Server.Authlete.TokenScopes(Service, id, "s").Count, raw.Server.Authlete.TokenScopes(Service, id, "other").Count),
            Is.EqualTo(("A137001", 0, 1)));
    }

    [TestCase("GET", "granted_scopes/get/{0}?subject=s", null)]
    [TestCase("GET", "granted_scopes/get/{0}/s", null)]
    [TestCase("POST", "granted_scopes/get/{0}", """{"subject":"s"}""")]
    public async Task Granted_scopes_are_the_latest_and_the_union(string method, string path, string? body)
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await Granted(raw, 1);
        raw.Server.Authlete.AddGrant(Service, id, "s", "email");
        Answer answer = await raw.Authlete(version, method, string.Format(null, path, id), body is null ? null : JsonNode.Parse(body));
        Assert.That(
            (answer["latestGrantedScopes"]!.ToJsonString(), answer["mergedGrantedScopes"]!.ToJsonString()),
            Is.EqualTo(("""["email"]""", """["openid","profile","email"]""")));
    }

    [Test]
    public async Task Granted_scopes_outlive_the_tokens()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await Granted(raw, 1);
        await raw.Authlete(version, "DELETE", $"authorization/delete/{id}?subject=s");
        Answer answer = await raw.Authlete(version, "GET", $"granted_scopes/get/{id}?subject=s");
        Assert.That(answer["latestGrantedScopes"]!.AsArray(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Granted_scopes_tell_no_record_from_an_empty_one()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version);
        raw.Server.Authlete.AddGrant(Service, id, "empty");
        Answer none = await raw.Authlete(version, "GET", $"granted_scopes/get/{id}?subject=none");
        Answer empty = await raw.Authlete(version, "GET", $"granted_scopes/get/{id}?subject=empty");
        Assert.That((none["latestGrantedScopes"], empty["latestGrantedScopes"]?.ToJsonString()), Is.EqualTo(((JsonNode?)null, "[]")));
    }

    [TestCase("DELETE", "granted_scopes/delete/{0}?subject=s", null)]
    [TestCase("DELETE", "granted_scopes/delete/{0}/s", null)]
    [TestCase("POST", "granted_scopes/delete/{0}", """{"subject":"s"}""")]
    public async Task Deleting_granted_scopes_leaves_the_tokens(string method, string path, string? body)
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await Granted(raw, 1);
        await raw.Authlete(version, method, string.Format(null, path, id), body is null ? null : JsonNode.Parse(body));
        Answer answer = await raw.Authlete(version, "GET", $"granted_scopes/get/{id}?subject=s");
        Assert.That(
            (answer["latestGrantedScopes"], raw.Server.Authlete.TokenScopes(Service, id, "s").Count),
            Is.EqualTo(((JsonNode?)null, 1)));
    }

    [Test]
    public async Task Granted_scopes_are_refused_where_there_are_none()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { GrantedScopesSupported = false });
        long id = await raw.CreateAsync(version);
        Answer answer = await raw.Authlete(version, "GET", $"granted_scopes/get/{id}?subject=s");
        Assert.That(answer.Status, Is.EqualTo(403));
    }

    [TestCase("PUT")]
    [TestCase("POST")]
    public async Task Requestable_scopes_drop_unknown_ones_and_answer_the_rest(string method)
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version);
        Answer answer = await raw.Authlete(
            version, method, $"extension/requestable_scopes/update/{id}", JsonNode.Parse("""{"requestableScopes":["openid","novel"]}"""));
        Assert.That(answer["requestableScopes"]!.ToJsonString(), Is.EqualTo("""["openid"]"""));
    }

    [Test]
    public async Task Requestable_scopes_live_in_the_extension()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version);
        await raw.Authlete(version, "PUT", $"extension/requestable_scopes/update/{id}", JsonNode.Parse("""{"requestableScopes":["openid"]}"""));
        Answer answer = await raw.Authlete(version, "GET", $"get/{id}");
        Assert.That((bool)answer["extension"]!["requestableScopesEnabled"]!, Is.True);
    }

    [TestCase("""{"requestableScopes":null}""")]
    [TestCase("""{}""")]
    public async Task Setting_no_requestable_scopes_clears_them(string body)
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version);
        string path = $"extension/requestable_scopes/update/{id}";
        await raw.Authlete(version, "PUT", path, JsonNode.Parse("""{"requestableScopes":["openid"]}"""));
        await raw.Authlete(version, "PUT", path, JsonNode.Parse(body));
        Answer answer = await raw.Authlete(version, "GET", $"extension/requestable_scopes/get/{id}");
        Assert.That(answer["requestableScopes"], Is.Null);
    }

    [TestCase(true, null)]
    [TestCase(false, "[]")]
    public async Task An_empty_list_of_requestable_scopes_acts_as_asked(bool becomesNull, string? expected)
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { EmptyRequestableScopesBecomeNull = becomesNull });
        long id = await raw.CreateAsync(version);
        await raw.Authlete(version, "PUT", $"extension/requestable_scopes/update/{id}", JsonNode.Parse("""{"requestableScopes":[]}"""));
        Answer answer = await raw.Authlete(version, "GET", $"extension/requestable_scopes/get/{id}");
        Assert.That(answer["requestableScopes"]?.ToJsonString(), Is.EqualTo(expected));
    }

    [Test]
    public async Task An_empty_list_survives_through_the_extension()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version, JsonNode.Parse("""{"extension":{"requestableScopesEnabled":true,"requestableScopes":[]}}""")!.AsObject());
        Answer answer = await raw.Authlete(version, "GET", $"extension/requestable_scopes/get/{id}");
        Assert.That(answer["requestableScopes"]!.ToJsonString(), Is.EqualTo("[]"));
    }

    [Test]
    public async Task Clearing_requestable_scopes_answers_204()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version);
        Answer answer = await raw.Authlete(version, "DELETE", $"extension/requestable_scopes/delete/{id}");
        Assert.That((answer.Status, answer.Text), Is.EqualTo((204, "")));
    }

    [Test]
    public async Task A_form_gives_scopes_as_one_text()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await Granted(raw, 1);
        await raw.AuthleteForm(version, $"authorization/update/{id}", "subject=s&scopes=email+profile");
        Assert.That(raw.Server.Authlete.TokenScopes(Service, id, "s").Single(), Is.EqualTo(new[] { "email", "profile" }));
    }

    private async Task<long> Granted(RawClient raw, int tokens)
    {
        long id = await raw.CreateAsync(version);
        for (int i = 0; i < tokens; i++)
            raw.Server.Authlete.AddGrant(Service, id, "s", "openid", "profile");
        return id;
    }
}
