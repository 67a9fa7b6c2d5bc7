using System.Security.Cryptography;
using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>
/// The session that the server begins when it refuses somebody whose signature it did not see. It means nothing, but it
/// tells such a refusal from that of a signature.
/// </summary>
internal static class Session
{
    private const string Name = "JSESSIONID";

    /// <summary>An empty 403, with a session unless the request has one.</summary>
    public static Reply Refuse(Incoming incoming, string reason)
    {
        Reply reply = Reply.Empty(Status403Forbidden, reason);
        if (Cookies.Find(incoming, Name, StringComparison.Ordinal) is null)
            reply.Headers["Set-Cookie"] = $"{Name}={Convert.ToHexString(RandomNumberGenerator.GetBytes(16))}; Path=/; HttpOnly";
        return reply;
    }
}
