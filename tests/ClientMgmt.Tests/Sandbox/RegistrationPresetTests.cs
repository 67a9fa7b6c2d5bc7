using ClientMgmt.Sandbox;
using static ClientMgmt.Sandbox.DynamicRegistrationPresets;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>The rows of the servers that cannot run beside the tests, and what all rows have in common.</summary>
public sealed class RegistrationPresetTests
{
    private const string AppendedOpenId = "as/.well-known/openid-configuration";
    private const string InsertedOAuth = ".well-known/oauth-authorization-server/as";

    private static IReadOnlyList<string> All => Names;

    [TestCaseSource(nameof(All))]
    public async Task A_client_registers_with_every_server(string preset)
    {
        await using RegistrationClient client = await RegistrationClient.PresetAsync(preset);
        Answer answer = await client.RegisterAsync("\"client_name\":\"One\"");
        Assert.That((answer.Status, (string?)answer["client_name"], client.Server.DynamicRegistration.Count), Is.EqualTo((preset == Glewlwyd ? 200 : 201, "One", 1)));
    }

    [TestCase(Generic, 200, 200, 204)]
    [TestCase(Keycloak, 200, 200, 204)]
    [TestCase(NodeOidcProvider, 200, 200, 204)]
    [TestCase(Glewlwyd, 200, 200, 200)]
    [TestCase(Hydra, 200, 200, 204)]
    public async Task Those_that_manage_read_change_and_delete(string preset, int read, int update, int delete)
    {
        await using RegistrationClient client = await RegistrationClient.PresetAsync(preset);
        await client.RegisterAsync();
        Assert.That(((await client.ReadAsync()).Status, (await client.UpdateAsync()).Status, (await client.DeleteAsync()).Status), Is.EqualTo((read, update, delete)));
    }

    [Test]
    public void There_is_no_other_preset() => Assert.That(() => Get("Other"), Throws.ArgumentException.With.Message.Contains("Keycloak"));

    [Test]
    public async Task Spring_names_one_endpoint_in_each_document()
    {
        await using RegistrationClient client = await RegistrationClient.PresetAsync(SpringAuthorizationServer);
        Answer openId = await client.SendAsync("GET", AppendedOpenId, null, null);
        Answer oAuth = await client.SendAsync("GET", InsertedOAuth, null, null);
        Assert.That(
            ((string?)openId["registration_endpoint"], (string?)oAuth["registration_endpoint"]),
            Is.EqualTo(($"{client.Server.BaseAddress}as/register", $"{client.Server.BaseAddress}as/oauth2/register")));
    }

    [Test]
    public async Task Spring_shows_a_hash_for_five_minutes()
    {
        await using RegistrationClient client = await RegistrationClient.PresetAsync(SpringAuthorizationServer);
        string? secret = (string?)(await client.RegisterAsync())["client_secret"];
        Answer read = await client.ReadAsync();
        client.Server.ClockOffset = TimeSpan.FromMinutes(5);
        Assert.That(((string?)read["client_secret"] == secret, read["registration_access_token"], (await client.ReadAsync()).Status), Is.EqualTo((false, (object?)null, 401)));
    }

