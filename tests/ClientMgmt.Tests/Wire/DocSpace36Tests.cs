namespace ClientMgmt.Tests.Wire;

/// <summary>Version 3.6 says less than later ones; the library finds out the rest.</summary>
public sealed class DocSpace36Tests
{
    private static readonly WireAnswer s_catalogue = WireAnswer.Ok("""[{"name":"openid"},{"name":"files:read"}]""");

    [Test]
    public void A_creation_that_is_refused_without_a_word_names_the_scopes_that_the_server_does_not_know()
    {
        using WireHost host = WireHost.For(Backend.DocSpace)
            .On("POST /api/2.0/clients", WireAnswer.Of(400)).On("GET /api/2.0/scopes", s_catalogue);

        Assert.That(Fields(host, DocSpaceOperations.Metadata with { Scope = "files:read files:all" }), Is.EqualTo([("scope", "the server does not know files:all")]));
    }

    [Test]
    public void Where_the_catalogue_cannot_be_had_the_refusal_is_told_without_it()
    {
        using WireHost host = WireHost.For(Backend.DocSpace)
            .On("POST /api/2.0/clients", WireAnswer.Of(400)).On("GET /api/2.0/scopes", WireAnswer.Of(500));

        Assert.That(Fields(host, DocSpaceOperations.Metadata), Is.Empty);
    }

    [Test]
    public void A_reason_without_names_is_told_with_the_properties_that_are_empty()
    {
        using WireHost host = WireHost.For(Backend.DocSpace, o => o.ServerVersion = new Version(3, 6))
            .On("POST /api/2.0/clients", WireAnswer.Of(400, """{"reason":"must not be empty"}"""));

        Assert.That(Fields(host, DocSpaceOperations.Metadata with { ClientName = "   " }), Is.EqualTo([("client_name", "is empty")]));
    }

    [TestCase("""{"client_id":"17","is_public":true,"public":true}""", false)]
    [TestCase("""{"client_id":"17","public":true,"is_public":true}""", false)]
    [TestCase("""{"client_id":"17","public":true}""", true)]
    public async Task A_flag_that_only_repeats_another_is_dropped(string client, bool isThere)
    {
        using WireHost host = WireHost.For(Backend.DocSpace).On("GET /api/2.0/clients/17", WireAnswer.Ok(client));

        Assert.That((await host.Clients.GetAsync("17")).Metadata.Extensions.ContainsKey("public"), Is.EqualTo(isThere));
    }

    [Test]
    public async Task No_language_is_asked_for_because_the_texts_of_errors_would_follow_it()
    {
        using WireHost host = WireHost.For(Backend.DocSpace).On("GET /api/2.0/clients/17", WireAnswer.Ok("""{"client_id":"17"}"""));

        await host.Clients.GetAsync("17");

        Assert.That(host.Requests[0].Header("Accept-Language"), Is.Null);
    }

    private static IEnumerable<(string, string)> Fields(WireHost host, ClientMetadata metadata)
    {
        var error = Assert.ThrowsAsync<InvalidClientMetadataException>(() => host.Clients.CreateAsync(metadata));
        return error!.Error.FieldErrors.Select(f => (f.Name, f.Message));
    }
}
