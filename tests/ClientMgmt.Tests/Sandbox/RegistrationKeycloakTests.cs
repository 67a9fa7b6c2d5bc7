using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>What Keycloak does differently, the sandbox's row for it does too.</summary>
public sealed class RegistrationKeycloakTests
{
    [TestCase("custom")]
    [TestCase("client_name#ja")]
    [TestCase("description")]
    [TestCase("software_statement")]
    [TestCase("organization_name")]
    [TestCase("require_signed_request_object")]
    public async Task One_name_that_it_does_not_know_fails_the_whole_request(string name)
    {
        await using RegistrationClient client = await StartAsync();
        Answer answer = await client.RegisterAsync($"\"{name}\":null");
        Assert.That((answer.Status, answer["error_description"], client.Server.DynamicRegistration.Count), Is.EqualTo((400, (object?)null, 0)));
        Assert.That((string?)answer["error"], Does.StartWith("Invalid json representation"));
    }

    [TestCase("contacts", "[\"a@c.example\"]", false)]
    [TestCase("software_id", "\"s\"", false)]
    [TestCase("logo_uri", "\"https://c.example/\"", true)]
    [TestCase("tos_uri", "\"https://c.example/\"", true)]
    public async Task Some_members_are_never_shown_and_some_of_them_are_stored(string name, string value, bool stored)
    {
        await using RegistrationClient client = await StartAsync();
        Answer created = await client.RegisterAsync($"\"{name}\":{value}");
        Assert.That((created[name], (await client.ReadAsync())[name], client.Stored()[name] is not null), Is.EqualTo(((object?)null, (object?)null, stored)));
    }

    [Test]
    public async Task An_update_keeps_what_it_omits()
    {
        await using RegistrationClient client = await StartAsync();
        await client.RegisterAsync("\"client_name\":\"One\",\"logo_uri\":\"https://c.example/\"");
        await client.UpdateAsync();
        Assert.That(((string?)client.Stored()["client_name"], (string?)client.Stored()["logo_uri"]), Is.EqualTo(("One", "https://c.example/")));
    }

    [TestCase("token_endpoint_auth_method", "\"none\"", "\"client_secret_basic\"")]
    [TestCase("grant_types", "[\"client_credentials\"]", "[\"authorization_code\",\"refresh_token\"]")]
    [TestCase("subject_type", "\"pairwise\"", "\"public\"")]
    [TestCase("frontchannel_logout_uri", "\"https://c.example/out\"", null)]
    [TestCase("frontchannel_logout_session_required", "true", "false")]
    [TestCase("backchannel_logout_session_required", "false", "true")]
    [TestCase("backchannel_logout_revoke_offline_tokens", "true", "false")]
    public async Task An_update_resets_some_members_that_it_omits(string name, string value, string? after)
    {
        await using RegistrationClient client = await StartAsync();
        await client.RegisterAsync($"\"{name}\":{value}");
        await client.UpdateAsync();
        Assert.That(client.Stored()[name]?.ToJsonString(), Is.EqualTo(after));
    }

    [Test]
    public async Task A_public_client_that_is_updated_without_its_method_gets_a_secret()
    {
        await using RegistrationClient client = await StartAsync();
        await client.RegisterAsync("\"token_endpoint_auth_method\":\"none\"");
        string? before = client.Secret;
        Answer answer = await client.UpdateAsync();
        Assert.That((before, answer["client_secret"] is not null), Is.EqualTo(((string?)null, true)));
    }

    [Test]
    public async Task A_member_shows_another_setting()
    {
        await using RegistrationClient client = await StartAsync();
        Answer answer = await client.RegisterAsync("\"backchannel_logout_session_required\":true");
        Assert.That((bool?)answer["backchannel_logout_session_required"], Is.False);
    }

    [Test]
    public async Task Request_uris_cannot_be_emptied_and_an_empty_text_is_a_value()
    {
        await using RegistrationClient client = await StartAsync();
        await client.RegisterAsync("\"request_uris\":[\"https://c.example/r\"],\"client_name\":\"One\"");
        Answer answer = await client.UpdateAsync("\"request_uris\":[],\"client_name\":\"\"");
        Assert.That((answer["request_uris"]!.AsArray().Count, (string?)answer["client_name"]), Is.EqualTo((1, "")));
    }

    [TestCase("\"scope\":\"openid\"", 403, "insufficient_scope")]
    [TestCase("\"jwks\":{}", 500, "unknown_error")]
    [TestCase("\"client_id\":\"mine\"", 400, "invalid_client_metadata")]
    [TestCase("\"token_endpoint_auth_method\":\"self_signed_tls_client_auth\"", 400, "invalid_client_metadata")]
    public async Task Bad_metadata_are_told_in_many_ways(string members, int status, string error)
    {
        await using RegistrationClient client = await StartAsync(scopes: ["profile", "offline_access"]);
        Answer answer = await client.RegisterAsync(members);
        Assert.That((answer.Status, (string?)answer["error"]), Is.EqualTo((status, error)));
    }

