using System.Net.Sockets;
using System.Security.Authentication;

namespace ClientMgmt.Wire;

/// <summary>
/// What an error shows as its inner exception: the kinds of .NET's own, without their texts. Those may hold the address of a
/// proxy with its password, and what the handlers of an application put there.
/// </summary>
internal static class TransportFailure
{
    /// <summary>A copy without texts; null for what says nothing of the connection.</summary>
    public static Exception? Copy(Exception? failure) => failure switch
    {
        HttpRequestException e => new HttpRequestException(
            e.HttpRequestError, $"The request failed ({e.HttpRequestError}).", Copy(e.InnerException), e.StatusCode),
        AuthenticationException => new AuthenticationException("The connection could not be secured."),
        SocketException e => new SocketException((int)e.SocketErrorCode),
        IOException e => new IOException("The connection broke off.", Copy(e.InnerException)),
        _ => null,
    };
}
