namespace ClientMgmt.Tests.Wire;

/// <summary>DocSpace answers what it has no route for like a refused signature, but for a mark.</summary>
public sealed class MisdirectionTests
{
    [TestCase("Set-Cookie", "JSESSIONID=1; Path=/; HttpOnly")]
    [TestCase("Allow", "GET, PUT, DELETE")]
    [TestCase("Accept", "application/json")]
    [TestCase("X-Ratelimit-Remaining", "12")]
    public void An_empty_403_with_a_mark_is_about_the_route_and_renews_nothing(string header, string value)
    {
        using WireHost host = Exchanging()
            .On("GET /api/2.0/clients/17", WireAnswer.Of(403) with { Headers = new Dictionary<string, string> { [header] = value } });

        Assert.That(
            async () => await host.Clients.GetAsync("17"),
            Throws.TypeOf<UnexpectedResponseException>()
                .With.Message.Contain("BaseAddress").And.Message.Contain("PathPrefix").And.Message.Contain("ServerVersion"));
        Assert.That(host.Requests.Count(r => r.Line.Contains("oauth2/token", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public void An_empty_403_without_one_refuses_the_signature_which_is_renewed()
    {
        using WireHost host = Exchanging().On("GET /api/2.0/clients/17", WireAnswer.Of(403));

        Assert.That(async () => await host.Clients.GetAsync("17"), Throws.TypeOf<AccessDeniedException>());
        Assert.That(host.Requests.Count(r => r.Line.Contains("oauth2/token", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public void A_path_that_version_3_6_does_not_know_is_no_missing_client()
    {
        using WireHost host = Exchanging().On("GET /api/2.0/clients/17", WireAnswer.Of(
            404, """{"type":"about:blank","title":"Not Found","status":404,"detail":"No static resource api/2.0/clients/17."}"""));

        Assert.That(async () => await host.Clients.GetAsync("17"), Throws.TypeOf<UnexpectedResponseException>().With.Message.Contain("PathPrefix"));
    }

    private static WireHost Exchanging() =>
        WireHost.For(Backend.DocSpace, o => (o.Signature, o.ApiKey) = (null, new Secret(WireHost.ApiKey)))
            .On("GET /api/2.0/security/oauth2/token", WireAnswer.Ok("""{"response":"one"}"""), WireAnswer.Ok("""{"response":"two"}"""));
}
