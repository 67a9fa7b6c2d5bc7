using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>How a mistake is refused is a row of its own.</summary>
public sealed class RegistrationRefusalTests
{
    private static readonly DynamicRegistrationBehavior s_strict = new()
    {
        Operations = RegistrationOperations.Create | RegistrationOperations.Read | RegistrationOperations.Update,
        UnknownMembers = RegistrationMember.Refused,
        NullInCreate = RegistrationEmptyValue.Refused,
        ClientIdInCreate = RegistrationSent.Refused,
        MaxBodySize = 500,
        FailsOnEmptyJwks = true,
        UniqueNames = true,
        Words = new Dictionary<string, IReadOnlyList<string>> { ["subject_type"] = ["public"] },
    };

    [TestCase(RegistrationMistake.UnknownPath, "GET", "as/nowhere", null, null)]
    [TestCase(RegistrationMistake.MissingOperation, "DELETE", "{uri}", null, "{token}")]
    [TestCase(RegistrationMistake.MissingOperation, "GET", "as/register", null, "{initial}")]
    [TestCase(RegistrationMistake.NoInitialToken, "POST", "as/register", "{}", null)]
    [TestCase(RegistrationMistake.OtherScheme, "POST", "as/register", "{}", "")]
    [TestCase(RegistrationMistake.WrongInitialToken, "POST", "as/register", "{}", "wrong")]
    [TestCase(RegistrationMistake.NoToken, "GET", "{uri}", null, null)]
    [TestCase(RegistrationMistake.WrongToken, "GET", "{uri}", null, "wrong")]
    [TestCase(RegistrationMistake.ForeignToken, "GET", "as/register/other", null, "{token}")]
    [TestCase(RegistrationMistake.UnknownClient, "GET", "as/register/other", null, "{management}")]
    [TestCase(RegistrationMistake.EmptyBody, "POST", "as/register", "null", "{initial}")]
    [TestCase(RegistrationMistake.NotJson, "POST", "as/register", "{", "{initial}")]
    [TestCase(RegistrationMistake.NotAnObject, "POST", "as/register", "[]", "{initial}")]
    [TestCase(RegistrationMistake.ForbiddenMember, "PUT", "{uri}", """{"registration_access_token":"x"}""", "{token}")]
    [TestCase(RegistrationMistake.ClientId, "PUT", "{uri}", """{"client_id":"other"}""", "{token}")]
    [TestCase(RegistrationMistake.ClientId, "POST", "as/register", """{"client_id":"mine"}""", "{initial}")]
    [TestCase(RegistrationMistake.Secret, "PUT", "{uri}", """{"client_id":"{id}","client_secret":"wrong"}""", "{token}")]
    [TestCase(RegistrationMistake.UnknownMember, "POST", "as/register", """{"custom":1}""", "{initial}")]
    [TestCase(RegistrationMistake.EmptyValue, "POST", "as/register", """{"client_name":null}""", "{initial}")]
    [TestCase(RegistrationMistake.WrongType, "POST", "as/register", """{"client_name":5}""", "{initial}")]
    [TestCase(RegistrationMistake.NoRedirectUris, "POST", "as/register", "{}", "{initial}")]
    [TestCase(RegistrationMistake.RedirectUri, "POST", "as/register", """{"redirect_uris":["/cb"]}""", "{initial}")]
    [TestCase(RegistrationMistake.Scope, "POST", "as/register", """{"redirect_uris":["https://c.example/"],"scope":"unknown"}""", "{initial}")]
    [TestCase(RegistrationMistake.Metadata, "POST", "as/register", """{"redirect_uris":["https://c.example/"],"subject_type":"other"}""", "{initial}")]
    [TestCase(RegistrationMistake.Failure, "POST", "as/register", """{"redirect_uris":["https://c.example/"],"jwks":{}}""", "{initial}")]
    [TestCase(RegistrationMistake.NameTaken, "POST", "as/register", """{"redirect_uris":["https://c.example/"],"client_name":"One"}""", "{initial}")]
    public async Task Each_mistake_has_its_row(RegistrationMistake mistake, string method, string path, string? body, string? token)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(
            s_strict.Refusing(mistake, new RegistrationRefusal(418, "a phrase", "words of this test")));
        await client.RegisterAsync("\"client_name\":\"One\"");

        Answer answer = await client.SendAsync(method, Filled(path)!, Filled(body), Filled(token));

        Assert.That((answer.Status, (string?)answer["error"], (string?)answer["error_description"]), Is.EqualTo((418, "a phrase", "words of this test")));

