using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using static ClientMgmt.Sandbox.AuthleteVersion;

namespace ClientMgmt.Tests.Sandbox;

[TestFixture(V2)]
[TestFixture(V3)]
public sealed class AuthleteClientTests(AuthleteVersion version)
{
    [Test]
    public async Task Create_answers_the_status_of_its_generation()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject());
        Assert.That(answer.Status, Is.EqualTo(version == V2 ? 200 : 201));
    }

    [Test]
    public async Task Create_answers_another_status_when_asked()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { CreateStatus = 200 });
        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject());
        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Create_makes_a_numeric_id_and_a_secret_of_512_bits()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject());
        Assert.Multiple(() =>
        {
            Assert.That((long)answer["clientId"]!, Is.GreaterThan(999_999_999));
            Assert.That((string)answer["clientSecret"]!, Does.Match("^[A-Za-z0-9_-]{86}$"));
        });
    }

    [Test]
    public async Task A_new_client_is_public_without_authentication()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Authlete(version, "POST", "create");
        Assert.That(((string)answer["clientType"]!, (string)answer["tokenAuthMethod"]!), Is.EqualTo(("PUBLIC", "NONE")));
    }

    [Test]
    public async Task Create_refuses_an_absent_body_when_asked()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { EmptyRequestBodyAccepted = false });
        Answer answer = await raw.Authlete(version, "POST", "create");
        Assert.That(answer.Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Create_takes_no_form()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.AuthleteForm(version, "create", "clientName=x");
        Assert.That(answer.Status, Is.EqualTo(415));
    }

    [Test]
    public async Task Flags_and_numbers_that_were_not_set_are_false_and_zero()
    {
        await using RawClient raw = await RawClient.StartAsync();
        JsonNode client = (await raw.Authlete(version, "POST", "create", new JsonObject())).Json;
        Assert.That(((bool)client["parRequired"]!, (bool)client["locked"]!, (int)client["defaultMaxAge"]!), Is.EqualTo((false, false, 0)));
    }

    [TestCase(AuthleteUnset.Omitted, false, true)]
    [TestCase(AuthleteUnset.Null, true, true)]
    [TestCase(AuthleteUnset.Sparse, false, false)]
    public async Task Unset_properties_are_shown_as_asked(AuthleteUnset unset, bool textThere, bool flagThere)
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { Unset = unset });
        JsonObject client = (await raw.Authlete(version, "POST", "create", new JsonObject())).Json.AsObject();
        Assert.That((client.ContainsKey("logoUri"), client.ContainsKey("parRequired")), Is.EqualTo((textThere, flagThere)));
    }

    [Test]
    public async Task A_client_has_the_properties_of_its_generation()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { Unset = AuthleteUnset.Null });
        JsonObject client = (await raw.Authlete(version, "POST", "create", new JsonObject())).Json.AsObject();
        Assert.That(client, Has.Count.EqualTo(version == V2 ? 93 : 104));
    }

    [Test]
    public async Task Get_answers_what_create_answered()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer created = await raw.Authlete(version, "POST", "create", new JsonObject { ["clientName"] = "One", ["contacts"] = new JsonArray("a@b.c") });
        Answer got = await raw.Authlete(version, "GET", $"get/{created["clientId"]}");
        Assert.That(got.Text, Is.EqualTo(created.Text));
    }

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
    public async Task An_update_changes_the_lock_when_asked()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { LockedChangedByUpdate = true });
        long id = await raw.CreateAsync(version);
        Answer answer = await raw.Authlete(version, "POST", $"update/{id}", new JsonObject { ["locked"] = true });
        Assert.That((bool)answer["locked"]!, Is.True);
    }

    [Test]
    public async Task An_update_changes_the_time_of_modification_only()
    {
        var clock = new ManualClock();
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions { TimeProvider = clock });
        long id = await raw.CreateAsync(version);
        clock.Now += TimeSpan.FromSeconds(1);
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

    [TestCase("""{"redirectUris":["/relative"]}""")]
    [TestCase("""{"redirectUris":["https://example.com/#fragment"]}""")]
    [TestCase("""{"redirectUris":["https://example.com/é"]}""")]
    [TestCase("""{"grantTypes":["NOVEL"]}""")]
    [TestCase("""{"subjectType":"novel"}""")]
    [TestCase("""{"clientName":5}""")]
    [TestCase("""{"parRequired":"true"}""")]
    [TestCase("""{"defaultMaxAge":3000000000}""")]
    [TestCase("""{"defaultMaxAge":1.5}""")]
    [TestCase("""{"clientNames":["x"]}""")]
    [TestCase("""{"attributes":[{"key":1}]}""")]
    [TestCase("""{"extension":[]}""")]
    [TestCase("""{"extension":{"accessTokenDuration":"1"}}""")]
    [TestCase("""["not an object"]""")]
    public async Task Wrong_values_are_refused(string body)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Authlete(version, "POST", "create", JsonNode.Parse(body));
        Assert.That(answer.Status, Is.EqualTo(400));
    }

    [TestCase(200, false)]
    [TestCase(201, true)]
    public async Task Redirect_uris_have_at_most_200_characters(int length, bool refused)
    {
        await using RawClient raw = await RawClient.StartAsync();
        string uri = "https://example.com/".PadRight(length, 'x');
        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject { ["redirectUris"] = new JsonArray(uri) });
        Assert.That(answer.Status == 400, Is.EqualTo(refused));
    }

    [Test]
    public async Task The_sector_follows_the_only_redirect_uri()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject { ["redirectUris"] = new JsonArray("https://app.example.com/cb") });
        Assert.That((string?)answer["derivedSectorIdentifier"], Is.EqualTo("app.example.com"));
    }

    [Test]
    public async Task Delete_answers_204_and_the_client_is_gone()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version);
        Answer deleted = await raw.Authlete(version, "DELETE", $"delete/{id}");
        Answer got = await raw.Authlete(version, "GET", $"get/{id}");
        Assert.That((deleted.Status, deleted.Text, got.Status), Is.EqualTo((204, "", 404)));
    }

    [Test]
    public async Task Delete_takes_the_tokens_along()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version);
        raw.Server.Authlete.AddGrant(RawClient.Service(version), id, "s", "openid");
        await raw.Authlete(version, "DELETE", $"delete/{id}");
        Assert.That(raw.Server.Authlete.TokenScopes(RawClient.Service(version), id, "s"), Is.Empty);
    }

    [Test]
    public async Task An_unknown_client_is_answered_as_asked(
        [Values(400, 403, 404)] int status,
        [Values("GET get/1", "POST update/1", "DELETE delete/1", "GET secret/refresh/1", "GET extension/requestable_scopes/get/1")] string call)
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { UnknownClientStatus = status });
        Answer answer = await raw.Authlete(version, call.Split(' ')[0], call.Split(' ')[1]);
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [TestCase(AuthleteErrorBody.Result, "application/json")]
    [TestCase(AuthleteErrorBody.Empty, null)]
    [TestCase(AuthleteErrorBody.Html, "text/html")]
    public async Task Errors_have_the_body_asked_for(AuthleteErrorBody body, string? mediaType)
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { ErrorBody = body });
        Answer answer = await raw.Authlete(version, "GET", "get/1");
        Assert.That(answer.MediaType, Is.EqualTo(mediaType));
    }

    [Test]
    public async Task Changes_answer_nothing_when_asked()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { EmptySuccessBodies = true });
        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject());
        Assert.That(answer.Text, Is.Empty);
    }

    [Test]
    public async Task Locking_shows_in_the_client_and_answers_no_client()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version);
        Answer answer = await raw.Authlete(version, "POST", $"lock_flag/update/{id}", new JsonObject { ["clientLocked"] = true });
        Answer got = await raw.Authlete(version, "GET", $"get/{id}");
        Assert.That((answer.Json.AsObject().Select(p => p.Key), (bool)got["locked"]!), Is.EqualTo((new[] { "resultCode", "resultMessage" }, true)));
    }

    [Test]
    public async Task Locking_wants_the_name_clientLocked()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long id = await raw.CreateAsync(version);
        Answer answer = await raw.Authlete(version, "POST", $"lock_flag/update/{id}", new JsonObject { ["locked"] = true });
        Assert.That(answer.Status, Is.EqualTo(400));
    }

    [Test]
    public async Task A_wrong_method_on_a_known_path_is_405()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Authlete(version, "PUT", "create", new JsonObject());
        Assert.That(answer.Status, Is.EqualTo(405));
    }

    [Test]
    public async Task An_empty_id_is_no_client_and_no_list()
    {
        await using RawClient raw = await RawClient.StartAsync();
        raw.Server.Authlete.Seed(RawClient.Service(version), 1);
        Answer answer = await raw.Authlete(version, "DELETE", "delete/");
        Assert.That((answer.Status, raw.Server.Authlete.Count(RawClient.Service(version))), Is.EqualTo((404, 1)));
    }

    [Test]
    public async Task The_create_switches_are_honoured_when_asked()
    {
        var behavior = new AuthleteBehavior { ClientIdHonoured = true, ClientSecretHonoured = true, LockedHonoured = true };
        await using RawClient raw = await RawClient.StartAsync(version, behavior);
        Answer answer = await raw.Authlete(version, "POST", "create", JsonNode.Parse("""{"clientId":77,"clientSecret":"mine","locked":true}"""));
        Assert.That(((long)answer["clientId"]!, (string)answer["clientSecret"]!, (bool)answer["locked"]!), Is.EqualTo((77L, "mine", true)));
    }

    [Test]
    public async Task The_client_limit_refuses_the_next_one()
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { ClientLimit = 1 });
        await raw.CreateAsync(version);
        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject());
        Assert.That(answer.Status, Is.EqualTo(400));
    }

    [TestCase(false, "[]")]
    [TestCase(true, null)]
    public async Task Empty_lists_are_stored_as_asked(bool becomeNull, string? expected)
    {
        await using RawClient raw = await RawClient.StartAsync(version, new AuthleteBehavior { EmptyArraysBecomeNull = becomeNull });
        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject { ["contacts"] = new JsonArray() });
        Assert.That(answer["contacts"]?.ToJsonString(), Is.EqualTo(expected));
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

    [Test]
    public async Task Custom_metadata_keeps_supported_names_only()
    {
        AuthleteServiceOptions service = new()
        {
            Version = version,
            ServiceId = RawClient.Service(version),
            ApiSecret = SandboxDefaults.ServiceApiSecret,
            AccessTokens = [SandboxDefaults.AccessToken],
            SupportedCustomClientMetadata = ["good"],
        };
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions { AuthleteServices = [service] });
        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject { ["customMetadata"] = """{"good":1,"bad":2}""" });
        Assert.That((string)answer["customMetadata"]!, Is.EqualTo("""{"good":1}"""));
    }
}
