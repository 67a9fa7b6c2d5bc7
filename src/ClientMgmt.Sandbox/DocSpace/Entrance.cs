using System.Buffers;
using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>
/// What is refused before anybody looks at the signature, without the headers that every other answer has: by the web
/// server, which answers HTML, and by the check of paths and methods behind it.
/// </summary>
internal static class Entrance
{
    private const string NoMethod = "The server does not know this method.";
    private const string TraceMethods = "DELETE, GET, HEAD, OPTIONS, POST, PUT";
    private static readonly SearchValues<char> s_notInPath = SearchValues.Create("\"#<>\\^`{|}");
    private static readonly SearchValues<char> s_notInQuery = SearchValues.Create("\"#<>[\\]^`{|}");
    private static readonly string[] s_refusedByServer = ["%2f", "%5c", "%00"];
    private static readonly string[] s_refusedInPath = ["//", ";", "%3b", "%2e", "%25", "%0a", "%0d"];
    private static readonly string[] s_methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    public static Reply? Refuse(Incoming incoming, Traits traits)
    {
        if (IsMalformed(incoming, traits))
            return Html();
        if (incoming.Method == "TRACE")
        {
            Reply refused = Unclear(incoming, traits);
            refused.Headers["Allow"] = TraceMethods;
            return refused;
        }

        if (!s_methods.Contains(incoming.Method))
            return Unclear(incoming, traits);
        bool passes = !Contains(incoming.Path, s_refusedInPath) && !incoming.Path.Split('/').Any(s => s is "." or "..");
        return passes ? null : Session.Refuse(incoming, "The path has a sequence that the server refuses.");
    }

    private static bool IsMalformed(Incoming incoming, Traits traits) =>
        Contains(incoming.Path, s_refusedByServer)
        || incoming.Path.AsSpan().ContainsAny(s_notInPath)
        || Query(incoming.Target).ContainsAny(s_notInQuery)
        || !PercentSignsEncode(incoming.Path)
        || incoming.Target.Length + incoming.Headers.Sum(h => h.Key.Length + h.Value.ToString().Length + 4) > traits.HeaderBytes;

    private static ReadOnlySpan<char> Query(string target)
    {
        int start = target.IndexOf('?', StringComparison.Ordinal);
        return start < 0 ? [] : target.AsSpan(start);
    }

    private static bool Contains(string path, string[] parts) => parts.Any(part => path.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static bool PercentSignsEncode(string path)
    {
        for (int i = path.IndexOf('%', StringComparison.Ordinal); i >= 0; i = path.IndexOf('%', i + 1))
        {
            if (i + 2 >= path.Length || !char.IsAsciiHexDigit(path[i + 1]) || !char.IsAsciiHexDigit(path[i + 2]))
                return false;
        }

        return true;
    }

    /// <summary>A method that is no method: on older servers not even the error page is served to it.</summary>
    private static Reply Unclear(Incoming incoming, Traits traits)
    {
        if (traits.ProblemErrors)
            return Session.Refuse(incoming, NoMethod);
        Reply refused = Reply.Empty(Status400BadRequest, NoMethod);
        refused.Headers["Connection"] = "close";
        return refused;
    }

    private static Reply Html()
    {
        Reply reply = new(Status400BadRequest, "<!doctype html><html lang=\"en\"><h1>HTTP Status 400 – Bad Request</h1></html>", "text/html;charset=utf-8");
        reply.Headers["Content-Language"] = "en";
        reply.Headers["Connection"] = "close";
        return reply;
    }
}