        string? Filled(string? text) => text?.Replace("{uri}", client.Path, StringComparison.Ordinal)
            .Replace("{id}", client.Id, StringComparison.Ordinal)
            .Replace("{token}", client.Token, StringComparison.Ordinal)
            .Replace("{initial}", SandboxDefaults.InitialAccessToken, StringComparison.Ordinal)
            .Replace("{management}", SandboxDefaults.ManagementToken, StringComparison.Ordinal);
    }

    [Test]
    public async Task A_client_that_is_gone_has_a_row()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(
            new DynamicRegistrationBehavior().Refusing(RegistrationMistake.GoneClient, new RegistrationRefusal(404, "invalid_client")));
        await client.RegisterAsync();
        await client.DeleteAsync();
        Assert.That((await client.ReadAsync()).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_server_that_is_switched_off_has_a_row_and_names_no_endpoint()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { Enabled = false });
        Answer document = await client.SendAsync("GET", "as/.well-known/openid-configuration", null, null);
        Assert.That(((await client.RegisterAsync()).Status, document["registration_endpoint"]), Is.EqualTo((404, (object?)null)));
    }

    [TestCase("too large", 413)]
    [TestCase("text/plain", 400)]
    public async Task Bodies_are_refused(string what, int status)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(s_strict);
        Answer answer = what == "too large"
            ? await client.RegisterAsync($"\"client_name\":\"{new string('x', 500)}\"")
            : await client.SendAsync("POST", "as/register", "{}", SandboxDefaults.InitialAccessToken, ("Content-Type", what));
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [TestCase(RegistrationUntypedBody.Read, 201)]
    [TestCase(RegistrationUntypedBody.Empty, 400)]
    [TestCase(RegistrationUntypedBody.Refused, 400)]
    public async Task A_body_without_a_type_is_read_or_not(RegistrationUntypedBody untyped, int status)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { UntypedBody = untyped });
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, client.Server.DynamicRegistration.RegistrationEndpoint)
        {
            Content = new ByteArrayContent([.. System.Text.Encoding.UTF8.GetBytes("{" + RegistrationClient.Uris + "}")]),
        };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + SandboxDefaults.InitialAccessToken);
        using HttpResponseMessage response = await http.SendAsync(request);
        Assert.That((int)response.StatusCode, Is.EqualTo(status));
    }

    [TestCase(RegistrationErrorBody.Json, "application/json")]
    [TestCase(RegistrationErrorBody.Html, "text/html")]
    [TestCase(RegistrationErrorBody.Text, "text/plain")]
    [TestCase(RegistrationErrorBody.Empty, null)]
    public async Task A_refusal_has_one_of_four_bodies(RegistrationErrorBody body, string? type)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new DynamicRegistrationBehavior()
            .Refusing(RegistrationMistake.NoToken, new RegistrationRefusal(401, "invalid_token") { Body = body }));
        await client.RegisterAsync();
        Answer answer = await client.SendAsync("GET", client.Path, null, null);
        Assert.That((answer.MediaType, answer.Text.Length > 0), Is.EqualTo((type, type is not null)));
    }

    [TestCase(RegistrationChallenge.None, null)]
    [TestCase(RegistrationChallenge.Realm, "Bearer realm=\"{issuer}\"")]
    [TestCase(RegistrationChallenge.RealmAndError, "Bearer realm=\"{issuer}\", error=\"invalid_token\", error_description=\"d\"")]
    public async Task A_refusal_has_one_of_three_challenges(RegistrationChallenge challenge, string? header)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new DynamicRegistrationBehavior()
            .Refusing(RegistrationMistake.NoToken, new RegistrationRefusal(401, "invalid_token", "d") { Challenge = challenge }));
        await client.RegisterAsync();
        Answer answer = await client.SendAsync("GET", client.Path, null, null);
        Assert.That(
            answer.Header("WWW-Authenticate"),
            Is.EqualTo(header?.Replace("{issuer}", client.Server.DynamicRegistration.Issuer.AbsoluteUri, StringComparison.Ordinal)));
    }

    [TestCase("text/html", "text/html")]
    [TestCase("application/json", "application/json")]
    public async Task A_browser_gets_a_page(string accept, string type)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { HtmlForBrowsers = true });
        Answer answer = await client.SendAsync("POST", "as/register", "{}", null, ("Accept", accept));
        Assert.That(answer.MediaType, Is.EqualTo(type));
    }

    [TestCase("*/*", 302)]
    [TestCase("application/json", 401)]
    public async Task A_browser_without_a_token_is_sent_to_a_login_page(string accept, int status)
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            DynamicRegistration = new() { Behavior = new() { LoginPageForBrowsers = true } },
        });
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, sandbox.DynamicRegistration.RegistrationEndpoint);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using HttpResponseMessage response = await http.SendAsync(request);
        Assert.That(((int)response.StatusCode, response.Headers.Location is not null), Is.EqualTo((status, status == 302)));
    }
}
