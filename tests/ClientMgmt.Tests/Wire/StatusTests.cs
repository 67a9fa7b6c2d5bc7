using System.Net;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>What every status of every operation turns into.</summary>
public sealed class StatusTests
{
    // What these mean depends on the operation.
    private static readonly int[] s_byOperation = [401, 403, 404, 409, 500];

    private static readonly int[] s_others = [302, 307, 405, 415, 429, 502, 503, 504];

    private static IEnumerable<TestCaseData> Statuses() =>
        from pair in (
            from row in WireOperations.All
            from status in s_byOperation
                .Concat(SendsBadRequest(row) ? [400] : [])
                .Concat(row.Operation == ClientOperation.Create ? [422] : [])
            select (Row: row, Value: status)).Concat(InTurn.Of(WireOperations.All, s_others))
        select new TestCaseData(pair.Row, pair.Value);

    [TestCaseSource(nameof(Statuses))]
    public async Task A_status_has_its_own_exception(WireOperation row, int status)
    {
        using WireHost host = Failing(row, status);

        Exception? error = await row.CatchAsync(host);

        Assert.That(error, Is.TypeOf(Expected(row, status)));
    }

    private static IEnumerable<TestCaseData> Successes() =>
        from row in WireOperations.All
        from status in row.Operation == ClientOperation.Get ? [200, 201, 202, 203, 206] : new[] { 206 }
        select new TestCaseData(row, status);

    [TestCaseSource(nameof(Successes))]
    public async Task Any_status_of_success_is_one(WireOperation row, int status)
    {
        WireAnswer answer = row.Main.Answer with { Status = (HttpStatusCode)status };
        using WireHost host = row.Prepare(WireHost.For(row.Backend), answer);

        Exception? error = await row.CatchAsync(host);

        Assert.That((error, host.Requests.Count), Is.EqualTo(((Exception?)null, row.Exchanges.Length)));
    }

    // Whatever stands in an answer that claims success, and whatever success it claims.
    [TestCaseSource(typeof(WireOperations), nameof(WireOperations.All))]
    public async Task A_success_of_any_kind_ends_in_a_result_or_in_an_error_of_the_library(WireOperation row)
    {
        string?[] bodies = [null, "", "{}", "[]", "{\"clientId\":", "<html></html>", """{"data":7,"clients":{},"clientId":[]}"""];
        foreach (int status in new[] { 200, 201, 202, 203, 204, 205, 206, 207, 226, 299 })
        {
            foreach (string? body in bodies)
            {
                WireAnswer answer = body is null ? row.Main.Answer with { Status = (HttpStatusCode)status } : WireAnswer.Of(status, body);
                using WireHost host = row.Prepare(WireHost.For(row.Backend), answer).OnEveryOther(answer);

                Exception? error = await row.CatchAsync(host);

                Assert.That(error, Is.Null.Or.InstanceOf<ClientManagementException>(), $"{status} {body}");
            }
        }
    }

    private static IEnumerable<TestCaseData> Empty() =>
        from row in WireOperations.WithAnswer
        where row.Operation is ClientOperation.Get or ClientOperation.Create or ClientOperation.GetInfo or ClientOperation.GetPublicInfo
        from status in new[] { 202, 204, 206 }
        select new TestCaseData(row, status);

    [TestCaseSource(nameof(Empty))]
    public async Task A_success_without_a_body_is_taken_for_no_client(WireOperation row, int status)
    {
        using WireHost host = row.Prepare(WireHost.For(row.Backend), WireAnswer.Of(status, ""));

        Exception? error = await row.CatchAsync(host);

        Assert.That(error, Is.TypeOf<UnexpectedResponseException>());
    }

    [TestCaseSource(typeof(WireOperations), nameof(WireOperations.All))]
    public async Task An_error_says_where_it_comes_from(WireOperation row)
    {
        using WireHost host = Failing(row, 500);

        ClientManagementError? error = (await row.CatchAsync(host) as ClientManagementException)?.Error;

        Assert.That(
            (error?.Provider, error?.Operation, error?.StatusCode),
            Is.EqualTo(("test", row.Operation, HttpStatusCode.InternalServerError)));
    }

    [TestCase(301, "the server redirects to another address, and redirects are not followed; set BaseAddress to the address of the API.")]
    [TestCase(302, "the server redirects to another address")]
    [TestCase(303, "the server redirects to another address")]
    [TestCase(307, "the server redirects to another address")]
    [TestCase(308, "the server redirects to another address")]
    [TestCase(304, "a status that this operation does not expect")]
    [TestCase(418, "a status that this operation does not expect")]
    [TestCase(200, "the server reports success, but its answer could not be read.")]
    [TestCase(299, "the server reports success, but its answer could not be read.")]
    public async Task An_unexpected_answer_is_told_in_words(int status, string expected)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Of(status, "no JSON"));

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host);

        Assert.That(error, Is.TypeOf<UnexpectedResponseException>().With.Message.Contains(expected));
    }

    [Test]
    public async Task A_change_that_the_server_puts_off_was_not_made()
    {
        WireAnswer later = WireAnswer.Of(503) with { Headers = new Dictionary<string, string> { ["Retry-After"] = "5" } };
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(later);

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Create).CatchAsync(host);

        Assert.That(error, Is.TypeOf<BackendUnavailableException>());
    }

    private static WireHost Failing(WireOperation row, int status)
    {
        // An unknown client has a code; without a body, it is the path that is unknown.
        WireAnswer refusal = WireAnswer.Of(status, status == 404 && row.Backend != Backend.DocSpace ? UnknownClientTests.NoSuchClient : "");
        WireExchange[] exchanges = [.. row.Exchanges.Select((e, i) => i < row.Decisive ? e : e with { Answer = refusal })];
        return (row with { Exchanges = exchanges }).Prepare(WireHost.For(row.Backend)).OnEveryOther(refusal);
    }

    private static bool SendsBadRequest(WireOperation row) => row.Backend != Backend.DocSpace
        || row.Operation is not (ClientOperation.Get or ClientOperation.GetInfo or ClientOperation.GetPublicInfo
            or ClientOperation.GetRequestableScopes or ClientOperation.ListScopes or ClientOperation.RevokeAuthorization
            or ClientOperation.DeleteAllOwnClients or ClientOperation.DeleteAllTenantClients);

    private static Type Expected(WireOperation row, int status) => status switch
    {
        // No metadata was sent: another change got in between.
        400 when row is
        {
            Backend: Backend.DocSpace,
            Operation: ClientOperation.Delete or ClientOperation.Enable or ClientOperation.Disable or ClientOperation.RotateSecret,
        } => typeof(ClientConflictException),
        400 or 401 or 403 or 404 or 409 when row.Refused is { } refused => refused,
        400 or 422 => typeof(InvalidClientMetadataException),
        401 or 403 => typeof(AccessDeniedException),
        404 when Calls.TakesClientId(row.Operation) => typeof(ClientNotFoundException),
        409 => typeof(ClientConflictException),
        429 => typeof(RateLimitedException),
        >= 500 => row.Main.Interrupted,
        _ => typeof(UnexpectedResponseException),
    };
}
