using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using System.Security.Authentication;
using ClientMgmt.Http;
using Polly;
using Polly.CircuitBreaker;

namespace ClientMgmt.Wire;

/// <summary>Turns what ended a call without an answer into the library's own errors.</summary>
internal static class FailureTranslator
{
    private static readonly (string Told, string Meaning)[] s_certificateFaults =
    [
        ("RemoteCertificateNameMismatch", "it is for another host name"),
        ("NotTimeValid", "it has expired, or is not valid yet"),
        ("Revoked", "it has been revoked"),
        ("UntrustedRoot", "its issuer is not trusted by this machine"),
        ("PartialChain", "its issuer is not known to this machine"),
    ];

    /// <exception cref="Exception">It is a failure of the application's own handlers, which is the application's.</exception>
    public static ClientManagementException Translate(Call call, CallResult result) => result.Attempt.Failure is null
        ? ErrorTranslator.Translate(call, result, call.Request.IsSafe)
        : Interrupted(call, result, result.Attempt.MayHaveActed && !call.Request.IsSafe);

    /// <summary>A credential could not be exchanged, or not be obtained in time.</summary>
    public static ClientManagementException Translate(Call call, CredentialException failure)
    {
        ClientManagementError error = ErrorTranslator.About(call, failure.Exchange?.Attempts ?? 0);
        if (failure.Exchange is not { } exchange)
        {
            return new BackendUnavailableException(error with
            {
                Summary = $"no credential was obtained within {Seconds(call.Resilience.CredentialTimeout)} s (CredentialTimeout).",
            });
        }

        return exchange.Attempt.Status switch
        {
            0 => Interrupted(call, exchange, mayHaveActed: false),
            400 or 401 or 403 => new AccessDeniedException(error with
            {
                StatusCode = (HttpStatusCode)exchange.Attempt.Status,
                Summary = $"the server refused to exchange the configured {failure.Credential!.Kind}; check that it is valid and not limited to narrow scopes.",
            }),
            408 or 429 or >= 500 => ErrorTranslator.Translate(call, exchange, isSafe: true),
            _ => new UnexpectedResponseException(error with
            {
                StatusCode = (HttpStatusCode)exchange.Attempt.Status,
                Summary = $"the configured credential could not be exchanged; check {call.Protocol.AddressSetting} and ServerVersion.",
            }),
        };
    }

    private static ClientManagementException Interrupted(Call call, CallResult result, bool mayHaveActed)
    {
        ClientManagementError error = ErrorTranslator.About(call, result.Attempts);
        Exception failure = result.Attempt.Failure!;
        if (failure is not (HttpRequestException or IOException or OperationCanceledException or TimeoutException
            or ExecutionRejectedException or SentTwiceException or ThrottledException))
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (failure is BrokenCircuitException broken)
        {
            return new BackendUnavailableException(error with
            {
                Summary = $"{(result.Attempts == 0 ? "nothing was sent" : "it was not sent again")}, because too many of the latest requests failed; try again later.",
                RetryAfter = broken.RetryAfter is { } wait && wait > TimeSpan.Zero ? wait : null,
            });
        }

        if (failure is ThrottledException throttled)
        {
            return new RateLimitedException(error with
            {
                Summary = $"{(result.Attempts == 0 ? "nothing was sent" : "it was not sent again")}, because the server has said that there were too many requests.",
                RetryAfter = throttled.Wait,
            });
        }

        if (failure is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded })
        {
            const string TooLarge = "the answer is larger than MaxResponseBytes allows";
            return mayHaveActed
                ? new OutcomeUnknownException(error with { Summary = $"{TooLarge}; {call.Protocol.UnknownOutcome(error.Operation)}" })
                : new UnexpectedResponseException(error with { Summary = TooLarge + "." });
        }

        string description = Describe(call, result.Attempt);
        Exception? cause = WithoutTexts(failure);
        return mayHaveActed
            ? new OutcomeUnknownException(
                error with { Summary = $"{description} after the request was sent; {call.Protocol.UnknownOutcome(error.Operation)}" }, cause)
            : new BackendUnavailableException(error with { Summary = description + "." }, cause);
    }

    private static string Describe(Call call, Attempt attempt) => attempt.Failure! switch
    {
        TimeLimitException { EndsCall: true } => $"no complete answer came within {Seconds(call.Resilience.TotalTimeout)} s (TotalTimeout)",
        TimeLimitException => $"no complete answer came within {Seconds(call.Resilience.AttemptTimeout)} s (AttemptTimeout)",
        SentTwiceException => "a handler of the HTTP client tried to send the request a second time, and was stopped",
        HttpRequestException { InnerException: AuthenticationException e } =>
            $"the connection to {Authority(call)} could not be secured: {Describe(e)}",
        HttpRequestException e when attempt.Proxy is { } proxy && Faults.NeverConnected(e) =>
            $"the proxy at {proxy.Authority} could not be reached, or did not connect to {Authority(call)} ({Detail(e)})",
        HttpRequestException e when Faults.NeverConnected(e) => $"the server at {Authority(call)} could not be reached ({Detail(e)})",
        HttpRequestException e => $"the connection to {Authority(call)} broke off ({e.HttpRequestError})",
        OperationCanceledException { InnerException: TimeoutException } when !attempt.MayHaveActed =>
            $"no connection to {Authority(call)} was made in time",
        OperationCanceledException => "the request was ended before an answer came",
        ExecutionRejectedException e => $"a handler of the HTTP client gave the request up ({e.GetType().Name})",
        var e => $"the answer could not be read ({e.GetType().Name})",
    };

    private static string Describe(AuthenticationException e)
    {
        string[] known = [.. s_certificateFaults.Where(f => e.Message.Contains(f.Told, StringComparison.Ordinal)).Select(f => f.Meaning)];
        return known.Length > 0
            ? $"the certificate was not accepted: {string.Join(", and ", known)}"
            : "the two sides could not agree, or the certificate was not accepted";
    }

    // The kinds of .NET's own, without their texts: those may hold the address of a proxy with its password, and what the
    // handlers of an application put there.
    private static Exception? WithoutTexts(Exception? failure) => failure switch
    {
        HttpRequestException e => new HttpRequestException(
            e.HttpRequestError, $"The request failed ({e.HttpRequestError}).", WithoutTexts(e.InnerException), e.StatusCode),
        AuthenticationException => new AuthenticationException("The connection could not be secured."),
        SocketException e => new SocketException((int)e.SocketErrorCode),
        IOException e => new IOException("The connection broke off.", WithoutTexts(e.InnerException)),
        _ => null,
    };

    private static string Detail(HttpRequestException e) => e.InnerException is SocketException socket
        ? $"{e.HttpRequestError}, {socket.SocketErrorCode}"
        : e.HttpRequestError.ToString();

    private static string Authority(Call call) => call.Provider.Locate(call.Request).Authority;

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
