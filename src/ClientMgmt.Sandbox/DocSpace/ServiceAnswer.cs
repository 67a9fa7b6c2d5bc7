using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>What every answer of the service has in common.</summary>
internal static class ServiceAnswer
{
    private const int RequestsPerConnection = 100;

    private static readonly (string Name, string Value)[] s_headers =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-XSS-Protection", "0"),
        ("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate"),
        ("Pragma", "no-cache"),
        ("Expires", "0"),
        ("X-Frame-Options", "DENY"),
    ];

    /// <summary>Security headers, chunks instead of a length, and the end of a connection that failed or is worn out.</summary>
    public static Reply Of(Incoming incoming, Reply reply)
    {
        foreach ((string name, string value) in s_headers)
            reply.Headers[name] = value;
        if (reply.Status is Status400BadRequest or Status500InternalServerError or Status503ServiceUnavailable || incoming.OnConnection % RequestsPerConnection == 0)
            reply.Headers["Connection"] = "close";
        return reply with { Chunked = true };
    }
}
