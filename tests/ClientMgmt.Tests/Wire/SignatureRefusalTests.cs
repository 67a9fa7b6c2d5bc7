using System.Net;

namespace ClientMgmt.Tests.Wire;

/// <summary>What becomes of an operation when the portal issues no signature.</summary>
public sealed class SignatureRefusalTests
{
    [TestCase(401)]
    [TestCase(403)]
    public void A_refused_exchange_is_access_denied(int status)
    {
        using WireHost host = Refusing(WireAnswer.Of(status));

        Assert.That(
            async () => await host.Clients.GetAsync("17"),
            Throws.TypeOf<AccessDeniedException>().With.Property("Error").Property("StatusCode").EqualTo((HttpStatusCode)status));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("""{"response":null}""")]
    [TestCase("""{"response":""}""")]
    [TestCase("""{"response":{"token":"x"}}""")]
    [TestCase("""{"response":"line\nbreak"}""")]
    [TestCase("<html>sign in</html>")]
    public void An_exchange_without_a_usable_signature_is_an_unexpected_answer(string body)
    {
        using WireHost host = Refusing(WireAnswer.Ok(body));

        Assert.That(async () => await host.Clients.GetAsync("17"), Throws.TypeOf<UnexpectedResponseException>());
    }

    [Test]
    public void A_portal_that_knows_no_exchange_is_an_unexpected_answer_and_no_missing_client()
    {
        using WireHost host = Refusing(WireAnswer.Of(404));

        Assert.That(async () => await host.Clients.GetAsync("17"), Throws.TypeOf<UnexpectedResponseException>());
    }

    [Test]
    public void A_portal_that_is_down_makes_the_backend_unavailable()
    {
        using WireHost host = Refusing(WireAnswer.Of(503));

        Assert.That(async () => await host.Clients.GetAsync("17"), Throws.TypeOf<BackendUnavailableException>());
    }

    [Test]
    public void A_portal_that_limits_requests_is_rate_limited()
    {
        using WireHost host = Refusing(WireAnswer.Of(429));

        Assert.That(async () => await host.Clients.GetAsync("17"), Throws.TypeOf<RateLimitedException>());
    }

    private static WireHost Refusing(WireAnswer answer) =>
        WireHost.For(Backend.DocSpace, o => (o.Signature, o.ApiKey) = (null, new Secret(WireHost.ApiKey)))
            .On("GET /api/2.0/security/oauth2/token", answer);
}
