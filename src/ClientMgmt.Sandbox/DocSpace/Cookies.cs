using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>Cookies as they were sent: the framework's own collection drops what it finds odd.</summary>
internal static class Cookies
{
    /// <summary>The first of that name; without an equals sign its value is empty.</summary>
    public static string? Find(Incoming incoming, string name, StringComparison comparison)
    {
        foreach (string cookie in incoming.Headers.Cookie.SelectMany(header => (header ?? "").Split(';')))
        {
            string[] parts = cookie.Split('=', 2);
            if (string.Equals(parts[0].Trim(), name, comparison))
                return parts.Length == 1 ? "" : parts[1].Trim();
        }

        return null;
    }
}
