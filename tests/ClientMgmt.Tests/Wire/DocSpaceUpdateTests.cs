using static ClientMgmt.Tests.Wire.DocSpaceOperations;

namespace ClientMgmt.Tests.Wire;

/// <summary>What a PUT of DocSpace carries: the whole changeable part, changed or as it was read.</summary>
public sealed class DocSpaceUpdateTests
{
    private static IEnumerable<TestCaseData> Changes()
    {
        TestCaseData Row(Func<ClientMetadata, ClientMetadata> change, string request, string? sent, string answer, string stored) =>
            new TestCaseData(change, request, sent, answer, stored).SetArgDisplayNames(request, sent ?? "left out");

        yield return Row(c => c with { ClientName = "New" }, "name", "\"New\"", "name", "\"New\"");
        yield return Row(c => c with { Description = "New" }, "description", "\"New\"", "description", "\"New\"");
        yield return Row(c => c with { Description = null }, "description", "\"\"", "description", "\"\"");
        yield return Row(
            c => c with { LogoUri = "data:image/svg+xml;base64,AAAA" }, "logo", "\"data:image/svg+xml;base64,AAAA\"",
            "logo", "\"data:image/svg+xml;base64,AAAA\"");
        yield return Row(
            c => c with { AllowedOrigins = ["https://b.example.com", "https://c.example.com"] },
            "allowed_origins", """["https://b.example.com","https://c.example.com"]""",
            "allowed_origins", """["https://c.example.com","https://b.example.com"]""");
        yield return Row(
            c => c with { RedirectUris = ["https://b.example.com/cb"] }, "redirect_uris", """["https://b.example.com/cb"]""",
            "redirect_uris", """["https://b.example.com/cb"]""");
        yield return Row(c => c with { Scope = "openid" }, "scopes", """["openid"]""", "scopes", """["openid"]""");
        yield return Row(
            c => c with { TokenEndpointAuthMethod = ClientAuthenticationMethods.ClientSecretPost }, "allow_pkce", "false",
            "authentication_methods", """["client_secret_post"]""");
    }

    [TestCaseSource(nameof(Changes))]
    public async Task One_change_leaves_the_rest_of_the_body_as_it_was_read(
        Func<ClientMetadata, ClientMetadata> change, string request, string? sent, string answer, string stored)
    {
        using WireHost host = Portal(Client, Json.With(Client, answer, stored));

        await host.Clients.UpdateAsync("17", change);

        Assert.That(Json.Sorted(host.Requests[1].Body!), Is.EqualTo(Json.Sorted(Json.With(UpdateBody, request, sent))));
    }

    [TestCase("null")]
    [TestCase(null)]
    public async Task A_description_that_is_null_is_left_out(string? description)
    {
        string before = Json.With(Client, "description", description);
        using WireHost host = Portal(before, Json.With(before, "name", "\"New\""));

        await host.Clients.UpdateAsync("17", c => c with { ClientName = "New" });

        Assert.That(Json.Names(host.Requests[1].Body!), Does.Not.Contain("description"));
    }

    [TestCase("scopes")]
    [TestCase("redirect_uris")]
    [TestCase("allowed_origins")]
    [TestCase("logo")]
    public async Task A_value_of_another_type_goes_back_as_it_came(string property)
    {
        string before = Json.With(Client, property, """[1.10,null,"2026-01-02T03:04:05Z"]""");
        using WireHost host = Portal(before, Json.With(before, "name", "\"New\""));

        await host.Clients.UpdateAsync("17", c => c with { ClientName = "New" });

        Assert.That(
            Json.Sorted(host.Requests[1].Body!),
            Is.EqualTo(Json.Sorted(Json.With(
                Json.With(UpdateBody, "name", "\"New\""), property, """[1.10,null,"2026-01-02T03:04:05Z"]"""))));
    }

    [TestCase("""["client_secret_post"]""", "false")]
    [TestCase("""["client_secret_post","none"]""", "true")]
    [TestCase("""["none"]""", "true")]
    [TestCase("""["future","none"]""", "true")]
    public async Task Pkce_stays_as_it_is(string methods, string sent)
    {
        string before = Json.With(Client, "authentication_methods", methods);
        using WireHost host = Portal(before, Json.With(before, "name", "\"New\""));

        await host.Clients.UpdateAsync("17", c => c with { ClientName = "New" });

        Assert.That(
            Json.Sorted(host.Requests[1].Body!),
            Is.EqualTo(Json.Sorted(Json.With(Json.With(UpdateBody, "name", "\"New\""), "allow_pkce", sent))));
    }

    [Test]
    public async Task A_client_with_every_property_and_more_is_read_and_changed()
    {
        string before = Json.With(Json.With(Documents.Full(Backend.DocSpace), "future", """{"a":[1]}"""), "public", "true");
        using WireHost host = Portal(before, Json.With(before, "name", "\"New\""));

        OAuthClient updated = await host.Clients.UpdateAsync("17", c => c with { ClientName = "New" });

        Assert.That(updated.Metadata.Extensions["future"].GetRawText(), Is.EqualTo("""{"a":[1]}"""));
    }

    [Test]
    public void A_change_that_the_server_did_not_store_is_told()
    {
        using WireHost host = Portal(Client, Client);

        Assert.That(
            async () => await host.Clients.UpdateAsync("17", c => c with { RedirectUris = ["https://b.example.com/cb"] }),
            Throws.TypeOf<MetadataNotStoredException>().With.Message.Contain("redirect_uris"));
    }

    [TestCase("3.7")]
    [TestCase("3.8")]
    public async Task Redirect_uris_and_scopes_are_sent_even_to_servers_that_ignore_them(string version)
    {
        using WireHost host = Portal(Client, Json.With(Client, "name", "\"New\""), o => o.ServerVersion = Version.Parse(version));

        await host.Clients.UpdateAsync("17", c => c with { ClientName = "New" });

        Assert.That(Json.Sorted(host.Requests[1].Body!), Is.EqualTo(Json.Sorted(Json.With(UpdateBody, "name", "\"New\""))));
    }

    private static WireHost Portal(string before, string after, Action<ProviderOptions>? change = null) =>
        WireHost.For(Backend.DocSpace, change)
            .On("GET /api/2.0/clients/17", WireAnswer.Ok(before), WireAnswer.Ok(after))
            .On("PUT /api/2.0/clients/17", WireAnswer.Ok());
}
