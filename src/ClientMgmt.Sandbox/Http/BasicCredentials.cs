using System.Security.Cryptography;
using System.Text;

namespace ClientMgmt.Sandbox.Http;

/// <summary>Reading and comparing the credentials of an Authorization header.</summary>
internal static class BasicCredentials
{
    public static (string User, string Password)? Parse(string header)
    {
        if (Scheme(header, "Basic") is not { } encoded)
            return null;
        byte[] bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out int length))
            return null;
        string text = Encoding.UTF8.GetString(bytes, 0, length);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (text[..colon], text[(colon + 1)..]);
    }

    public static string? Scheme(string header, string scheme) =>
        header.StartsWith(scheme + " ", StringComparison.OrdinalIgnoreCase) && header[(scheme.Length + 1)..].Trim() is { Length: > 0 } rest
            ? rest
            : null;

    public static bool Same(string? expected, string sent) =>
        expected is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(sent));
}