    [TestCase("PUT")]
    [TestCase("DELETE")]
    public async Task Spring_sends_what_it_does_not_have_to_a_login_page(string method)
    {
        await using RegistrationClient client = await RegistrationClient.PresetAsync(SpringAuthorizationServer);
        await client.RegisterAsync();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(client.Server.BaseAddress, client.Path));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + client.Token);
        using HttpResponseMessage response = await http.SendAsync(request);
        Assert.That(((int)response.StatusCode, $"{response.Headers.Location}"), Is.EqualTo((302, "/login")));
    }

    [TestCase("\"scope\":\"openid\"", 400, "invalid_scope")]
    [TestCase("\"response_types\":[]", 400, "invalid_request")]
    [TestCase("\"client_secret\":\"mine\"", 400, "invalid_request")]
    public async Task Spring_refuses_what_others_take(string members, int status, string error)
    {
        await using RegistrationClient client = await RegistrationClient.PresetAsync(SpringAuthorizationServer);
        Answer answer = await client.RegisterAsync(members);
        Assert.That((answer.Status, (string?)answer["error"]), Is.EqualTo((status, error)));
    }

    [TestCase("\"token_endpoint_auth_method\":\"none\"", "token_endpoint_auth_method", "\"client_secret_basic\"")]
    [TestCase("\"contacts\":[\"a@c.example\"]", "contacts", null)]
    [TestCase("\"client_uri\":\"https://c.example/\"", "client_uri", null)]
    public async Task Spring_takes_what_it_does_not_keep(string members, string name, string? shown)
    {
        await using RegistrationClient client = await RegistrationClient.PresetAsync(SpringAuthorizationServer);
        Answer answer = await client.RegisterAsync(members);
        Assert.That((answer.Status, answer[name]?.ToJsonString()), Is.EqualTo((201, shown)));
    }

    [Test]
    public async Task Spring_takes_an_initial_access_token_once()
    {
        await using RegistrationClient client = await RegistrationClient.PresetAsync(SpringAuthorizationServer);
        await client.RegisterAsync();
        Answer second = await client.RegisterAsync();
        Assert.That((second.Status, (string?)second["error"], second["error_description"]), Is.EqualTo((401, "invalid_token", (object?)null)));
    }

    [Test]
    public async Task Hydra_shows_in_GET_neither_secret_nor_token_but_empty_values()
    {
        await using RegistrationClient client = await RegistrationClient.PresetAsync(Hydra);
        await client.RegisterAsync();
        Answer read = await client.ReadAsync();
        Assert.That(
            (read["client_secret"], read["registration_access_token"], read["registration_client_uri"], read["contacts"]!.ToJsonString(), read["jwks"]!.ToJsonString()),
            Is.EqualTo(((object?)null, (object?)null, (object?)null, "[]", "{}")));
    }

    [Test]
    public async Task Hydra_refuses_a_secret_and_says_errors_in_phrases()
    {
        await using RegistrationClient client = await RegistrationClient.PresetAsync(Hydra);
        await client.RegisterAsync();
        Answer secret = await client.UpdateAsync($"\"client_secret\":\"{client.Secret}\"");
        Answer wrong = await client.ReadAsync("wrong");
        Assert.That((secret.Status, wrong.Status, (string?)wrong["error"]), Is.EqualTo((403, 401, "The request could not be authorized")));
    }

    [Test]
    public async Task Hydra_rotates_with_each_update_and_leads_elsewhere()
    {
        await using RegistrationClient client = await RegistrationClient.PresetAsync(Hydra);
        Answer created = await client.RegisterAsync();
        Answer updated = await client.UpdateAsync();
        Assert.That(
            (created.Header("Location"), (string?)updated["registration_access_token"] == (string?)created["registration_access_token"], updated["registration_client_uri"]),
            Is.EqualTo(($"admin/clients/{client.Id}", false, (object?)null)));
    }

    [Test]
    public async Task Mcp_registers_twenty_an_hour_and_does_no_more()
    {
        await using RegistrationClient client = await RegistrationClient.PresetAsync(Mcp);
        var statuses = new List<int>();
        for (int i = 0; i < 21; i++)
            statuses.Add((await client.RegisterAsync()).Status);
        Answer read = await client.SendAsync("GET", "as/register", null, null);
        Assert.That((statuses.Count(status => status == 201), statuses[^1], read.Status), Is.EqualTo((20, 429, 405)));
    }

    [Test]
    public async Task Mcp_has_one_document_a_secret_for_thirty_days_and_no_token()
    {
        await using RegistrationClient client = await RegistrationClient.PresetAsync(Mcp);
        Answer openId = await client.SendAsync("GET", AppendedOpenId, null, null);
        Answer oAuth = await client.SendAsync("GET", InsertedOAuth, null, null);
        Answer registered = await client.RegisterAsync();
        Assert.That(
            (openId.Status, oAuth.Status, (long)registered["client_secret_expires_at"]! - (long)registered["client_id_issued_at"]!, registered["registration_access_token"]),
            Is.EqualTo((404, 200, 30 * 24 * 3600L, (object?)null)));
    }
}
