using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using static ClientMgmt.Sandbox.AuthleteVersion;

namespace ClientMgmt.Tests.Sandbox;

[TestFixture(V2)]
[TestFixture(V3)]
public sealed class AuthleteUpdateTests(AuthleteVersion version)
{
    [Test]
    public async Task An_update_clears_what_it_leaves_out()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version, new JsonObject { ["clientName"] = "One", ["description"] = "gone", ["parRequired"] = true });
        Answer answer = await raw.Authlete(version, "POST", $"update/{id}", new JsonObject { ["clientName"] = "Two" });
        Assert.That(((string)answer["clientName"]!, answer["description"], (bool)answer["parRequired"]!), Is.EqualTo(("Two", (JsonNode?)null, false)));
    }

    [Test]
    public async Task An_update_takes_null_as_left_out()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version, new JsonObject { ["contacts"] = new JsonArray("a@b.c") });
        Answer answer = await raw.Authlete(version, "POST", $"update/{id}", new JsonObject { ["contacts"] = null });
        Assert.That(answer["contacts"], Is.Null);
    }

    [Test]
    public async Task An_update_replaces_lists()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version, new JsonObject { ["contacts"] = new JsonArray("a", "b") });
        Answer answer = await raw.Authlete(version, "POST", $"update/{id}", new JsonObject { ["contacts"] = new JsonArray("c") });
        Assert.That(answer["contacts"]!.ToJsonString(), Is.EqualTo("""["c"]"""));
    }

    [Test]
    public async Task An_update_replaces_the_extension_as_one_unit()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version, JsonNode.Parse("""{"extension":{"accessTokenDuration":60,"tokenExchangePermitted":true}}""")!.AsObject());
        Answer answer = await raw.Authlete(version, "POST", $"update/{id}", JsonNode.Parse("""{"extension":{"accessTokenDuration":30}}"""));
        Assert.That(((long)answer["extension"]!["accessTokenDuration"]!, (bool)answer["extension"]!["tokenExchangePermitted"]!), Is.EqualTo((30L, false)));
    }

    [Test]
    public async Task An_update_keeps_what_only_the_server_writes()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer created = await raw.Authlete(version, "POST", "create", new JsonObject());
        var body = new JsonObject { ["clientId"] = 1, ["clientSecret"] = "x", ["number"] = 1, ["createdAt"] = 1, ["locked"] = true };
        Answer answer = await raw.Authlete(version, "POST", $"update/{created["clientId"]}", body);
        string[] names = ["clientId", "clientSecret", "number", "createdAt", "locked"];
        Assert.That(names.Select(n => answer[n]!.ToJsonString()), Is.EqualTo(names.Select(n => created[n]!.ToJsonString())));
    }

    [Test]
    public async Task An_update_changes_the_lock_on_v2_when_asked()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { LockedChangedByUpdate = true });
        long id = await raw.CreateAsync(version);
        Answer answer = await raw.Authlete(version, "POST", $"update/{id}", new JsonObject { ["locked"] = true });
        Assert.That((bool)answer["locked"]!, Is.EqualTo(version == V2));
    }

    [Test]
    public async Task An_update_changes_the_time_of_modification_only()
    {
        var clock = new ManualTime();
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions { TimeProvider = clock });
        long id = await raw.CreateAsync(version);
        clock.Advance(TimeSpan.FromSeconds(1));
        Answer answer = await raw.Authlete(version, "POST", $"update/{id}", new JsonObject());
        Assert.That((long)answer["modifiedAt"]! - (long)answer["createdAt"]!, Is.EqualTo(1000));
    }

    [Test]
    public async Task Get_then_update_of_the_same_document_changes_nothing_but_the_time()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { FutureProperties = true });
        long id = await raw.CreateAsync(version, new JsonObject { ["clientName"] = "One" });
        JsonObject before = (await raw.Authlete(version, "GET", $"get/{id}")).Json.AsObject();
        JsonObject after = (await raw.Authlete(version, "POST", $"update/{id}", before)).Json.AsObject();
        before.Remove("modifiedAt");
        after.Remove("modifiedAt");
        Assert.That(JsonNode.DeepEquals(before, after), Is.True);
    }

    [Test]
    public async Task Unknown_members_are_dropped()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject { ["novelty"] = 1 });
        Assert.That(answer.Json.AsObject().ContainsKey("novelty"), Is.False);
    }

    [Test]
    public async Task Unknown_members_and_values_are_kept_when_asked()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { KeepUnknown = true });
        Answer answer = await raw.Authlete(version, "POST", "create", JsonNode.Parse("""{"novelty":1.10,"grantTypes":["NOVEL"]}"""));
        Assert.That((answer["novelty"]!.ToJsonString(), answer["grantTypes"]!.ToJsonString()), Is.EqualTo(("1.10", """["NOVEL"]""")));
    }

    [Test]
    public async Task An_update_loses_an_unknown_member_that_it_leaves_out()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { FutureProperties = true });
        long id = await raw.CreateAsync(version);
        Answer answer = await raw.Authlete(version, "POST", $"update/{id}", new JsonObject());
        Assert.That(answer.Json.AsObject().ContainsKey("futureDecimal"), Is.False);
    }

    [Test]
    public async Task A_planted_unknown_value_may_come_back_in_an_update()
    {
        await using RawClient raw = await RawClient.StartAsync();
        var planted = JsonNode.Parse("""{"subjectType":"NOVEL","novelty":{"a":1}}""")!.AsObject();
        raw.Server.Authlete.PutClient(RawClient.Service(version), 5, planted);
        Answer answer = await raw.Authlete(version, "POST", "update/5", planted);
        Assert.That((answer["subjectType"]!.ToJsonString(), answer["novelty"]!.ToJsonString()), Is.EqualTo(("\"NOVEL\"", """{"a":1}""")));
    }

    [Test]
    public async Task An_update_takes_a_form()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version);
        Answer answer = await raw.AuthleteForm(
            version, $"update/{id}", "clientName=From+form&parRequired=true&defaultMaxAge=5&contacts=a&contacts=b");
        Assert.That(
            ((string)answer["clientName"]!, (bool)answer["parRequired"]!, (int)answer["defaultMaxAge"]!, answer["contacts"]!.ToJsonString()),
            Is.EqualTo(("From form", true, 5, """["a","b"]""")));
    }

    [Test]
    public async Task A_client_that_carries_every_property_comes_back_whole_from_an_update()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { Unset = AuthleteUnset.Null, FutureProperties = true });
        long id = await raw.CreateAsync(version);
        JsonObject full = raw.Server.Authlete.FindClient(RawClient.Service(version), id)!;
        full["tosUris"] = JsonNode.Parse("""[{"tag":"ja","value":"https://example.com/ja"}]""");
        full["attributes"] = JsonNode.Parse("""[{"key":"k","value":"v"}]""");
        full["trustChainExpiresAt"] = 9_007_199_254_740_993;
        raw.Server.Authlete.PutClient(RawClient.Service(version), id, full);
        JsonObject after = (await raw.Authlete(version, "POST", $"update/{id}", full)).Json.AsObject();
        after["modifiedAt"] = full["modifiedAt"]!.DeepClone();
        Assert.That(after.ToJsonString(), Is.EqualTo(full.ToJsonString()));
    }
}
