using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>Cookies as they were sent: the framework's own collection drops what it finds odd.</summary>
internal static class Cookies
{
    public static string? Find(Incoming incoming, string name, StringComparison comparison)
    {
        foreach (string cookie in incoming.Headers.Cookie.SelectMany(header => (header ?? "").Split(';')))
        {
            int equals = cookie.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && string.Equals(cookie[..equals].Trim(), name, comparison))
                return cookie[(equals + 1)..].Trim();
        }

        return null;
    }
}
