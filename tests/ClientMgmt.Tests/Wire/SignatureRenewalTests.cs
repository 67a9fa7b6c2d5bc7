namespace ClientMgmt.Tests.Wire;

/// <summary>
/// A signature that DocSpace refuses is exchanged anew, once. A server refuses it before it does anything, so that
/// repeating is safe for every operation.
/// </summary>
public sealed class SignatureRenewalTests
{
    private const string Exchange = "GET /api/2.0/security/oauth2/token";

    private static IEnumerable<WireOperation> Signed() =>
        DocSpaceOperations.All().Where(o => o.Operation != ClientOperation.GetPublicInfo);

    // Those that are not made of several requests.
    private static IEnumerable<WireOperation> Single() => Signed().Where(o => o.Exchanges.Length == 1);

    [TestCaseSource(nameof(Single))]
    public async Task A_refused_signature_is_exchanged_anew_and_the_request_repeated(WireOperation row)
    {
        string line = row.Lines(WireOperation.Id).Single();
        using WireHost host = Portal().On(line, WireAnswer.Of(403), row.Main.Answer);

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(host.Requests.Select(r => r.Line), Is.EqualTo([Exchange, line, Exchange, line]));
    }

    [Test]
    public async Task The_repeated_request_carries_the_new_signature()
    {
        WireOperation row = WireOperations.Of(Backend.DocSpace, ClientOperation.Get);
        using WireHost host = Portal().On(row.Lines(WireOperation.Id).Single(), WireAnswer.Of(403), row.Main.Answer);

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(host.Requests[^1].Header("x-signature"), Is.EqualTo("second-signature"));
    }

    private static IEnumerable<WireOperation> WithBody() => Single().Where(o => o.Main.Body is not null);

    [TestCaseSource(nameof(WithBody))]
    public async Task The_repeated_request_has_the_same_body(WireOperation row)
    {
        using WireHost host = Portal().On(row.Lines(WireOperation.Id).Single(), WireAnswer.Of(403), row.Main.Answer);

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(host.Requests[3].Body, Is.EqualTo(host.Requests[1].Body));
    }

    [TestCaseSource(nameof(Signed))]
    public async Task A_second_refusal_is_access_denied(WireOperation row)
    {
        using WireHost host = Portal().OnEveryOther(WireAnswer.Of(403));

        Exception? error = await row.CatchAsync(host);

        Assert.That((error?.GetType(), host.Requests.Count), Is.EqualTo((typeof(AccessDeniedException), 4)));
    }

    [TestCase("""{"reason":"access denied"}""")]
    [TestCase("""{"title":"Forbidden","status":403,"detail":"Access denied"}""")]
    public async Task A_refused_right_is_not_asked_for_twice(string body)
    {
        using WireHost host = Portal().OnEveryOther(WireAnswer.Of(403, body));

        await WireOperations.Of(Backend.DocSpace, ClientOperation.Get).CatchAsync(host);

        Assert.That(host.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_ready_signature_that_is_refused_cannot_be_renewed()
    {
        using WireHost host = WireHost.For(Backend.DocSpace).OnEveryOther(WireAnswer.Of(403));

        Exception? error = await WireOperations.Of(Backend.DocSpace, ClientOperation.Get).CatchAsync(host);

        Assert.That((error?.GetType(), host.Requests.Count), Is.EqualTo((typeof(AccessDeniedException), 1)));
    }

    private static WireHost Portal() =>
        WireHost.For(Backend.DocSpace, o => (o.Signature, o.ApiKey) = (null, new Secret(WireHost.ApiKey))).On(
            Exchange,
            WireAnswer.Ok("""{"response":"first-signature"}"""),
            WireAnswer.Ok("""{"response":"second-signature"}"""));
}
