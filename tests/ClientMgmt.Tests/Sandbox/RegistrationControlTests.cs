using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>The registration server over the control endpoints, and by code.</summary>
public sealed class RegistrationControlTests
{
    [Test]
    public async Task Every_switch_is_shown_and_can_be_sent_back()
    {
        await using RegistrationClient client = await RegistrationClient.PresetAsync(DynamicRegistrationPresets.Keycloak);
        Answer shown = await client.SendAsync("GET", "sandbox/registration", null, null);
        Answer set = await client.SendAsync("PUT", "sandbox/registration", new JsonObject { ["server"] = "Generic", ["switches"] = shown.Json }.ToJsonString(), null);
        Assert.That((set.Status, set.Text), Is.EqualTo((200, shown.Text)));
    }

    [Test]
    public async Task A_preset_is_set_and_some_of_its_switches()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync();
        Answer answer = await client.SendAsync(
            "PUT",
            "sandbox/registration",
            """{"server":"Keycloak","switches":{"createStatus":200,"rotatesOn":"Read, Update","tokenLifetime":"00:05:00","refusals":{"NotEnabled":{"status":410}}}}""",
            null);
        DynamicRegistrationBehavior behavior = client.Server.DynamicRegistration.Behavior;
        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(
            (behavior.CreateStatus, behavior.RotatesOn, behavior.TokenLifetime, behavior.Refusals[RegistrationMistake.NotEnabled].Status, behavior.Refusals[RegistrationMistake.Scope].Status, behavior.UnknownMembers),
            Is.EqualTo((200, RegistrationOperations.Read | RegistrationOperations.Update, (TimeSpan?)TimeSpan.FromMinutes(5), 410, 403, RegistrationMember.Refused)));
    }

    [TestCase("""{"server":"Other"}""", "'server' has to be one of Generic, Keycloak")]
    [TestCase("""{"switches":[]}""", "'switches' has to be an object.")]
    [TestCase("""{"switches":{"other":1}}""", "'other' is not known here.")]
    [TestCase("""{"switches":{"createStatus":"many"}}""", "'createStatus' has a value that it cannot have")]
    [TestCase("""{"switches":{"rotatesOn":"Sometimes"}}""", "'rotatesOn' has a value that it cannot have")]
    [TestCase("""{"switches":{"refusals":{"NoSuch":{"status":400}}}}""", "'refusals' has a value that it cannot have")]
    [TestCase("""{"preset":"Keycloak"}""", "'preset' is not known here.")]
    public async Task Nonsense_is_refused_by_name_and_changes_nothing(string body, string error)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync();
        DynamicRegistrationBehavior before = client.Server.DynamicRegistration.Behavior;
        Answer answer = await client.SendAsync("PUT", "sandbox/registration", body, null);
        Assert.That((answer.Status, client.Server.DynamicRegistration.Behavior), Is.EqualTo((400, before)));
        Assert.That((string?)answer["error"], Does.StartWith(error));
    }

    [Test]
    public async Task Initial_access_tokens_are_issued()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync();
        Answer issued = await client.SendAsync("POST", "sandbox/registration/initial-access-tokens", null, null);
        Assert.That((issued.Status, (await client.RegisterAsync(token: (string)issued["token"]!)).Status), Is.EqualTo((201, 201)));
    }

    [Test]
    public async Task Clients_are_added()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync();
        string issuer = client.Server.DynamicRegistration.Issuer.AbsoluteUri;
        Answer added = await client.SendAsync("POST", "sandbox/clients", $$"""{"issuer":"{{issuer}}","count":2}""", null);
        Answer other = await client.SendAsync("POST", "sandbox/clients", """{"issuer":"http://other/","count":2}""", null);
        Assert.That((added["clientIds"]!.AsArray().Count, client.Server.DynamicRegistration.Count, other.Status), Is.EqualTo((2, 2, 400)));
    }

    [Test]
    public async Task The_description_says_how_to_reach_it()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync();
        JsonNode description = (await client.SendAsync("GET", "sandbox", null, null))["dynamicRegistration"]!;
        Assert.That(
            ((string?)description["issuer"], (string?)description["managementTokens"]![0]),
            Is.EqualTo((client.Server.DynamicRegistration.Issuer.AbsoluteUri, SandboxDefaults.ManagementToken)));
    }

    [Test]
    public async Task A_reset_forgets_clients_and_brings_the_switches_of_the_options_back()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { InitialAccess = RegistrationAccess.Once });
        await client.RegisterAsync();
        client.Server.DynamicRegistration.Behavior = new() { CreateStatus = 200 };
        client.Server.Reset();
        Assert.That((client.Server.DynamicRegistration.Count, (await client.RegisterAsync()).Status), Is.EqualTo((0, 201)));
    }

    [Test]
    public async Task Seeded_clients_are_like_registered_ones()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync();
        DynamicRegistrationSandbox server = client.Server.DynamicRegistration;
        string id = server.Seed(2)[1];
        Answer answer = await client.SendAsync("GET", $"as/register/{id}", null, server.FindToken(id));
        Assert.That(((string?)answer["client_name"], (string?)answer["client_secret"]), Is.EqualTo(("Client 2", server.FindSecret(id))));
        Assert.That(server.ClientIds, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Any_metadata_may_be_planted()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync();
        await client.RegisterAsync();
        client.Server.DynamicRegistration.PutMetadata(client.Id, new JsonObject { ["client_name"] = null, ["new"] = 1 });
        Answer answer = await client.ReadAsync();
        Assert.That((((JsonObject)answer.Json).ContainsKey("client_name"), (int?)answer["new"]), Is.EqualTo((true, 1)));
    }

    [Test]
    public async Task Of_a_client_that_is_not_there_nothing_is_known()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync();
        DynamicRegistrationSandbox server = client.Server.DynamicRegistration;
        Assert.That((server.FindClient("none"), server.FindSecret("none"), server.FindToken("none"), server.RemoveClient("none")), Is.EqualTo(((JsonObject?)null, (string?)null, (string?)null, false)));
        Assert.That(() => server.SetEnabled("none", false), Throws.ArgumentException);
    }

    [TestCase(SandboxRateLimit.Native, 429, "too_many_requests")]
    [TestCase(null, 503, "server_error")]
    public async Task Faults_hit_it_by_its_name(SandboxRateLimit? limit, int status, string error)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync();
        client.Server.Faults.Add(new SandboxFault { Backend = SandboxBackend.DynamicRegistration, Method = "POST", RateLimit = limit, Status = limit is null ? 503 : null });
        Answer hit = await client.RegisterAsync(token: SandboxDefaults.InitialAccessToken);
        Assert.That((hit.Status, (string?)hit["error"], hit.Header("Retry-After") is not null, client.Server.DynamicRegistration.Count), Is.EqualTo((status, error, limit is not null, 0)));
    }

    [Test]
    public async Task An_answer_may_be_lost_after_the_token_was_rotated()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { RotatesOn = RegistrationOperations.Update });
        await client.RegisterAsync();
        client.Server.Faults.Add(new SandboxFault { Method = "PUT", Send = SandboxPart.None, Then = SandboxEnding.Reset });
        Assert.That(async () => await client.UpdateAsync(), Throws.InstanceOf<HttpRequestException>());
        Assert.That((await client.ReadAsync()).Status, Is.EqualTo(401));
    }
}
