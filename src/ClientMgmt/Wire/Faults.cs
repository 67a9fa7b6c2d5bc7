using System.Net.Sockets;
using System.Security.Authentication;
using ClientMgmt.Http;
using Polly;

namespace ClientMgmt.Wire;

/// <summary>What an attempt says about the server.</summary>
internal static class Faults
{
    private const int NotImplemented = 501;

    /// <summary>Whether no connection was made, so that the server cannot have acted.</summary>
    public static bool NeverConnected(Exception failure) => failure is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError
            or HttpRequestError.VersionNegotiationError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError,
    } or HttpRequestException
    {
        // Newer versions of HTTP also report connections so that break later on.
        HttpRequestError: HttpRequestError.ConnectionError,
        InnerException: SocketException,
    };

    /// <summary>
    /// Whether it stands for a failure of the server, or of the way to it, that may pass. Authlete also answers 500 where a list
    /// holds a word that it does not know: it stumbles while it reads the request, so that nothing was done, and does it again each
    /// time. Where such a word was sent, the failure is taken for that. A newer server that knows the word and fails just then for
    /// another reason is the one case where that is wrong; the error therefore names the words, and says how to make sure.
    /// </summary>
    public static bool IsTransient(Attempt attempt) => attempt.Failure switch
    {
        null => IsFailure(attempt.Status) && attempt.Mistakes.Count == 0,
        HttpRequestException { InnerException: AuthenticationException } => false,
        HttpRequestException e => e.HttpRequestError is not (HttpRequestError.ConfigurationLimitExceeded
            or HttpRequestError.UserAuthenticationError
            or HttpRequestError.VersionNegotiationError),
        IOException or TimeoutException or OperationCanceledException or ExecutionRejectedException or SentTwiceException => true,
        _ => false,
    };

    /// <summary>
    /// Whether the server refused before it did anything: 429, and 503 where it names a time to come back (RFC 9110 section
    /// 15.6.4). Another 503 may come from behind the server, which DocSpace's does.
    /// </summary>
    public static bool IsRefusal(Attempt attempt) =>
        attempt.Status is 429 || (attempt.Status is 503 && attempt.Response?.Header(RetryRules.DelayHeader) is not null);

    private static bool IsFailure(int status) => status is 408 or (>= 500 and not NotImplemented);
}
