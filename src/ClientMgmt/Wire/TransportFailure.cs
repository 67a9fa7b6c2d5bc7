using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using ClientMgmt.Telemetry;

namespace ClientMgmt.Wire;

/// <summary>What an error shows as its inner exception: what .NET says of the connection, without what it must not say.</summary>
internal static partial class TransportFailure
{
    /// <summary>A copy without secrets; null for what says nothing of the connection.</summary>
    public static Exception? Copy(Exception? failure, IReadOnlyCollection<string> secrets) => failure switch
    {
        HttpRequestException e => new HttpRequestException(
            e.HttpRequestError, Clean(e.Message, secrets), Copy(e.InnerException, secrets), e.StatusCode),
        AuthenticationException e => new AuthenticationException(Clean(e.Message, secrets), Copy(e.InnerException, secrets)),
        SocketException e => new SocketException((int)e.SocketErrorCode),
        IOException e => new IOException(Clean(e.Message, secrets), Copy(e.InnerException, secrets)),
        _ => null,
    };

    // The address of a proxy may hold its password.
    private static string? Clean(string message, IReadOnlyCollection<string> secrets) =>
        Disclosure.Clean(UserInfo().Replace(message, "//"), secrets);

    [GeneratedRegex(@"//[^/\s'""]*@")]
    private static partial Regex UserInfo();
}
