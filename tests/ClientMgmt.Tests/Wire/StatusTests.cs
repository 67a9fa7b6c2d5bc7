using System.Net;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>What every status of every operation turns into.</summary>
public sealed class StatusTests
{
    private static readonly int[] s_always = [302, 307, 401, 403, 404, 405, 409, 415, 429, 500, 502, 503, 504];

    private static IEnumerable<TestCaseData> Statuses() =>
        from row in WireOperations.All
        from status in s_always
            .Concat(SendsBadRequest(row) ? [400] : [])
            .Concat(row.Operation == ClientOperation.Create ? [422] : [])
        select new TestCaseData(row, status);

    [TestCaseSource(nameof(Statuses))]
    public async Task A_status_has_its_own_exception(WireOperation row, int status)
    {
        using WireHost host = Failing(row, status);

        Exception? error = await row.CatchAsync(host);

        Assert.That(error, Is.TypeOf(Expected(row, status)));
    }

    private static IEnumerable<TestCaseData> Successes() =>
        from row in WireOperations.All
        from status in new[] { 200, 201, 202, 203, 206 }
        select new TestCaseData(row, status);

    [TestCaseSource(nameof(Successes))]
    public async Task Any_status_of_success_is_one(WireOperation row, int status)
    {
        WireAnswer answer = row.Main.Answer with { Status = (HttpStatusCode)status };
        using WireHost host = row.Prepare(WireHost.For(row.Backend), answer);

        Exception? error = await row.CatchAsync(host);

        Assert.That((error, host.Requests.Count), Is.EqualTo(((Exception?)null, row.Exchanges.Length)));
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

    // No source says which of the three stands for an unknown client.
    private static IEnumerable<TestCaseData> UnknownClients() =>
        from row in WireOperations.WithId
        where row.Backend != Backend.DocSpace && row.Main.Request.Contains("{id}", StringComparison.Ordinal)
        from status in new[] { 400, 403, 404 }
        select new TestCaseData(row, status);

    [TestCaseSource(nameof(UnknownClients))]
    public async Task An_unknown_client_of_authlete_is_not_found_whatever_the_status(WireOperation row, int status)
    {
        WireAnswer refusal = WireAnswer.Of(status, "");
        string root = AuthleteOperations.Root(row.Backend);
        using WireHost host = WireHost.For(row.Backend)
            .On($"GET {root}/get/list?start=0&end=0", WireAnswer.Ok("""{"totalCount":5}"""))
            .OnEveryOther(refusal);

        Exception? error = await row.CatchAsync(host);

        Assert.That(error, Is.TypeOf<ClientNotFoundException>());
    }

    [TestCase(400)]
    [TestCase(403)]
    public async Task An_unknown_client_of_authlete_is_not_found_if_only_reading_it_says_so(int status)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3)
            .On($"DELETE {AuthleteOperations.Root(Backend.AuthleteV3)}/delete/17", WireAnswer.Of(status, ""))
            .OnEveryOther(WireAnswer.Of(404));

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Delete).CatchAsync(host);

        Assert.That(error, Is.TypeOf<ClientNotFoundException>());
    }

    private static WireHost Failing(WireOperation row, int status)
    {
        WireAnswer refusal = WireAnswer.Of(status, "");
        WireExchange[] exchanges = [.. row.Exchanges.Select((e, i) => i < row.Decisive ? e : e with { Answer = refusal })];
        WireHost host = (row with { Exchanges = exchanges }).Prepare(WireHost.For(row.Backend)).OnEveryOther(refusal);
        if (row.Backend != Backend.DocSpace)
        {
            // After a 400 or a 403 it is looked up whether the client is there, and then whether the credential is good.
            string root = AuthleteOperations.Root(row.Backend);
            host.On($"GET {root}/get/17", WireAnswer.Ok(AuthleteOperations.Client)).On($"GET {root}/get/list?start=0&end=0", refusal);
        }

        return host;
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
        400 or 422 => typeof(InvalidClientMetadataException),
        401 or 403 => typeof(AccessDeniedException),
        404 when Calls.TakesClientId(row.Operation) => typeof(ClientNotFoundException),
        409 => typeof(ClientConflictException),
        429 => typeof(RateLimitedException),
        >= 500 => row.Main.Interrupted,
        _ => typeof(UnexpectedResponseException),
    };
}
