using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Contract;

/// <summary>A success is reported only if what was sent is what the server has stored.</summary>
public sealed class NotStoredTests
{
    private static IEnumerable<ProviderCase> Authlete => [ProviderCases.AuthleteV2, ProviderCases.AuthleteV3];

    [TestCaseSource(nameof(Authlete))]
    public async Task A_creation_names_what_the_server_does_not_know_and_the_client_that_it_made(ProviderCase provider)
    {
        await using TestHost host = await TestHost.StartAsync(provider);

        MetadataNotStoredException error = Assert.ThrowsAsync<MetadataNotStoredException>(
            () => host.Clients.CreateAsync(new ClientMetadata { ClientName = "One" }.WithExtension("nowhere_known", "text")))!;

        Assert.That(error.Error.FieldErrors.Select(f => f.Name), Is.EqualTo(new[] { "nowhere_known" }));
        Assert.That(error.Client, Is.EqualTo(await host.Clients.GetAsync(error.Error.ClientId!)), "with its secret");
        Assert.That(error.Client.Metadata.ClientName, Is.EqualTo("One"));
    }

    [TestCaseSource(nameof(Authlete))]
    public async Task An_update_names_what_the_server_does_not_know_and_makes_the_other_changes(ProviderCase provider)
    {
        await using TestHost host = await TestHost.StartAsync(provider);
        OAuthClient client = await host.CreateAsync();

        MetadataNotStoredException error = Assert.ThrowsAsync<MetadataNotStoredException>(() => host.Clients.UpdateAsync(
            client.ClientId, c => (c with { ClientName = "Two" }).WithExtension("nowhere_known", "text")))!;

        Assert.That(error.Error.FieldErrors.Select(f => f.Name), Is.EqualTo(new[] { "nowhere_known" }));
        Assert.That((await host.Clients.GetAsync(client.ClientId)).Metadata.ClientName, Is.EqualTo("Two"));
    }

    [Test]
    public async Task Custom_metadata_that_the_service_does_not_list_is_not_lost_without_a_word()
    {
        ProviderCase provider = ProviderCases.AuthleteV3;
        provider = provider with
        {
            Sandbox = provider.Sandbox with
            {
                AuthleteServices = [.. provider.Sandbox.AuthleteServices.Select(s => s with { SupportedCustomClientMetadata = ["a"] })],
            },
        };
        await using TestHost host = await TestHost.StartAsync(provider);

        await host.Clients.CreateAsync(new ClientMetadata().WithExtension("customMetadata", """{ "a": 1 }"""));

        Assert.That(
            () => host.Clients.CreateAsync(new ClientMetadata().WithExtension("customMetadata", """{ "a": 1, "b": 2 }""")),
            Throws.TypeOf<MetadataNotStoredException>().With.Message.Contain("customMetadata"));
    }

    [TestCase("organization_name")]
    [TestCase("signed_jwks_uri")]
    [TestCase("client_registration_types")]
    [TestCase("developer")]
    [TestCase("entityId")]
    [TestCase("trustAnchorId")]
    [TestCase("clientIdAliasEnabled")]
    public async Task What_v3_accepts_and_ignores_is_refused_there_before_anything_is_sent(string name)
    {
        await using TestHost v2 = await TestHost.StartAsync(ProviderCases.AuthleteV2);
        await using TestHost v3 = await TestHost.StartAsync(ProviderCases.AuthleteV3);

        Assert.That((v2.Clients.Capabilities.CanSetAtCreation(name), v2.Clients.Capabilities.CanUpdate(name)), Is.EqualTo((true, true)));
        Assert.That((v3.Clients.Capabilities.CanSetAtCreation(name), v3.Clients.Capabilities.CanUpdate(name)), Is.EqualTo((false, false)));
        Assert.That(
            () => v3.Clients.CreateAsync(new ClientMetadata().WithValue(name, name == "client_registration_types"
                ? System.Text.Json.JsonElement.Parse("""["automatic"]""")
                : System.Text.Json.JsonElement.Parse("\"x\""))),
            Throws.TypeOf<OperationNotSupportedException>());
        Assert.That(v3.Writes, Is.Empty);
    }

