using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>Envelopes and small answers that hold other types than declared.</summary>
public sealed class OddAnswerTests
{
    private static readonly string[] s_members =
    [
        "clientId", "client_id", "clients", "totalCount", "start", "end", "developer", "subject", "newClientSecret", "oldClientSecret",
        "client_secret", "latestGrantedScopes", "mergedGrantedScopes", "modifiedAt", "serviceApiKey", "requestableScopes", "resultCode",
        "resultMessage", "data", "limit", "last_client_id", "last_created_on", "last_modified_on", "name", "scopes",
    ];

    private static readonly string[] s_values =
    [
        "true", "1.5", "1e400", "99999999999999999999", "\"text\"", "[]", "[null]", "[1]", "[\"a\"]", "[[]]", "[{}]", "{}", "{\"a\":1}",
        "\"\\ud800\"",
    ];

    private static IEnumerable<TestCaseData> OddAnswers()
    {
        string deep = new string('[', 200) + new string(']', 200);
        string[] objects = [.. s_values.Select(v => "{" + string.Join(',', s_members.Select(m => $"\"{m}\":{v}")) + "}")];
        string[] all =
        [
            .. objects, .. s_values.Concat(
            [
                deep, $$"""{"future":{{deep}}}""", "{", "[", "{\"clients\":[", "{]", "{\"a\" 1}", "undefined", "NaN", "new Date(1)",
                """{"clientId":17,"client_id":"17","future":undefined}""", """{"clientId":17,"client_id":"17","future":NaN}""",
                """{"clientId":17,"client_id":"17","future":new Date(1)}""", """{"clientId":17,"client_id":"17","future":-Infinity}""",
                """{'clientId':17,'client_id':'17',future:'x'}""", """{"clientId":17,"client_id":"17"/* comment */}""",
                """{"clientId":17,"client_id":"17","future":0x1F}""", """{"clientId":17,"client_id":"17","future":007}""",
                """{"clientId":17,"client_id":"17","future":[1,,2]}""", """{"clientId":17,"client_id":"17"} and more""",
                "{\"clientId\":17,\"client_id\":\"17\",\"future\":" + new string('9', 500) + "}",
            ]),
        ];
        WireOperation[] rows = [.. WireOperations.WithAnswer.Where(row => row.Variant is null && row.Backend != Backend.AuthleteV2)];
        return from pair in (
                   from row in rows
                   where row.Operation is ClientOperation.Get or ClientOperation.List
                   from body in all
                   select (Row: row, Value: body)).Concat(InTurn.Of(rows, objects, each: 5)).Distinct()
               select new TestCaseData(pair.Row, pair.Value).SetArgDisplayNames(
                   pair.Row.ToString(), pair.Value.Length > 80 ? pair.Value[..80] + "…" : pair.Value);
    }

    [TestCaseSource(nameof(OddAnswers))]
    public async Task Only_the_librarys_own_errors_come_out_of_an_odd_answer(WireOperation row, string body)
    {
        using WireHost host = row.Prepare(WireHost.For(row.Backend), new WireAnswer(row.Main.Answer.Status, body))
            .OnEveryOther(WireAnswer.Of(500));

        Exception? error = await row.CatchAsync(host);

        Assert.That(Leaks.IsOwn(error), Is.True, error?.ToString());
    }

    private static IEnumerable<TestCaseData> OddNumbers() =>
        from backend in WireOperations.BackendsOf(ClientOperation.List)
        from value in new[] { "null", "\"5\"", "\"many\"", "5.0", "99999999999", "true" }
        from member in backend == Backend.DocSpace ? ["limit"] : new[] { "totalCount", "start", "end" }
        select new TestCaseData(backend, member, value);

    [TestCaseSource(nameof(OddNumbers))]
    public async Task A_list_is_read_whatever_the_numbers_around_it_hold(Backend backend, string member, string value)
    {
        string body = Json.With("""{"totalCount":1,"clients":[{"clientId":17}],"data":[{"client_id":"17"}]}""", member, null);
        WireOperation list = WireOperations.Of(backend, ClientOperation.List);
        using WireHost host = list.Prepare(WireHost.For(backend), WireAnswer.Ok(body[..^1] + $",\"{member}\":{value}}}"))
            .OnEveryOther(WireAnswer.Ok("{}"));

        List<string> ids = await host.Clients.ListAsync().Select(c => c.ClientId).ToListAsync();

        Assert.That(ids, Is.EqualTo(["17"]));
    }

    [TestCase("\"files:read openid\"", "files:read openid")]
    [TestCase("[\"files:read\",\"openid\"]", "files:read openid")]
    [TestCase("null", null)]
    public async Task The_scopes_of_a_consent_are_a_text_or_on_some_servers_an_array(string scopes, string? expected)
    {
        using WireHost host = WireHost.For(Backend.DocSpace)
            .OnAny(WireAnswer.Ok($$"""{"data":[{"registered_client_id":"17","scopes":{{scopes}}}]}"""));

        AuthorizedClient consent = await host.Clients.Grants.ListAuthorizedClientsAsync(null).SingleAsync();

        Assert.That(consent.Scope, Is.EqualTo(expected));
    }

    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("""{"client_id":null}""")]
    public async Task A_consent_to_a_client_that_is_gone_is_still_told(string client)
    {
        using WireHost host = WireHost.For(Backend.DocSpace)
            .OnAny(WireAnswer.Ok($$"""{"data":[{"registered_client_id":"17","client":{{client}}}]}"""));

        AuthorizedClient consent = await host.Clients.Grants.ListAuthorizedClientsAsync(null).SingleAsync();

        Assert.That(consent.ClientId, Is.EqualTo("17"));
    }
}
