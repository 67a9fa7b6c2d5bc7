using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ClientMgmt.Credentials;
using ClientMgmt.Resilience;
using ClientMgmt.Telemetry;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace ClientMgmt.Http;

/// <summary>Turns whatever ended a call into the library's own errors.</summary>
internal static class FailureTranslator
{
    public static bool IsForeign(Exception failure) => failure is CredentialException or ResponseException
        or HttpRequestException or IOException or JsonException or OperationCanceledException or ExecutionRejectedException;

    public static ClientManagementException Translate(HttpCall call, Exception failure)
    {
        if (failure is CredentialException { Refused: { } credential })
        {
            call.Conceal(new Access(credential));
        }

        var error = new ClientManagementError
        {
            Provider = call.Context.Name,
            Operation = call.About.Operation,
            ClientId = Disclosure.Clean(call.About.ClientId, []),
            Attempts = call.Attempts,
            Summary = "",
        };
        return failure switch
        {
            CredentialException { InnerException: ResponseException e } refused => Refused(error, refused.Refused!, e)
                ?? ErrorTranslator.Translate(error, e, call, isSafe: true),
            CredentialException e => Interrupted(error, call, e.InnerException!, mayHaveActed: false),
            ResponseException e => ErrorTranslator.Translate(error, e, call, call.About.IsSafe),
            _ => Interrupted(error, call, failure, call.MayHaveActed && !call.About.IsSafe),
        };
    }

    private static ClientManagementException? Refused(
        ClientManagementError error, ProviderCredential credential, ResponseException answer)
    {
        error = error with { StatusCode = (HttpStatusCode)answer.StatusCode };
        return answer.StatusCode switch
        {
            400 or 401 or 403 => new AccessDeniedException(error with
            {
                Summary = $"the server refused to exchange the configured {credential.Kind}; check that it is valid and not limited to narrow scopes.",
            }),
            408 or 429 or >= 500 => null,
            _ => new UnexpectedResponseException(error with
            {
                Summary = "the configured credential could not be exchanged; check BaseAddress and ServerVersion.",
            }),
        };
    }

    private static ClientManagementException Interrupted(
        ClientManagementError error, HttpCall call, Exception failure, bool mayHaveActed) => failure switch
    {
        BrokenCircuitException e => new BackendUnavailableException(error with
        {
            Summary = "nothing was sent, because too many of the latest requests failed; try again later.",
            RetryAfter = e.RetryAfter,
        }),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            new UnexpectedResponseException(error with { Summary = "the answer is larger than MaxResponseBytes allows." }),
        JsonException => new UnexpectedResponseException(error with { Summary = "the answer could not be read." }),
        _ when mayHaveActed => new OutcomeUnknownException(error with
        {
            Summary = $"{Describe(call, failure)} after the request was sent; {ErrorTranslator.UnknownOutcome(error.Operation)}",
        }),
        _ => new BackendUnavailableException(error with { Summary = Describe(call, failure) + "." }),
    };

    private static string Describe(HttpCall call, Exception failure) => failure switch
    {
        TimeoutRejectedException e => Describe(call.Provider.Resilience, e.Timeout),
        OperationCanceledException => "the request was ended before an answer came",
        HttpRequestException { InnerException: SocketException socket } e when Faults.NeverConnected(e) =>
            $"the server at {call.Provider.BaseAddress!.Authority} could not be reached ({e.HttpRequestError}, {socket.SocketErrorCode})",
        HttpRequestException e when Faults.NeverConnected(e) =>
            $"the server at {call.Provider.BaseAddress!.Authority} could not be reached ({e.HttpRequestError})",
        HttpRequestException e =>
            $"the connection to {call.Provider.BaseAddress!.Authority} broke off ({e.HttpRequestError})",
        _ => $"the answer could not be read ({failure.GetType().Name})",
    };

    // The last attempt is bound by what is left of the whole.
    private static string Describe(ResilienceOptions options, TimeSpan timeout)
    {
        (TimeSpan bound, string name) = timeout == options.AttemptTimeout
            ? (timeout, nameof(options.AttemptTimeout))
            : (options.TotalTimeout, nameof(options.TotalTimeout));
        return string.Create(CultureInfo.InvariantCulture, $"no complete answer came within {bound.TotalSeconds:0.###} s ({name})");
    }
}
