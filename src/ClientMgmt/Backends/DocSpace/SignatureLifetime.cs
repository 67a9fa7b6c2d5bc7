using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.DocSpace;

/// <summary>How long a portal's signature serves.</summary>
internal static class SignatureLifetime
{
    // The portal issues signatures for five minutes.
    private static readonly TimeSpan s_usual = TimeSpan.FromMinutes(5);

    // RFC 7519. Where the time of issue is told, the lifetime counts from when it was asked for, so that it does not
    // matter how the clocks stand.
    public static TimeSpan Of(string token, DateTimeOffset asked)
    {
        string[] parts = token.Split('.');
        JsonElement claims = parts.Length == 3 && Base64Url.IsValid(parts[1])
            ? WireJson.ParseOrNothing(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])))
            : default;
        if (!long.TryParse(WireValues.Text(claims.Member("exp")), out long expires))
        {
            return s_usual;
        }

        long issued = long.TryParse(WireValues.Text(claims.Member("iat")), out long told) ? told : asked.ToUnixTimeSeconds();
        return TimeSpan.FromSeconds(Math.Clamp(expires - issued, 0, (long)s_usual.TotalSeconds));
    }
}
