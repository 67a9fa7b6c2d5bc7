namespace ClientMgmt.Tests.Wire;

/// <summary>Traps of generated clients that no other fixture names.</summary>
public sealed class GeneratorTrapTests
{
    private const string Future = """
        {"clientId":17,"clientType":"FUTURE","applicationType":"FUTURE_TYPE","subjectType":"Mixed","tokenAuthMethod":"SPIFFE_JWT",
         "grantTypes":["FUTURE_GRANT","REFRESH_TOKEN"],"responseTypes":["FUTURE"],"responseModes":["FUTURE_MODE"],
         "tokenAuthSignAlg":"EdDSA","idTokenEncryptionAlg":"FUTURE+ALG","bcDeliveryMode":"FUTURE"}
        """;

    private static async Task<ClientMetadata> ReadFutureAsync()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Ok(Future));
        return (await host.Clients.GetAsync("17")).Metadata;
    }

    [Test]
    public async Task An_unknown_value_of_an_open_list_is_data() =>
        Assert.That((await ReadFutureAsync()).GrantTypes, Is.EqualTo(["FUTURE_GRANT", GrantTypes.RefreshToken]));

    [Test]
    public async Task An_unknown_authentication_method_follows_the_rule_of_the_known_ones() =>
        Assert.That((await ReadFutureAsync()).TokenEndpointAuthMethod, Is.EqualTo("spiffe_jwt"));

    [Test]
    public async Task A_value_in_mixed_case_keeps_it() => Assert.That((await ReadFutureAsync()).SubjectType, Is.EqualTo("Mixed"));

    [Test]
    public async Task Unknown_values_go_back_as_they_came()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnClient(Future);

        await host.Clients.UpdateAsync("17", c => c with { ClientName = "New" });

        Assert.That(Json.Sorted(host.Requests[1].Body!), Is.EqualTo(Json.Sorted(Json.With(Future, "clientName", "\"New\""))));
    }

    [Test]
    public async Task An_added_value_stands_beside_the_unknown_ones()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnClient(Future);

        await host.Clients.UpdateAsync("17", c => c with { GrantTypes = [.. c.GrantTypes!, GrantTypes.Ciba] });

        Assert.That(Json.Sorted(host.Requests[1].Body!), Is.EqualTo(Json.Sorted(
            Json.With(Future, "grantTypes", """["FUTURE_GRANT","REFRESH_TOKEN","CIBA"]"""))));
    }

    [Test]
    public async Task Members_that_differ_in_case_alone_are_different_members()
    {
        const string document = """{"ClientId":1,"CLIENTID":2,"clientId":17,"clientid":3,"clientName":"Old","ClientName":"Other"}""";
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Ok(document));

        OAuthClient client = await host.Clients.GetAsync("17");

        Assert.That((client.ClientId, client.Metadata.ClientName), Is.EqualTo(("17", "Old")));
    }

    [Test]
    public async Task Optional_parameters_that_are_not_given_are_not_sent()
    {
        WireOperation list = WireOperations.Of(Backend.AuthleteV3, ClientOperation.List);
        using WireHost host = list.Prepare(WireHost.For(Backend.AuthleteV3));

        await list.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(host.Requests.Single().Url, Does.Not.Contain("developer"));
    }

    [Test]
    public async Task A_client_id_with_more_digits_than_a_double_holds_is_read_exactly()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Ok("""{"clientId":9007199254740993}"""));

        OAuthClient client = await host.Clients.GetAsync("9007199254740993");

        Assert.That(client.ClientId, Is.EqualTo("9007199254740993"));
    }

    [Test]
    public async Task A_redirect_is_not_followed_with_the_credential()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3)
            .OnAny(WireAnswer.Of(307) with { Headers = new Dictionary<string, string> { ["Location"] = "https://elsewhere.example/" } });

        await WireOperations.Of(Backend.AuthleteV3, ClientOperation.RotateSecret).CatchAsync(host);

        Assert.That(host.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(429)]
    [TestCase(500)]
    [TestCase(503)]
    public async Task Nothing_is_retried_behind_the_callers_back(int status)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Of(status));

        await WireOperations.Of(Backend.AuthleteV3, ClientOperation.RotateSecret).CatchAsync(host);

        Assert.That(host.Requests, Has.Count.EqualTo(1));
    }
}
