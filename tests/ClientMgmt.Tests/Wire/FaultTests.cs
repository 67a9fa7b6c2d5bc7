using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using ClientMgmt.Http;
using ClientMgmt.Wire;
using Polly.Timeout;

namespace ClientMgmt.Tests.Wire;

/// <summary>What an outcome says about the server: whether it can have acted, and whether it may pass.</summary>
internal sealed class FaultTests
{
    private static readonly HttpRequestError[] s_beforeTheConnection =
    [
        HttpRequestError.NameResolutionError, HttpRequestError.SecureConnectionError, HttpRequestError.VersionNegotiationError,
        HttpRequestError.ProxyTunnelError,
    ];

    // The same request will end so again.
    private static readonly HttpRequestError[] s_lasting =
        [HttpRequestError.ConfigurationLimitExceeded, HttpRequestError.UserAuthenticationError, HttpRequestError.VersionNegotiationError];

    [Test]
    public void Without_a_connection_the_server_cannot_have_acted([Values] HttpRequestError error) => Assert.That(
        Faults.NeverConnected(new HttpRequestException(error)), Is.EqualTo(s_beforeTheConnection.Contains(error)));

    [Test]
    public void A_connection_that_was_reset_was_one() => Assert.That(
        Faults.NeverConnected(new HttpRequestException(HttpRequestError.ResponseEnded, null, new SocketException())), Is.False);

    [Test]
    public void A_connection_that_was_refused_was_none() => Assert.That(
        Faults.NeverConnected(new HttpRequestException(HttpRequestError.ConnectionError, null, new SocketException())), Is.True);

    [Test]
    public void What_breaks_on_the_way_may_pass([Values] HttpRequestError error) =>
        Assert.That(IsTransient(new HttpRequestException(error)), Is.EqualTo(!s_lasting.Contains(error)));

    private static IEnumerable<TestCaseData> Failures() =>
    [
        new(new HttpRequestException(HttpRequestError.SecureConnectionError, null, new AuthenticationException()), false),
        new(new IOException(), true),
        new(new TimeoutException(), true),
        new(new OperationCanceledException(), true),
        new(new TimeoutRejectedException(), true),
        new(new SentTwiceException(), true),
        new(new InvalidOperationException(), false),
    ];

    [TestCaseSource(nameof(Failures))]
    public void Some_failures_may_pass_and_others_not(Exception failure, bool mayPass) => Assert.That(IsTransient(failure), Is.EqualTo(mayPass));

    [TestCase(200, false)]
    [TestCase(400, false)]
    [TestCase(408, true)]
    [TestCase(409, false)]
    [TestCase(429, false)]
    [TestCase(499, false)]
    [TestCase(500, true)]
    [TestCase(501, false)]
    [TestCase(502, true)]
    [TestCase(503, true)]
    [TestCase(599, true)]
    public void Some_statuses_may_pass_and_others_not(int status, bool mayPass)
    {
        using var answer = new HttpResponseMessage((HttpStatusCode)status);

        Assert.That(Faults.IsTransient(Attempt.Refused(answer, "", null)), Is.EqualTo(mayPass));
    }

    [Test]
    public void A_failure_at_a_word_that_was_sent_will_not_pass()
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.InternalServerError);

        Assert.That(Faults.IsTransient(Attempt.Refused(answer, "", null, [new FieldError("acr_values", "word")])), Is.False);
    }

    [TestCase(429, null, true)]
    [TestCase(503, "1", true)]
    [TestCase(503, null, false)]
    [TestCase(500, "1", false)]
    public void A_refusal_before_anything_was_done_is_429_or_a_503_with_a_time(int status, string? retryAfter, bool isRefusal)
    {
        using var answer = new HttpResponseMessage((HttpStatusCode)status);
        if (retryAfter is not null)
        {
            answer.Headers.Add("Retry-After", retryAfter);
        }

        Assert.That(Faults.IsRefusal(Attempt.Refused(answer, "", null)), Is.EqualTo(isRefusal));
    }

    private static IEnumerable<TestCaseData> Descriptions()
    {
        TestCaseData Row(Exception failure, string expected) => new TestCaseData(failure, expected).SetArgDisplayNames(expected);

        yield return Row(new HttpRequestException(HttpRequestError.NameResolutionError), "could not be reached (NameResolutionError)");
        yield return Row(
            new HttpRequestException(HttpRequestError.ConnectionError, null, new SocketException((int)SocketError.ConnectionRefused)),
            "the server at backend.example.test could not be reached (ConnectionError, ConnectionRefused)");
        yield return Row(new HttpRequestException(HttpRequestError.ConnectionError), "the connection to backend.example.test broke off (ConnectionError)");
        yield return Row(new HttpRequestException(HttpRequestError.ResponseEnded), "the connection to backend.example.test broke off (ResponseEnded)");
        yield return Row(Untrusted("RemoteCertificateNameMismatch"), "the certificate was not accepted: it is for another host name");
        yield return Row(Untrusted("NotTimeValid, UntrustedRoot"), "it has expired, or is not valid yet, and its issuer is not trusted by this machine");
        yield return Row(Untrusted("Revoked"), "the certificate was not accepted: it has been revoked");
        yield return Row(Untrusted("PartialChain"), "the certificate was not accepted: its issuer is not known to this machine");
        yield return Row(Untrusted("no such word"), "could not be secured: the two sides could not agree, or the certificate was not accepted");
        yield return Row(new OperationCanceledException(), "the request was ended before an answer came");
        yield return Row(new TimeoutRejectedException(), "a handler of the HTTP client gave the request up (TimeoutRejectedException)");
        yield return Row(new IOException(), "the answer could not be read (IOException)");
    }

    [TestCaseSource(nameof(Descriptions))]
    public async Task A_failure_is_told_in_words(Exception failure, string expected)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny((_, _) => throw failure);

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host);

        Assert.That(error?.Message, Does.Contain(expected));
    }

    [Test]
    public async Task What_the_system_said_is_kept_as_the_cause()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny((_, _) => throw new HttpRequestException(
            HttpRequestError.Unknown, null, new IOException("text", new SocketException((int)SocketError.ConnectionReset))));

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host);

        Assert.That(
            (error?.InnerException?.InnerException?.InnerException as SocketException)?.SocketErrorCode, Is.EqualTo(SocketError.ConnectionReset));
    }

    [Test]
    public async Task An_exception_of_the_applications_own_handlers_comes_through_as_it_is()
    {
        var failure = new InvalidTimeZoneException();
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny((_, _) => throw failure);

        Assert.That(await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host), Is.SameAs(failure));
    }

    [TestCase(ClientOperation.Create, "List the clients before trying again, or there may be two.")]
    [TestCase(ClientOperation.RotateSecret, "Read the client to learn which secret is valid.")]
    public async Task Where_the_outcome_is_unknown_the_error_says_how_to_learn_it(ClientOperation operation, string expected)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny((_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded));

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, operation).CatchAsync(host);

        Assert.That(error, Is.TypeOf<OutcomeUnknownException>().With.Message.Contains(expected));
    }

    private static bool IsTransient(Exception failure) => Faults.IsTransient(Attempt.Failed(failure, mayHaveActed: true));

    private static HttpRequestException Untrusted(string told) =>
        new(HttpRequestError.SecureConnectionError, null, new AuthenticationException($"The remote certificate is invalid: {told}"));
}
