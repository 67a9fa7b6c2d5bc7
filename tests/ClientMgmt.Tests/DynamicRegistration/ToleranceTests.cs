using System.Net;
using System.Text.Json.Nodes;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>What servers write otherwise than the standards have it is read all the same.</summary>
public sealed class ToleranceTests
{
    [TestCase("redirect_uris", "\"https://a.example/cb\"", "[\"https://a.example/cb\"]")]
    [TestCase("redirect_uris", "null", null)]
    [TestCase("token_endpoint_auth_method", "[\"client_secret_post\"]", "\"client_secret_post\"")]
    [TestCase("scope", "[\"a\",\"b\"]", "\"a b\"")]
    [TestCase("jwks", "{}", null)]
    [TestCase("jwks", "{\"keys\":[]}", "{\"keys\":[]}")]
    [TestCase("default_max_age", "60.0", "60")]
    [TestCase("require_auth_time", "null", null)]
    public async Task A_value_of_another_form_is_the_value(string name, string told, string? meant)
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Server.Show = client => client[name] = JsonNode.Parse(told);

        ClientMetadata metadata = (await host.Clients.GetAsync(id)).Metadata;

        Assert.That(metadata.GetValue(name)?.GetRawText(), Is.EqualTo(meant));
        Assert.That(metadata.Extensions, Is.Empty);
    }

    [Test]
    public async Task What_is_read_in_another_form_is_sent_back_as_the_standard_has_it()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Server.Show = client => (client["token_endpoint_auth_method"], client["contacts"], client["jwks"]) =
            (new JsonArray("client_secret_post"), null, new JsonObject());

        await host.RenameAsync(id);

        var sent = (JsonObject)JsonNode.Parse(host.Requests.Single(r => r.Method == "PUT").Body!)!;
        Assert.That(sent["token_endpoint_auth_method"]!.ToJsonString(), Is.EqualTo("\"client_secret_post\""));
        Assert.That((sent.ContainsKey("contacts"), sent.ContainsKey("jwks")), Is.EqualTo((false, false)));
    }

    [TestCase("")]
    [TestCase("<html>Deleted</html>")]
    public async Task The_body_of_a_deletion_does_not_matter(string body)
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Server.After = (request, answer) => request.Method == HttpMethod.Delete ? FakeServer.Of(200, body) : answer;

        await host.Clients.DeleteAsync(id);

        Assert.That(host.Store[id], Is.Null);
    }

    [Test]
    public async Task An_update_may_be_answered_with_nothing()
    {
        using var host = new RegistrationHost();
        host.Server.RotatesOnPut = false;
        string id = await host.CreateAsync();
        host.Server.After = (request, answer) => request.Method == HttpMethod.Put ? FakeServer.Of(200, "") : answer;

        Assert.That((await host.RenameAsync(id)).Metadata.ClientName, Is.EqualTo("Two"));
    }

    [TestCase("""{"error":"invalid_redirect_uri","error_description":"a fragment"}""", "invalid_redirect_uri", "a fragment", "redirect_uris")]
    [TestCase("""{"error":"invalid_client_metadata","error_description":"scope must only contain known values"}""", "invalid_client_metadata", "scope must only contain known values", "scope")]
    [TestCase("""{"error":"The request could not be understood"}""", null, "The request could not be understood", null)]
    [TestCase("""{"errorMessage":"taken"}""", null, "taken", null)]
    [TestCase("<html>no</html>", null, null, null)]
    [TestCase("", null, null, null)]
    public void An_error_is_read_as_far_as_it_says_something(string body, string? code, string? message, string? field)
    {
        using var host = new RegistrationHost();
        host.Server.Before = (_, _) => Task.FromResult<HttpResponseMessage?>(FakeServer.Of(400, body));

        var error = Assert.ThrowsAsync<InvalidClientMetadataException>(() => host.CreateAsync())!.Error;

        Assert.That((error.VendorCode, error.VendorMessage, error.FieldErrors.Count > 0 ? error.FieldErrors[0].Name : null), Is.EqualTo((code, message, field)));
    }

    [TestCase(302)]
    [TestCase(404)]
    [TestCase(405)]
    public async Task A_server_that_only_reads_is_told_as_that_and_a_redirect_is_no_success(int status)
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Server.Before = (request, _) => Task.FromResult(
            request.Method == HttpMethod.Put || request.Method == HttpMethod.Delete ? FakeServer.Of(status, "<html>Sign in</html>") : null);

        foreach (ClientOperation operation in (ClientOperation[])[ClientOperation.Update, ClientOperation.Delete])
        {
            var error = await Calls.CatchAsync(host.Clients, operation, id) as OperationNotSupportedException;
            Assert.That(error?.Error.Summary, Does.Contain("has no such operation"));
            Assert.That(error!.Error.StatusCode, Is.Null, "A status would say that the server did something.");
        }

        Assert.That(host.Store[id]!.ChangeBegunAt, Is.Null);
    }

    [Test]
    public void A_redirect_is_no_registration()
    {
        using var host = new RegistrationHost();
        host.Server.Before = (_, _) => Task.FromResult<HttpResponseMessage?>(FakeServer.Of(302));

        Assert.That(async () => await host.CreateAsync(), Throws.InstanceOf<UnexpectedResponseException>());
    }

    [TestCase(ClientOperation.Create)]
    [TestCase(ClientOperation.Update)]
    public async Task What_an_echo_shows_and_a_read_does_not_is_told_as_not_stored(ClientOperation operation)
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Server.Hides = ["client_uri"];

        var error = Assert.ThrowsAsync<MetadataNotStoredException>(() => operation == ClientOperation.Create
            ? host.Clients.CreateAsync(RegistrationHost.Sample with { ClientUri = "https://a.example" })
            : host.Clients.UpdateAsync(id, m => m with { ClientUri = "https://a.example" }))!;

        Assert.That(error.Error.FieldErrors.Select(f => f.Name), Is.EqualTo(new[] { "client_uri" }));
    }

    [Test]
    public async Task A_list_in_another_order_is_stored()
    {
        using var host = new RegistrationHost();
        host.Server.Show = client => client["redirect_uris"] = new JsonArray([.. ((JsonArray)client["redirect_uris"]!).Reverse().Select(u => u!.DeepClone())]);

        OAuthClient client = await host.Clients.CreateAsync(RegistrationHost.Sample with { RedirectUris = ["https://a.example/1", "https://a.example/2"] });

        Assert.That(client.Metadata.RedirectUris, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_secret_that_an_update_replaced_reaches_the_caller_and_is_logged()
    {
        using var watch = new Watch();
        using var host = new RegistrationHost(watch: watch);
        host.Server.NewSecretOnPut = true;
        string id = await host.CreateAsync();
        OAuthClient before = await host.Clients.GetAsync(id);

        OAuthClient after = await host.RenameAsync(id);

        Assert.That(after.ClientSecret, Is.Not.EqualTo(before.ClientSecret).And.Not.Null);
        Assert.That(after.ClientSecret!.Reveal(), Is.EqualTo(host.Server.Client(id)["client_secret"]!.GetValue<string>()));
        Assert.That(watch.Log.Entries.Select(e => e.Id.Name), Does.Contain("SecretReplaced"));
    }

    [Test]
    public async Task A_secret_that_no_read_shows_is_that_of_the_answer_which_issued_it()
    {
        using var host = new RegistrationHost();
        (host.Server.NewSecretOnPut, host.Server.Hides) = (true, ["client_secret"]);

        OAuthClient created = await host.Clients.CreateAsync(RegistrationHost.Sample);
        OAuthClient changed = await host.RenameAsync(created.ClientId);

        Assert.That(created.ClientSecret!.Reveal(), Is.EqualTo("secret-1"));
        Assert.That(changed.ClientSecret!.Reveal(), Is.EqualTo(host.Server.Client(created.ClientId)["client_secret"]!.GetValue<string>()));
        Assert.That((await host.Clients.GetAsync(created.ClientId)).ClientSecret, Is.Null);
    }
}
