using System.Globalization;
using System.Text;
using ClientMgmt.Sandbox.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ClientMgmt.Sandbox.Faults;

/// <summary>An answer as bytes: what the web server would send, or the first half of it.</summary>
internal static class RawAnswer
{
    public static (byte[] Head, byte[] Body) Of(Reply reply, string method, bool half)
    {
        byte[] body = reply.Bytes();
        byte[] head = Head(reply, body.Length);
        if (HttpMethods.IsHead(method))
            body = [];
        if (!half)
            return (head, body);
        return body.Length == 0 ? (head[..(head.Length / 2)], body) : (head, body[..(body.Length / 2)]);
    }

    private static byte[] Head(Reply reply, int length)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} {ReasonPhrases.GetReasonPhrase(reply.Status)}\r\n");
        if (reply.MayHaveBody)
            text.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n");
        if (reply.ContentType is not null)
            text.Append(CultureInfo.InvariantCulture, $"Content-Type: {reply.ContentType}\r\n");
        foreach ((string name, string value) in reply.Headers)
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        return Encoding.Latin1.GetBytes(text.Append("\r\n").ToString());
    }
}
