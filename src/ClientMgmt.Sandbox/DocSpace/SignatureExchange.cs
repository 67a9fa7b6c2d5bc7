using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using Microsoft.AspNetCore.WebUtilities;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>GET /api/2.0/security/oauth2/token: a portal credential for a signature, in the portal's own envelope.</summary>
internal static class SignatureExchange
{
    public static Reply Handle(IReadOnlyList<PortalState> portals, Incoming incoming)
    {
        if (incoming.Method != "GET")
            return Reply.Empty(Status405MethodNotAllowed, "The exchange is a GET.");
        foreach (PortalState portal in portals.Where(p => !p.Traits.CookieCredential))
        {
            foreach (DocSpaceUser user in portal.Options.Users)
            {
                if (Refused(user, incoming) is { } refused)
                    return refused ? Error(Status403Forbidden) : Issue(portal, user, incoming);
            }
        }

        return portals.All(p => p.Traits.CookieCredential) ? Reply.Empty(Status404NotFound, "A server of this generation issues no signatures.") : Error(Status401Unauthorized);
    }

    /// <summary>Null: not this user's credential; true: his, but an API key too narrow for it.</summary>
    private static bool? Refused(DocSpaceUser user, Incoming incoming)
    {
        string header = incoming.Headers.Authorization.ToString();
        string token = BasicCredentials.Scheme(header, "Bearer") ?? header;
        if (user.ApiKeys.FirstOrDefault(k => BasicCredentials.Same(k.Value, token)) is { } key)
            return !IsGlobal(key);
        if (BasicCredentials.Same(user.AuthKey, token) || BasicCredentials.Same(user.AuthKey, AuthCookie(incoming) ?? ""))
            return false;
        (string User, string Password)? basic = BasicCredentials.Parse(header);
        bool named = string.Equals(basic?.User, user.Email, StringComparison.OrdinalIgnoreCase);
        return named && BasicCredentials.Same(user.Password, basic!.Value.Password) ? false : null;
    }

    public static string? AuthCookie(Incoming incoming) =>
        Cookies.Find(incoming, "asc_auth_key", StringComparison.Ordinal) is { } value ? Uri.UnescapeDataString(value) : null;

    // An unrestricted key, "*", or an entry for everything: *:read or *:write.
    private static bool IsGlobal(DocSpaceApiKey key) =>
        key.Scopes.Count == 0 || key.Scopes.Any(s => s is "*" or "*:read" or "*:write");

    private static Reply Issue(PortalState portal, DocSpaceUser user, Incoming incoming)
    {
        string url = "http://" + (portal.Options.Host ?? incoming.Headers.Host.ToString());
        lock (portal.Gate)
            return Success(Signature.Issue(portal, user, portal.Clock.GetUtcNow(), url));
    }

    public static Reply Error(int status)
    {
        var error = new JsonObject { ["message"] = ReasonPhrases.GetReasonPhrase(status) };
        return Reply.Json(status, new JsonObject { ["error"] = error, ["status"] = 1, ["statusCode"] = status });
    }

    private static Reply Success(string signature)
    {
        var link = new JsonObject { ["href"] = "/api/2.0/security/oauth2/token", ["action"] = "GET" };
        return Reply.Json(Status200OK, new JsonObject
        {
            ["response"] = signature,
            ["count"] = 1,
            ["links"] = new JsonArray(link),
            ["status"] = 0,
            ["statusCode"] = Status200OK,
        });
    }
}
