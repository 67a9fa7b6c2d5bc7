using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using static ClientMgmt.Sandbox.AuthleteVersion;

namespace ClientMgmt.Tests.Sandbox;

[TestFixture(V2)]
[TestFixture(V3)]
public sealed class AuthleteClientTests(AuthleteVersion version)
{
    [Test]
    public async Task Create_answers_201()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject());
        Assert.That(answer.Status, Is.EqualTo(201));
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
        Assert.That(client.Select(p => p.Key), Is.EquivalentTo(SpecDocument.Of(version).PropertyNames("Client")));
    }

    [Test]
    public async Task Get_answers_what_create_answered()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer created = await raw.Authlete(version, "POST", "create", new JsonObject { ["clientName"] = "One", ["contacts"] = new JsonArray("a@b.c") });
        Answer got = await raw.Authlete(version, "GET", $"get/{created["clientId"]}");
        Assert.That(got.Text, Is.EqualTo(created.Text));
    }

    [TestCase("""{"redirectUris":["/relative"]}""")]
    [TestCase("""{"redirectUris":["https://example.com/#fragment"]}""")]
    [TestCase("""{"redirectUris":["https://example.com/é"]}""")]
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
        Assert.That(((long)answer["clientId"]!, (string)answer["clientSecret"]!, (bool)answer["locked"]!), Is.EqualTo((77L, "mine", version == V2)));
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
    public async Task Custom_metadata_keeps_supported_names_only()
    {
        AuthleteServiceOptions service = new()
        {
            Version = version,
            ServiceId = RawClient.Service(version),
            ApiSecret = SandboxDefaults.ServiceApiSecret,
            AccessTokens = [SandboxDefaults.AccessToken],
            SupportedCustomClientMetadata = ["good"],
            Behavior = new AuthleteBehavior { DeveloperRequired = false },
        };
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions { AuthleteServices = [service] });
        Answer answer = await raw.Authlete(version, "POST", "create", new JsonObject { ["customMetadata"] = """{"good":1,"bad":2}""" });
        Assert.That((string)answer["customMetadata"]!, Is.EqualTo("""{"good":1}"""));
    }
}