    [Test]
    public async Task Without_a_token_it_is_a_policy_that_refuses()
    {
        await using RegistrationClient client = await StartAsync();
        Answer answer = await client.SendAsync("POST", client.Endpoint, "{}", null);
        Assert.That((answer.Status, (string?)answer["error"], answer.Header("WWW-Authenticate")), Is.EqualTo((403, "insufficient_scope", (string?)null)));
    }

    [Test]
    public async Task Of_two_writers_at_once_both_are_told_of_success_and_one_token_lives()
    {
        await using RegistrationClient client = await StartAsync();
        client.Server.DynamicRegistration.Behavior = client.Server.DynamicRegistration.Behavior with { UpdateDuration = TimeSpan.FromMilliseconds(300) };
        await client.RegisterAsync();
        string body = $$"""{"client_id":"{{client.Id}}"}""";
        Answer[] answers = await Task.WhenAll(
            client.SendAsync("PUT", client.Path, body, client.Token), client.SendAsync("PUT", client.Path, body, client.Token));
        string[] tokens = [.. answers.Select(answer => (string)answer["registration_access_token"]!)];
        string alive = client.Server.DynamicRegistration.FindToken(client.Id)!;
        Assert.That((tokens.Distinct().Count(), tokens.Count(token => token == alive)), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task A_bearer_of_the_realm_manages_all_and_is_shown_no_token()
    {
        await using RegistrationClient client = await StartAsync();
        await client.RegisterAsync();
        Answer read = await client.ReadAsync(SandboxDefaults.ManagementToken);
        Answer updated = await client.UpdateAsync(null, SandboxDefaults.ManagementToken);
        Assert.That((read.Status, updated.Status, read["registration_access_token"], updated["registration_access_token"]), Is.EqualTo((200, 200, (object?)null, (object?)null)));
        Assert.That((await client.ReadAsync()).Status, Is.EqualTo(200));
    }

    [TestCase("chosen")]
    [TestCase("")]
    [TestCase("geheim ü")]
    public async Task A_secret_is_set_at_the_second_address_which_gives_another_token(string secret)
    {
        await using RegistrationClient client = await StartAsync();
        await client.RegisterAsync("\"client_name\":\"One\"");
        Answer answer = await OwnAsync(client, "PUT", $$"""{"clientId":"{{client.Id}}","secret":"{{secret}}"}""");
        Answer before = await client.ReadAsync();
        Answer after = await client.ReadAsync((string)answer["registrationAccessToken"]!);
        Assert.That((answer.Status, (string?)answer["secret"], before.Status), Is.EqualTo((200, secret, 401)));
        Assert.That(((string?)after["client_secret"], (string?)after["client_name"]), Is.EqualTo((secret, "One")));
    }

    [TestCase("{\"clientId\":\"other\",\"secret\":\"chosen\"}", 400)]
    [TestCase("{\"secret\":\"chosen\"}", 400)]
    [TestCase("{\"clientId\":\"{id}\",\"secret\":\"{long}\"}", 500)]
    public async Task The_second_address_refuses_what_Keycloak_refuses(string body, int status)
    {
        await using RegistrationClient client = await StartAsync();
        await client.RegisterAsync();
        Answer answer = await OwnAsync(
            client, "PUT", body.Replace("{id}", client.Id, StringComparison.Ordinal).Replace("{long}", new string('x', 300), StringComparison.Ordinal));
        Assert.That((answer.Status, (string?)(await client.ReadAsync())["client_secret"]), Is.EqualTo((status, client.Secret)));
    }

    [Test]
    public async Task A_client_is_read_and_deleted_at_the_second_address_and_its_token_stays()
    {
        await using RegistrationClient client = await StartAsync();
        await client.RegisterAsync();
        Answer read = await OwnAsync(client, "GET", null);
        Answer deleted = await OwnAsync(client, "DELETE", null);
        Assert.That(((string?)read["secret"], (string?)read["registrationAccessToken"]), Is.EqualTo((client.Secret, client.Token)));
        Assert.That((deleted.Status, client.Server.DynamicRegistration.Count), Is.EqualTo((204, 0)));
    }

    [Test]
    public async Task Who_disables_a_client_there_locks_its_token_out()
    {
        await using RegistrationClient client = await StartAsync();
        await client.RegisterAsync();
        Answer answer = await OwnAsync(client, "PUT", $$"""{"clientId":"{{client.Id}}","enabled":false}""");
        Assert.That((answer.Status, (await client.ReadAsync((string)answer["registrationAccessToken"]!)).Status), Is.EqualTo((200, 401)));
    }

    private static Task<Answer> OwnAsync(RegistrationClient client, string method, string? body) => client.SendAsync(
        method, $"as/clients-registrations/default/{client.Id}", body, client.Token);

    private static Task<RegistrationClient> StartAsync(string[]? scopes = null) =>
        RegistrationClient.StartAsync(DynamicRegistrationPresets.Get(DynamicRegistrationPresets.Keycloak), scopes);
}
