using System.Net;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>Answers that report success in ways that a strict reader would refuse.</summary>
public sealed class SuccessBodyTests
{
    private static readonly ClientOperation[] s_needABody =
    [
        ClientOperation.Get, ClientOperation.Create, ClientOperation.GetInfo, ClientOperation.GetPublicInfo, ClientOperation.RotateSecret,
    ];

    private static readonly string[] s_nothing = ["", " ", "\r\n", "null", " null\n"];

    private static IEnumerable<TestCaseData> EmptyAnswers() =>
        InTurn.Of(WireOperations.All.Where(row => !s_needABody.Contains(row.Operation) && !row.NeedsBody), s_nothing, each: 2)
            .Select(pair => new TestCaseData(pair.Row, pair.Value));

    [TestCaseSource(nameof(EmptyAnswers))]
    public async Task A_success_without_a_body_is_a_success(WireOperation row, string body)
    {
        using WireHost host = ReadBack(row).Prepare(WireHost.For(row.Backend), new WireAnswer(row.Main.Answer.Status, body));

        Exception? error = await row.CatchAsync(host);

        Assert.That(error, Is.Null);
    }

    // After an update of Authlete that answers nothing, the client is read as it is then.
    private static WireOperation ReadBack(WireOperation row) => row.Exchanges.Length != 2 ? row
        : row with { Exchanges = [.. row.Exchanges, row.Exchanges[0] with { Answer = row.Main.Answer }] };

    [Test]
    public void A_rotation_after_which_no_answer_holds_a_secret_is_told_of_the_client()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Ok("""{"clientId":17}"""));

        var error = Assert.ThrowsAsync<UnexpectedResponseException>(() => host.Clients.RotateSecretAsync("17"))!;

        Assert.That(error.Error.ClientId, Is.EqualTo("17"));
    }

    private static IEnumerable<TestCaseData> MissingAnswers() =>
        from row in WireOperations.All
        where s_needABody.Contains(row.Operation) && row.Operation != ClientOperation.RotateSecret
        from body in s_nothing.Append("{}")
        select new TestCaseData(row, body);

    [TestCaseSource(nameof(MissingAnswers))]
    public async Task A_success_that_lacks_what_was_asked_for_is_an_unexpected_answer(WireOperation row, string body)
    {
        using WireHost host = row.Prepare(WireHost.For(row.Backend), new WireAnswer(row.Main.Answer.Status, body));

        Exception? error = await row.CatchAsync(host);

        Assert.That(error, Is.TypeOf<UnexpectedResponseException>());
    }

    [TestCase("")]
    [TestCase("{}")]
    public async Task A_rotated_secret_that_the_answer_lacks_is_read(string body)
    {
        WireOperation rotate = WireOperations.Of(Backend.DocSpace, ClientOperation.RotateSecret);
        using WireHost host = rotate.Prepare(WireHost.For(Backend.DocSpace), WireAnswer.Of(200, body))
            .On("GET /api/2.0/clients/17", WireAnswer.Ok("""{"client_id":"17","client_secret":"the-new-one"}"""));

        Secret rotated = await host.Clients.RotateSecretAsync("17");

        Assert.That(rotated, Is.EqualTo(new Secret("the-new-one")));
    }

    [TestCase(200)]
    [TestCase(201)]
    public async Task Authlete_v3_may_answer_a_creation_with_either_status(int status)
    {
        WireOperation create = WireOperations.Of(Backend.AuthleteV3, ClientOperation.Create);
        using WireHost host = create.Prepare(WireHost.For(Backend.AuthleteV3), WireAnswer.Of(status, AuthleteOperations.Created));

        Assert.That(await create.CatchAsync(host), Is.Null);
    }

    private static IEnumerable<Backend> Authlete() => [Backend.AuthleteV2, Backend.AuthleteV3];

    [TestCaseSource(nameof(Authlete))]
    public async Task An_empty_answer_to_an_update_is_followed_by_reading(Backend backend)
    {
        WireOperation update = WireOperations.Of(backend, ClientOperation.Update);
        using WireHost host = ReadBack(update).Prepare(WireHost.For(backend), WireAnswer.Ok(""));

        await update.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(host.Requests[^1].Method, Is.EqualTo("GET"));
    }

    [TestCase("application/json; charset=utf8")]
    [TestCase("application/json; charset=UTF-8")]
    [TestCase("application/json; charset=\"utf-8\"")]
    [TestCase("application/json; charset=nonsense")]
    [TestCase("text/plain")]
    [TestCase("nonsense")]
    [TestCase(null)]
    public async Task The_declared_type_of_an_answer_does_not_matter(string? contentType)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3)
            .OnAny(new WireAnswer(HttpStatusCode.OK, """{"clientId":17,"clientName":"ü😀"}""", contentType));

        OAuthClient client = await host.Clients.GetAsync("17");

        Assert.That(client.Metadata.ClientName, Is.EqualTo("ü😀"));
    }

    [Test]
    public async Task A_byte_order_mark_before_an_answer_does_not_matter()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Ok("\ufeff" + AuthleteOperations.Client));

        OAuthClient client = await host.Clients.GetAsync("17");

        Assert.That(client.ClientId, Is.EqualTo("17"));
    }

    [Test]
    public async Task A_scope_that_the_catalogue_holds_without_a_name_is_left_out()
    {
        using WireHost host = WireHost.For(Backend.DocSpace)
            .OnAny(WireAnswer.Ok("""[null,{},{"name":null},{"name":""},{"name":"openid","group":null,"new":1}]"""));

        IReadOnlyList<OAuthScope> scopes = await host.Clients.Scopes.ListScopesAsync();

        Assert.That(scopes, Is.EqualTo(new[] { new OAuthScope { Name = "openid" } }));
    }

    [TestCase("null", null)]
    [TestCase("[]", "")]
    [TestCase("""["a","b"]""", "a b")]
    public async Task Requestable_scopes_tell_no_restriction_from_no_scopes(string scopes, string? expected)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Ok($$"""{"requestableScopes":{{scopes}}}"""));

        IReadOnlyList<string>? read = await host.Clients.Scopes.GetRequestableScopesAsync("17");

        Assert.That(read is null ? null : string.Join(' ', read), Is.EqualTo(expected));
    }

    [TestCase("""{"latestGrantedScopes":null,"mergedGrantedScopes":null,"modifiedAt":0}""", null, null)]
    [TestCase("""{"latestGrantedScopes":[],"mergedGrantedScopes":["a"],"modifiedAt":1000}""", "", "1970-01-01T00:00:01.0000000+00:00")]
    [TestCase("""{"latestGrantedScopes":["a"],"modifiedAt":null}""", "a", null)]
    public async Task Granted_scopes_tell_no_record_from_an_empty_one(string body, string? latest, string? modified)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Ok(body));

        GrantedScopes read = await host.Clients.Grants.GetGrantedScopesAsync("17", "ann");

        Assert.That(
            (read.Latest is null ? null : string.Join(' ', read.Latest), read.ModifiedAt?.ToString("O")),
            Is.EqualTo((latest, modified)));
    }
}
