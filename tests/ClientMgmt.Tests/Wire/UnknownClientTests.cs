using System.Net;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>How Authlete tells of a client that is not there, and of a path that is not.</summary>
public sealed class UnknownClientTests
{
    public const string NoSuchClient = """{"resultCode":"A001212","resultMessage":"[A001212] /client/get, The client does not exist."}""";

    private static IEnumerable<WireOperation> Operations =>
        WireOperations.WithId.Where(o => o.Backend is Backend.AuthleteV2 or Backend.AuthleteV3 && o.Main.Request.Contains("{id}", StringComparison.Ordinal));

    private static IEnumerable<TestCaseData> Codes() =>
        InTurn.Of(Operations, [400, 403, 404]).Select(pair => new TestCaseData(pair.Row, pair.Value));

    [TestCaseSource(nameof(Codes))]
    public async Task A_client_with_the_code_for_it_is_not_found_whatever_the_status(WireOperation row, int status)
    {
        using WireHost host = WireHost.For(row.Backend).OnEveryOther(WireAnswer.Of(status, NoSuchClient));

        Exception? error = await row.CatchAsync(host);

        Assert.That((error?.GetType(), host.Requests.Count), Is.EqualTo((typeof(ClientNotFoundException), 1)));
    }

    [Test]
    public async Task An_id_that_is_no_number_is_not_found_and_the_error_says_why()
    {
        WireOperation row = WireOperations.Of(Backend.AuthleteV2, ClientOperation.Get);
        using WireHost host = WireHost.For(row.Backend).OnEveryOther(WireAnswer.Of(400, """{"resultCode":"A001216","resultMessage":"x"}"""));

        Exception? error = await row.CatchAsync(host, "alias");

        Assert.That(error, Is.TypeOf<ClientNotFoundException>().With.Message.Contain("number"));
    }

    private static IEnumerable<TestCaseData> Refusals() =>
        InTurn.Of(Operations, [400, 403]).Select(pair => new TestCaseData(pair.Row, pair.Value));

    [TestCaseSource(nameof(Refusals))]
    public async Task A_refusal_is_not_followed_by_other_requests(WireOperation row, int status)
    {
        using WireHost host = WireHost.For(row.Backend).OnEveryOther(WireAnswer.Of(status, "{}"));

        Exception? error = await row.CatchAsync(host);

        Assert.That(
            (error?.GetType(), host.Requests.Count),
            Is.EqualTo((status == 400 ? typeof(InvalidClientMetadataException) : typeof(AccessDeniedException), 1)));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task A_404_without_a_body_is_a_wrong_address_and_says_so(WireOperation row)
    {
        using WireHost host = WireHost.For(row.Backend).OnEveryOther(WireAnswer.Of(404, ""));

        Exception? error = await row.CatchAsync(host);

        Assert.That(error, Is.TypeOf<UnexpectedResponseException>().With.Message.Contain("BaseAddress"));
    }

    [Test]
    public async Task A_404_with_the_page_of_a_gateway_may_be_either()
    {
        WireOperation row = WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get);
        using WireHost host = WireHost.For(row.Backend).OnEveryOther(new WireAnswer(HttpStatusCode.NotFound, "<html></html>", "text/html"));

        Exception? error = await row.CatchAsync(host);

        Assert.That(error, Is.TypeOf<ClientNotFoundException>().With.Message.Contain("BaseAddress"));
    }
}