    // What is sent, and what a server may make of it without losing anything.
    [TestCase("jwks", """{"keys":[{"kty":"EC","crv":"P-256"},{"kty":"RSA"}]}""", """{"jwks":"{\"keys\":[{\"kty\":\"RSA\"},{\"crv\":\"P-256\",\"kty\":\"EC\"}]}"}""")]
    [TestCase("contacts", """["a","b"]""", """{"contacts":["b","a"]}""")]
    [TestCase("contacts", "[]", "{}")]
    [TestCase("contacts", "[]", """{"contacts":null}""")]
    [TestCase("require_auth_time", "false", "{}")]
    [TestCase("client_name", "\"\"", "{}")]
    [TestCase("accounts", "5", """{"accounts":"5"}""")]
    [TestCase("accounts", "1.50E+2", """{"accounts":150}""")]
    [TestCase("accounts", "0", "{}")]
    [TestCase("attributes", """[{"key":"k","value":"v"}]""", """{"attributes":[{"value":"v","id":1,"key":"k"}]}""")]
    [TestCase("extension", """{"accessTokenDuration":60,"idTokenDuration":0}""", """{"extension":{"accessTokenDuration":60,"requestableScopesEnabled":false}}""")]
    [TestCase("customMetadata", "\"{ \\\"a\\\": [1] }\"", """{"customMetadata":"{\"a\":[1]}"}""")]
    [TestCase("scope", "\"b a\"", """{"extension":{"requestableScopesEnabled":true,"requestableScopes":["a","b"],"accessTokenDuration":0}}""")]
    [TestCase("client_names", """{"de":"Name"}""", """{"clientNames":[{"tag":"de","value":"Name","id":7}]}""")]
    public async Task A_value_that_the_server_only_writes_in_another_way_is_stored(string name, string sent, string stored)
    {
        using WireHost host = Answering(stored);

        OAuthClient created = await host.Clients.CreateAsync(new ClientMetadata().WithValue(name, System.Text.Json.JsonElement.Parse(sent)));

        Assert.That(created.ClientId, Is.EqualTo("17"));
    }

    [TestCase("jwks", """{"keys":[{"kty":"EC"}]}""", """{"jwks":"{\"keys\":[]}"}""")]
    [TestCase("contacts", """["a","b"]""", """{"contacts":["a"]}""")]
    [TestCase("contacts", """["a"]""", "{}")]
    [TestCase("require_auth_time", "true", """{"authTimeRequired":false}""")]
    [TestCase("client_name", "\"New\"", """{"clientName":"Old"}""")]
    [TestCase("accounts", "5", """{"accounts":6}""")]
    [TestCase("attributes", """[{"key":"k","value":"v"}]""", """{"attributes":[{"key":"k"}]}""")]
    [TestCase("scope", "\"a b\"", """{"extension":{"requestableScopesEnabled":true,"requestableScopes":["a"]}}""")]
    [TestCase("scope", "\"\"", """{"extension":{"requestableScopesEnabled":true,"requestableScopes":null}}""")]
    public void A_value_that_the_server_did_not_store_is_an_error_that_names_it(string name, string sent, string stored)
    {
        using WireHost host = Answering(stored);

        Assert.That(
            () => host.Clients.CreateAsync(new ClientMetadata().WithValue(name, System.Text.Json.JsonElement.Parse(sent))),
            Throws.TypeOf<MetadataNotStoredException>()
                .With.Property("Error").Property("FieldErrors").One.Property("Name").EqualTo(name == "client_names" ? "client_name#" : name));
    }

    [Test]
    public void Requestable_scopes_that_the_server_did_not_store_are_an_error()
    {
        const string Stored = """{"clientId":17,"extension":{"requestableScopesEnabled":true,"requestableScopes":["a"]}}""";
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny((request, _) => Task.FromResult(WireAnswer.Ok(
            request.RequestUri!.AbsolutePath.Contains("/get/", StringComparison.Ordinal) ? Stored : """{"requestableScopes":["a"]}""").ToResponse()));

        Assert.That(
            () => host.Clients.Scopes.SetRequestableScopesAsync("17", ["a", "b"]),
            Throws.TypeOf<MetadataNotStoredException>().With.Message.Contain("scope"));
    }

