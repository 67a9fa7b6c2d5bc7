using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.DocSpace.Java;
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

    /// <summary>The cookie, whatever the case of its name, wins over the header, even when it is blank. A blank one counts as none.</summary>
    public static string? Sent(Incoming incoming)
    {
        string? sent = Cookies.Find(incoming, "x-signature", StringComparison.OrdinalIgnoreCase)
            ?? (incoming.Headers.TryGetValue("x-signature", out var headers) && headers.Count > 0 ? headers[0] : null);
        return JavaText.IsBlank(sent) ? null : sent;
    }

    public static long? Tenant(string signature) =>
        long.TryParse(Text(SigningKey.Claims(signature), "tenant_id"), NumberStyles.None, CultureInfo.InvariantCulture, out long tenant)
            ? tenant
            : null;

    public static Caller? Verify(PortalState portal, string signature)
    {
        if (!portal.SigningKey.Verifies(signature) || SigningKey.Claims(signature) is not { } claims)
            return null;
        if (s_required.Any(name => JavaText.IsBlank(Text(claims, name))) || Tenant(signature) is not >= 1)
            return null;
        try
        {
            return IsInTime(portal, claims) ? new Caller(Text(claims, "user_id")!, Text(claims, "user_email")!, Role(claims)) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Without an end a signature lasts for ever; a time of issue in the future does no harm.</summary>
    private static bool IsInTime(PortalState portal, JsonObject claims)
    {
        decimal now = portal.Clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000m;
        decimal tolerance = (decimal)portal.Options.ClockTolerance.TotalSeconds;
        decimal? expires = Seconds(claims, "exp");
        return !(now >= expires + tolerance) && !(now < Seconds(claims, "nbf") - tolerance) && !(expires <= Seconds(claims, "iat"));
    }

    /// <exception cref="FormatException">The claim is not a number.</exception>
    private static decimal? Seconds(JsonObject claims, string name) => claims[name]?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.Number when decimal.TryParse(Text(claims, name), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal time) => decimal.Truncate(time),
        _ => throw new FormatException(),
    };

    private static DocSpaceRole Role(JsonObject claims)
    {
        bool isAdmin = BodyFields.Flag(claims["is_admin"]);
        bool isGuest = BodyFields.Flag(claims["is_guest"]);
        bool isPublic = BodyFields.Flag(claims["is_public"]);
        if (isAdmin)
            return DocSpaceRole.Admin;
        return !isGuest && isPublic ? DocSpaceRole.User : DocSpaceRole.Guest;
    }

    private static string? Text(JsonObject? claims, string name) => claims?[name]?.AsText() ?? claims?[name]?.ToJsonString();

    private static string Flag(bool value) => value ? "true" : "false";
}
