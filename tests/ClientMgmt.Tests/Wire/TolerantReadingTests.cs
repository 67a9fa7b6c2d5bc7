using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>A client is read whatever its properties hold.</summary>
public sealed class TolerantReadingTests
{
    private static readonly string[] s_odd =
    [
        "null", "true", "0", "-1", "1.5", "1e3", "99999999999", "9223372036854775807", "99999999999999999999",
        "99999999999999999999999999999999999999999999", "1e400", "1e-400", "\"\"", "\"text\"", "\"2026-01-02T03:04:05Z\"", "\"17\"",
        "\"\\ud800\"", "\"\\u0000\"", "[]", "[null]", "[1]", "[\"FUTURE\"]", "[\"a\",1]", "[[]]", "[{}]", "[{\"tag\":\"a\",\"value\":null}]",
        "[{\"tag\":\"a\",\"value\":\"b\"},{\"tag\":\"a\",\"value\":\"c\"}]", "{}", "{\"any\":{\"thing\":[1]}}",
        "{\"requestableScopesEnabled\":\"true\",\"requestableScopes\":{}}", "{\"requestableScopesEnabled\":true,\"requestableScopes\":[null]}",
    ];

    private static IEnumerable<TestCaseData> Odd() =>
        from backend in WireHost.Backends
        from value in s_odd
        select new TestCaseData(backend, value);

    private static IEnumerable<string> OddValues() => s_odd;

    [TestCaseSource(nameof(Odd))]
    public async Task A_client_is_read_whatever_all_its_properties_hold(Backend backend, string value)
    {
        using WireHost host = WireHost.For(backend).OnAny(WireAnswer.Ok(Documents.Filled(backend, value)));

        OAuthClient client = await host.Clients.GetAsync("17");

        Assert.That(client.ClientId, Is.EqualTo("17"));
    }

    private static IEnumerable<TestCaseData> OddInLists() =>
        InTurn.Of(s_odd, [.. WireOperations.BackendsOf(ClientOperation.List)]).Select(pair => new TestCaseData(pair.Value, pair.Row));

    [TestCaseSource(nameof(OddInLists))]
    public async Task A_list_is_read_whatever_all_properties_of_its_clients_hold(Backend backend, string value)
    {
        string client = Documents.Filled(backend, value);
        using WireHost host = WireHost.For(backend)
            .OnAny(WireAnswer.Ok($$"""{"totalCount":1,"clients":[{{client}}],"data":[{{client}}]}"""));

        List<string> ids = await host.Clients.ListAsync().Select(c => c.ClientId).ToListAsync();

        Assert.That(ids, Is.EqualTo(["17"]));
    }

    [TestCaseSource(nameof(OddValues))]
    public async Task An_info_is_read_whatever_all_its_properties_hold(string value)
    {
        using WireHost host = WireHost.For(Backend.DocSpace).OnAny(WireAnswer.Ok(Documents.Filled(Backend.DocSpace, value)));

        OAuthClient client = await host.Clients.ConsentViews.GetInfoAsync("17");

        Assert.That(client.ClientId, Is.EqualTo("17"));
    }

    private static IEnumerable<TestCaseData> OddInTurn() =>
        InTurn.Of(s_odd, WireHost.Backends).Select(pair => new TestCaseData(pair.Value, pair.Row));

    [TestCaseSource(nameof(OddInTurn))]
    public async Task What_was_read_can_be_printed_and_compared(Backend backend, string value)
    {
        using WireHost host = WireHost.For(backend).OnAny(WireAnswer.Ok(Documents.Filled(backend, value)));

        OAuthClient once = await host.Clients.GetAsync("17");
        OAuthClient again = await host.Clients.GetAsync("17");

        Assert.That((once.Metadata == again.Metadata, once.ToString()), Is.EqualTo((true, again.ToString())));
    }

    [TestCaseSource(typeof(WireHost), nameof(WireHost.Backends))]
    public async Task Properties_that_are_null_read_like_properties_that_are_missing(Backend backend)
    {
        using WireHost host = WireHost.For(backend).OnAny(WireAnswer.Ok(Documents.Filled(backend, "null")));

        Assert.That(await host.Clients.GetAsync("17"), Is.EqualTo(new OAuthClient { ClientId = "17", Metadata = new ClientMetadata() }));
    }

    [TestCase(Backend.AuthleteV2, "clientName")]
    [TestCase(Backend.AuthleteV3, "clientName")]
    [TestCase(Backend.DocSpace, "name")]
    [TestCase(Backend.DynamicRegistration, "client_name")]
    public async Task A_value_of_another_type_stays_visible_under_the_vendors_name(Backend backend, string property)
    {
        using WireHost host = WireHost.For(backend)
            .OnAny(WireAnswer.Ok(Json.With(Documents.Full(backend), property, """{"en":"x"}""")));

        ClientMetadata metadata = (await host.Clients.GetAsync("17")).Metadata;

        Assert.That((metadata.ClientName, metadata.Extensions[property].GetRawText()), Is.EqualTo((null as string, """{"en":"x"}""")));
    }

    [TestCase("2026-01-02T03:04:05.123456789+00:00", 2026)]
    [TestCase("2026-01-02T03:04:05Z", 2026)]
    [TestCase("2026-01-02T03:04Z", 2026)]
    [TestCase("yesterday", null)]
    [TestCase("", null)]
    public async Task A_time_of_docspace_is_read_where_it_is_one(string text, int? year)
    {
        using WireHost host = WireHost.For(Backend.DocSpace)
            .OnAny(WireAnswer.Ok($$"""{"client_id":"17","created_on":"{{text}}"}"""));

        OAuthClient client = await host.Clients.GetAsync("17");

        Assert.That(client.CreatedAt?.Year, Is.EqualTo(year));
    }
}
