using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The x-signature of a portal: what is in it, and what is made of it.</summary>
internal static class Signature
{
    private static readonly string[] s_required = ["user_id", "user_name", "user_email", "tenant_url"];

    public static string Issue(PortalState portal, DocSpaceUser user, DateTimeOffset now, string portalUrl)
    {
        // An ordinary user counts as public unless the portal limits developer tools.
        bool isPublic = user.Role == DocSpaceRole.User && !portal.Options.DeveloperToolsLimited;
        return portal.SigningKey.Sign(new JsonObject
        {
            ["user_id"] = user.Id,
            ["user_name"] = user.Name,
            ["user_email"] = user.Email,
            ["tenant_id"] = portal.Options.TenantId.ToString(CultureInfo.InvariantCulture),
            ["tenant_url"] = portalUrl,
            ["is_admin"] = Flag(user.Role == DocSpaceRole.Admin),
            ["is_guest"] = Flag(user.Role == DocSpaceRole.Guest),
            ["is_public"] = Flag(isPublic),
            ["iss"] = portalUrl,
            ["aud"] = portalUrl,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + portal.Options.SignatureLifetime).ToUnixTimeSeconds(),
        });
    }

    /// <summary>The cookie, whatever the case of its name, wins over the header, even when it is blank.</summary>
    public static string? Sent(Incoming incoming) =>
        Cookies.Find(incoming, "x-signature", StringComparison.OrdinalIgnoreCase)
        ?? (incoming.Headers.TryGetValue("x-signature", out var header) ? header.ToString() : null);

    public static long? Tenant(string signature) =>
        long.TryParse(Text(SigningKey.Claims(signature), "tenant_id"), NumberStyles.None, CultureInfo.InvariantCulture, out long tenant)
            ? tenant
            : null;

    public static Caller? Verify(PortalState portal, string signature)
    {
        if (!portal.SigningKey.Verifies(signature) || SigningKey.Claims(signature) is not { } claims)
            return null;
        if (s_required.Any(name => string.IsNullOrWhiteSpace(Text(claims, name))) || Tenant(signature) is not >= 1)
            return null;
        bool timed = long.TryParse(Text(claims, "exp"), NumberStyles.None, CultureInfo.InvariantCulture, out long expires);
        if (!timed || portal.Clock.GetUtcNow() > DateTimeOffset.FromUnixTimeSeconds(expires) + portal.Options.ClockTolerance)
            return null;
        return new Caller(Text(claims, "user_id")!, Role(claims));
    }

    private static DocSpaceRole Role(JsonObject claims)
    {
        if (IsTrue(claims, "is_admin"))
            return DocSpaceRole.Admin;
        return !IsTrue(claims, "is_guest") && IsTrue(claims, "is_public") ? DocSpaceRole.User : DocSpaceRole.Guest;
    }

    private static bool IsTrue(JsonObject claims, string name) => string.Equals(Text(claims, name), "true", StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonObject? claims, string name) => claims?[name]?.AsText() ?? claims?[name]?.ToJsonString();

    private static string Flag(bool value) => value ? "true" : "false";
}
