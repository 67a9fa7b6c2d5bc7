using System.Collections;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace ClientMgmt.Tests.Wire;

/// <summary>Everything that an exception shows to whoever logs it.</summary>
public static class Leaks
{
    public static string TextOf(Exception? exception)
    {
        var text = new StringBuilder();
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            text.AppendLine(e.Message).AppendLine(e.ToString());
            foreach (DictionaryEntry entry in e.Data)
            {
                text.AppendLine($"{entry.Key}={entry.Value}");
            }

            if (e is ClientManagementException { Error: { } error })
            {
                text.AppendLine(error.ToString()).AppendLine(error.Summary).AppendLine(error.VendorCode).AppendLine(error.VendorMessage)
                    .AppendLine(error.RequestId).AppendJoin('\n', error.FieldErrors);
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// Whether only the library's own errors come out, with nothing below them but .NET's kinds of failed connections, which
    /// say nothing but what follows from their kind, neither in a text nor in their data.
    /// </summary>
    public static bool IsOwn(Exception? exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (!(e is ClientManagementException || (e != exception && IsKindAlone(e))))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsKindAlone(Exception e) => e.Data.Count == 0 && e.StackTrace is null && e switch
    {
        HttpRequestException http when http.GetType() == typeof(HttpRequestException) =>
            http.Message == $"The request failed ({http.HttpRequestError}).",
        AuthenticationException security => security.GetType() == typeof(AuthenticationException)
            && security.Message == "The connection could not be secured.",
        SocketException socket => socket.Message == new SocketException((int)socket.SocketErrorCode).Message,
        IOException io => io.GetType() == typeof(IOException) && io.Message == "The connection broke off.",
        _ => false,
    };
}
