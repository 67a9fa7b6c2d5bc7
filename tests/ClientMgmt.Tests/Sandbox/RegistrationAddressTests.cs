using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>Where things are: metadata documents, endpoints, registration client URIs.</summary>
public sealed class RegistrationAddressTests
{
    private const string AppendedOpenId = "as/.well-known/openid-configuration";
    private const string InsertedOAuth = ".well-known/oauth-authorization-server/as";

    [TestCase(AppendedOpenId, RegistrationDocument.AppendedOpenIdConfiguration)]
    [TestCase(InsertedOAuth, RegistrationDocument.InsertedOAuthAuthorizationServer)]
    [TestCase("as/.well-known/oauth-authorization-server", RegistrationDocument.AppendedOAuthAuthorizationServer)]
    [TestCase(".well-known/openid-configuration/as", RegistrationDocument.InsertedOpenIdConfiguration)]
    public async Task A_document_is_there_where_it_is_said(string path, RegistrationDocument document)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(
            new() { Documents = new Dictionary<RegistrationDocument, string> { [document] = "register" } });
        Answer answer = await client.SendAsync("GET", path, null, null);
        client.Server.DynamicRegistration.Behavior = new() { Documents = new Dictionary<RegistrationDocument, string>() };
        Answer absent = await client.SendAsync("GET", path, null, null);
        Assert.That(
            ((string?)answer["issuer"], (string?)answer["registration_endpoint"], absent.Status),
            Is.EqualTo((client.Server.DynamicRegistration.Issuer.AbsoluteUri, client.Server.DynamicRegistration.RegistrationEndpoint.AbsoluteUri, 404)));
    }

    [Test]
    public async Task Documents_may_name_different_endpoints_or_none()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new()
        {
            PlainEndpoint = "oauth2/register",
            Documents = new Dictionary<RegistrationDocument, string>
            {
                [RegistrationDocument.AppendedOpenIdConfiguration] = "",
                [RegistrationDocument.InsertedOAuthAuthorizationServer] = "oauth2/register",
            },
        });
        Answer openId = await client.SendAsync("GET", AppendedOpenId, null, null);
        Answer oAuth = await client.SendAsync("GET", InsertedOAuth, null, null);
        Assert.That((openId["registration_endpoint"], (string?)oAuth["registration_endpoint"]), Is.EqualTo(((object?)null, $"{client.Server.BaseAddress}as/oauth2/register")));
    }

    [Test]
    public async Task A_plain_endpoint_issues_neither_token_nor_uri()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { PlainEndpoint = "oauth2/register" });
        Answer answer = await client.SendAsync("POST", "as/oauth2/register", "{" + RegistrationClient.Uris + "}", SandboxDefaults.InitialAccessToken);
        Assert.That((answer.Status, answer["registration_access_token"], answer["registration_client_uri"]), Is.EqualTo((201, (object?)null, (object?)null)));
    }

    [Test]
    public async Task The_issuer_may_end_in_a_slash()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { IssuerEndsWithSlash = true });
        Assert.That((string?)(await client.SendAsync("GET", AppendedOpenId, null, null))["issuer"], Does.EndWith("/as/"));
    }

    [TestCase(true, new[] { "openid", "more" })]
    [TestCase(false, null)]
    public async Task Scopes_are_in_the_document_or_not(bool shown, string[]? scopes)
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            DynamicRegistration = new() { Scopes = ["openid"], Behavior = new() { ScopesInDocuments = shown, MoreScopesInDocuments = ["more"] } },
        });
        using var http = new HttpClient();
        string text = await http.GetStringAsync(new Uri(sandbox.BaseAddress, AppendedOpenId));
        Assert.That(System.Text.Json.Nodes.JsonNode.Parse(text)!["scopes_supported"]?.AsArray().Select(s => (string?)s), Is.EqualTo(scopes));
    }

    [TestCase(RegistrationHost.Issuer, "{server}")]
    [TestCase(RegistrationHost.Request, "other.example:99")]
    [TestCase(RegistrationHost.Other, "localhost:{port}")]
    public async Task Hosts_are_those_of_the_issuer_or_of_the_request_or_another(RegistrationHost host, string authority)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(
            new() { IssuerHost = host, EndpointHost = host, ClientUriHost = host }, allowedHosts: ["other.example"]);
        Answer document = await client.SendAsync("GET", AppendedOpenId, null, null, ("Host", "other.example:99"));
        Answer registered = await client.SendAsync(
            "POST", "as/register", "{" + RegistrationClient.Uris + "}", SandboxDefaults.InitialAccessToken, ("Host", "other.example:99"));
        string expected = authority
            .Replace("{server}", client.Server.BaseAddress.Authority, StringComparison.Ordinal)
            .Replace("{port}", $"{client.Server.BaseAddress.Port}", StringComparison.Ordinal);
        Assert.That(
            new[] { document["issuer"], document["registration_endpoint"], registered["registration_client_uri"] }.Select(uri => new Uri((string)uri!).Authority),
            Is.All.EqualTo(expected));
    }

    [TestCase(RegistrationUriForm.Path, "as/register/{id}")]
    [TestCase(RegistrationUriForm.PathWithSlash, "as/register/{id}/")]
    [TestCase(RegistrationUriForm.Query, "as/register?client_id={id}")]
    public async Task A_client_uri_has_one_of_three_forms(RegistrationUriForm form, string path)
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { ClientUriForm = form });
        await client.RegisterAsync();
        Assert.That(client.Path, Is.EqualTo(path.Replace("{id}", client.Id, StringComparison.Ordinal)));
        Assert.That(((await client.ReadAsync()).Status, (await client.UpdateAsync()).Status, (await client.DeleteAsync()).Status), Is.EqualTo((200, 200, 204)));
    }

    [Test]
    public async Task A_client_uri_at_another_host_is_served()
    {
        await using RegistrationClient client = await RegistrationClient.StartAsync(new() { ClientUriHost = RegistrationHost.Other });
        string uri = (string)(await client.RegisterAsync())["registration_client_uri"]!;
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + client.Token);
        using HttpResponseMessage response = await http.SendAsync(request);
        Assert.That((int)response.StatusCode, Is.EqualTo(200));
    }
}