    [Test]
    public void DocSpace_does_not_create_a_client_with_less_without_a_word()
    {
        WireOperation create = WireOperations.Of(Backend.DocSpace, ClientOperation.Create);
        using WireHost host = create.Prepare(
            WireHost.For(Backend.DocSpace),
            create.Main.Answer with { Body = Json.With(create.Main.Answer.Body!, "allowed_origins", "[]") });

        Assert.That(
            async () => await create.RunAsync(host.Clients, ""),
            Throws.TypeOf<MetadataNotStoredException>().With.Message.Contain("allowed_origins"));
    }

    [TestCase("id_token_signed_response_alg", "RS256")]
    [TestCase("subject_type", "public")]
    public async Task What_is_cleared_becomes_the_servers_default_which_the_capabilities_tell(string name, string value)
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        OAuthClient client = await host.CreateAsync();

        OAuthClient updated = await host.Clients.UpdateAsync(client.ClientId, c => c.WithoutValue(name));

        Assert.That(updated.Metadata.GetValue(name)?.GetString(), Is.EqualTo(value));
        Assert.That(host.Clients.Capabilities.Metadata[name].Remark, Does.Contain(value));
    }

    // What the client is, what is asked for, and what the server goes on to have.
    [TestCase("scope", "\"a\"", """{"extension":{"requestableScopesEnabled":true,"requestableScopes":["a","b"]}}""")]
    [TestCase("jwks", """{"keys":[{"kid":"1"}]}""", """{"jwks":"{\"keys\":[{\"kid\":\"1\"},{\"kid\":\"2\"}]}"}""")]
    [TestCase("customMetadata", "\"{\\\"a\\\":1}\"", """{"customMetadata":"{\"a\":1,\"b\":2}"}""")]
    [TestCase("default_acr_values", """["b","a"]""", """{"defaultAcrs":["a","b"]}""")]
    [TestCase("subject_type", "null", """{"subjectType":"PAIRWISE"}""")]
    [TestCase("clientType", "null", """{"clientType":"CONFIDENTIAL"}""")]
    public void What_an_update_takes_away_and_the_server_keeps_is_an_error_that_names_it(string name, string sent, string kept)
    {
        using WireHost host = Answering(kept);

        Assert.That(() => Update(host, name, sent), Throws.TypeOf<MetadataNotStoredException>().With.Message.Contain(name));
    }

    [TestCase("attributes", """[{"key":"k","value":"v"},{"key":"l","value":"w"}]""", """{"attributes":[{"key":"k","value":"v","id":1}]}""", """{"attributes":[{"key":"k","value":"v","id":1},{"key":"l","value":"w","id":2}]}""")]
    [TestCase("response_modes", "null", """{"responseModes":["QUERY"]}""", """{"responseModes":["QUERY"]}""")]
    [TestCase("subject_type", "null", """{"subjectType":"PAIRWISE"}""", """{"subjectType":"PUBLIC"}""")]
    public void What_an_update_leaves_to_the_server_is_no_error(string name, string sent, string before, string after)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny((request, _) => Task.FromResult(
            WireAnswer.Ok(Json.With(request.Method == HttpMethod.Get ? before : after, "clientId", "17")).ToResponse()));

        Assert.That(() => Update(host, name, sent), Throws.Nothing);
    }

    [Test]
    public void A_description_that_could_not_be_told_from_none_is_refused_beforehand()
    {
        using WireHost host = WireHost.For(Backend.DocSpace).OnClient("""{"client_id":"17","description":"d"}""");

        Assert.That(() => Update(host, "description", "\"null\""), Throws.TypeOf<OperationNotSupportedException>().With.Message.Contain("description"));
    }

    private static Task<OAuthClient> Update(WireHost host, string name, string value) => host.Clients.UpdateAsync(
        "17", c => value == "null" ? c.WithoutValue(name) : c.WithValue(name, System.Text.Json.JsonElement.Parse(value)));

    private static WireHost Answering(string stored) =>
        WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Of(201, Json.With(stored, "clientId", "17")));
}
