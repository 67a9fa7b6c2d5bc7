using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>Finds the portal of a request and its caller. A real portal is chosen by its domain; here credentials do it first.</summary>
internal sealed class Visitors(IReadOnlyList<PortalState> portals)
{
    public (PortalState Portal, Caller? Caller) Identify(Incoming incoming)
    {
        if (Signature.Sent(incoming) is { } signature && Signature.Tenant(signature) is { } tenant
            && portals.FirstOrDefault(p => p.Options.TenantId == tenant && !p.Traits.CookieCredential) is { } signed)
        {
            lock (signed.Gate)
                return (signed, Signature.Verify(signed, signature));
        }

        string? cookie = SignatureExchange.AuthCookie(incoming);
        foreach (PortalState portal in portals.Where(p => p.Traits.CookieCredential && cookie is not null))
        {
            if (portal.Options.Users.FirstOrDefault(u => BasicCredentials.Same(u.AuthKey, cookie!)) is { } user)
                return (portal, new Caller(user.Id, user.Email, Role(portal, user)));
        }

        string? host = incoming.Headers.Host.ToString().Split(':')[0];
        return (portals.FirstOrDefault(p => string.Equals(p.Options.Host, host, StringComparison.OrdinalIgnoreCase)) ?? portals[0], null);
    }

    /// <summary>Public info shows a client of any portal to anyone.</summary>
    public PortalState? Holder(string id) => portals.FirstOrDefault(portal =>
    {
        lock (portal.Gate)
            return Visit.IdOf(id) is { } key && portal.Find(key) is not null;
    });

    /// <summary>Whose budget it is without a signature. Null for who came directly from a private address, as all do who reach the sandbox.</summary>
    public static string? Address(Incoming incoming) => First(incoming, "X-Real-IP") ?? First(incoming, "X-Forwarded-For");

    private static string? First(Incoming incoming, string header) =>
        incoming.Headers[header].ToString().Split(',')[0].Trim() is { Length: > 0 } address ? address : null;

    private static DocSpaceRole Role(PortalState portal, DocSpaceUser user) =>
        user.Role == DocSpaceRole.User && portal.Options.DeveloperToolsLimited ? DocSpaceRole.Guest : user.Role;
}
