using System.Globalization;
using System.Net;

namespace ClientMgmt.Telemetry;

/// <summary>What <c>error.type</c> says: a status, one of .NET's words for a broken connection, or the type of an exception.</summary>
internal static class ErrorTypes
{
    public const string Timeout = "timeout";

    public static string Of(HttpStatusCode status) => ((int)status).ToString(CultureInfo.InvariantCulture);

    public static string Of(Exception failure) => failure switch
    {
        TimeoutException => Timeout,
        OperationCanceledException => typeof(OperationCanceledException).FullName!,
        HttpRequestException e when Of(e.HttpRequestError) is { } error => error,
        _ => failure.GetType().FullName!,
    };

    // As in .NET's own spans and metrics.
    private static string? Of(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "name_resolution_error",
        HttpRequestError.ConnectionError => "connection_error",
        HttpRequestError.SecureConnectionError => "secure_connection_error",
        HttpRequestError.HttpProtocolError => "http_protocol_error",
        HttpRequestError.ExtendedConnectNotSupported => "extended_connect_not_supported",
        HttpRequestError.VersionNegotiationError => "version_negotiation_error",
        HttpRequestError.UserAuthenticationError => "user_authentication_error",
        HttpRequestError.ProxyTunnelError => "proxy_tunnel_error",
        HttpRequestError.InvalidResponse => "invalid_response",
        HttpRequestError.ResponseEnded => "response_ended",
        HttpRequestError.ConfigurationLimitExceeded => "configuration_limit_exceeded",
        _ => null,
    };
}
