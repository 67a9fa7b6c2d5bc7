namespace ClientMgmt.Tests.Wire;

/// <summary>An update of one property sends everything else back as it came.</summary>
public sealed class RoundTripTests
{
    private static readonly Backend[] s_authlete = [Backend.AuthleteV2, Backend.AuthleteV3];

    // An update of DocSpace replaces a part of the client, and that alone is sent.
    private static readonly Backend[] s_whole = [.. s_authlete, Backend.DynamicRegistration];

    // RFC 7592 section 2.2 forbids these in an update of dynamic registration. The first two open the client.
    private static readonly string[] s_issued =
    [
        "registration_access_token", "registration_client_uri", "client_secret", "client_secret_expires_at", "client_id_issued_at", "updated_at",
    ];

    private static readonly string[] s_values =
    [
        "null", "true", "0", "1.10", "1.0", "0.1234567890123456789012345678", "9007199254740993", "18446744073709551616",
        "1234567890123456789012345678901234567890", "\"\"", "\"2026-01-02T03:04:05.123456789+00:00\"", "\"2026-01-02\"",
        "\"2026-01-02T03:04:05Z\"", "\"/Date(1700000000000)/\"", "\"null\"", "\"ü😀 \\u2028 <>&'\"", "\"\\u0000\\u001f\\\\\\\"\"",
        "[]", "[null,[],{}]", "{}", "{\"$type\":\"System.Object, mscorlib\",\"$id\":\"1\",\"$ref\":\"1\",\"$values\":[1]}",
        "{\"\":1,\"a b\":2,\"Clientname\":3}", "{\"a\":{\"a\":{\"a\":null}}}",
    ];

    // What is null is not set on dynamic registration, and not sent.
    private static IEnumerable<TestCaseData> Values() =>
        from backend in s_whole
        from value in s_values
        where backend != Backend.DynamicRegistration || value != "null"
        select new TestCaseData(backend, value);

    private static IEnumerable<Backend> Whole() => s_whole;

    [TestCaseSource(nameof(Values))]
    public async Task A_property_that_nobody_knows_goes_back_letter_by_letter(Backend backend, string value)
    {
        await AssertRoundTripAsync(backend, Client(backend, "fromTheFuture", value));
    }

    private static IEnumerable<TestCaseData> Numbers() =>
        from backend in s_whole
        from number in new[] { "-0", "1e2", "1E+2", "-1.5e-7", "1.5e20" }
        select new TestCaseData(backend, number);

    [TestCaseSource(nameof(Numbers))]
    public async Task A_number_goes_back_with_its_value_however_it_is_written(Backend backend, string number)
    {
        string body = await UpdateAsync(backend, Client(backend, "fromTheFuture", number));

        using var sent = System.Text.Json.JsonDocument.Parse(body);
        Assert.That(
            sent.RootElement.GetProperty("fromTheFuture").GetDouble(),
            Is.EqualTo(double.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<TestCaseData> NumbersBeyondDecimal() =>
        from backend in s_whole
        from number in new[]
        {
            "0.12345678901234567890123456789012345678901234567890", "123456789012345678901234567890.5", "1e-30", "1e400",
        }
        select new TestCaseData(backend, number);

    [TestCaseSource(nameof(NumbersBeyondDecimal))]
    public async Task A_number_that_no_type_of_dotnet_holds_goes_back_as_it_came(Backend backend, string number)
    {
        await AssertRoundTripAsync(backend, Client(backend, "fromTheFuture", number));
    }

    private static IEnumerable<TestCaseData> ReadValues() =>
        from backend in s_whole
        from value in s_values
        select new TestCaseData(backend, value);

    [TestCaseSource(nameof(ReadValues))]
    public async Task A_property_that_nobody_knows_is_read_letter_by_letter(Backend backend, string value)
    {
        using WireHost host = WireHost.For(backend).OnAny(WireAnswer.Ok(Client(backend, "fromTheFuture", value)));

        IReadOnlyDictionary<string, System.Text.Json.JsonElement> read = (await host.Clients.GetAsync("17")).Metadata.Extensions;

        Assert.That(
            read.TryGetValue("fromTheFuture", out System.Text.Json.JsonElement element) ? Json.Sorted(element.GetRawText()) : "null",
            Is.EqualTo(Json.Sorted(value)));
    }

    private static IEnumerable<TestCaseData> AuthleteValues() =>
        from backend in s_authlete
        from value in s_values
        select new TestCaseData(backend, value);

    // Dynamic registration reads a text for a list, and the reverse, as what is due (ToleranceTests), and sends that.
    [TestCaseSource(nameof(AuthleteValues))]
    public async Task Properties_that_hold_other_types_than_declared_go_back_as_they_came(Backend backend, string value)
    {
        await AssertRoundTripAsync(backend, Json.With(Documents.Filled(backend, value), "clientName", "\"Old\""));
    }

    [TestCaseSource(nameof(Whole))]
    public async Task A_client_that_carries_every_property_goes_back_whole(Backend backend)
    {
        await AssertRoundTripAsync(backend, Json.With(Documents.Full(backend), Name(backend), "\"Old\""));
    }

    private static IEnumerable<Backend> Authlete() => s_authlete;

    [TestCaseSource(nameof(Authlete))]
    public async Task Explicit_nulls_go_back_as_explicit_nulls(Backend backend)
    {
        await AssertRoundTripAsync(backend, Json.With(Documents.Filled(backend, "null"), "clientName", "\"Old\""));
    }

    [TestCaseSource(nameof(Whole))]
    public async Task A_lone_surrogate_in_a_text_goes_back_as_it_came(Backend backend)
    {
        string body = await UpdateAsync(backend, Client(backend, "fromTheFuture", "\"a\\ud800b\""));

        Assert.That(body, Does.Contain("""a\ud800b""").IgnoreCase);
    }

    [Test]
    public async Task Changing_the_scope_of_authlete_keeps_the_rest_of_the_extension()
    {
        const string before = """{"requestableScopesEnabled":false,"requestableScopes":null,"accessTokenDuration":0,"future":1.10}""";
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnClient($$"""{"clientId":17,"extension":{{before}}}""");

        await host.Clients.UpdateAsync("17", c => c with { Scope = "a b" });

        Assert.That(Json.Sorted(host.Requests[1].Body!), Is.EqualTo(Json.Sorted(
            """{"clientId":17,"extension":{"requestableScopesEnabled":true,"requestableScopes":["a","b"],"accessTokenDuration":0,"future":1.10}}""")));
    }

    private static string Name(Backend backend) => backend == Backend.DynamicRegistration ? "client_name" : "clientName";

    private static string Client(Backend backend, string property, string value) => Json.With(
        $$"""{"{{Documents.IdName(backend)}}":{{Documents.Id(backend)}},"{{Name(backend)}}":"Old"}""", property, null)[..^1] + $",\"{property}\":{value}}}";

    private static async Task AssertRoundTripAsync(Backend backend, string document)
    {
        string body = await UpdateAsync(backend, document);

        foreach (string issued in backend == Backend.DynamicRegistration ? s_issued : [])
        {
            document = Json.With(document, issued, null);
        }

        Assert.That(Json.Sorted(body), Is.EqualTo(Json.Sorted(document).Replace("\"Old\"", "\"New\"", StringComparison.Ordinal)));
    }

    private static async Task<string> UpdateAsync(Backend backend, string document)
    {
        using WireHost host = WireHost.For(backend).OnClient(document);

        await host.Clients.UpdateAsync("17", c => c with { ClientName = "New" });

        return host.Requests[1].Body!;
    }
}
