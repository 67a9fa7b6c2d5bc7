using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>The values that the server makes up: 43 characters of base64url, which may begin with a hyphen.</summary>
internal static class Generated
{
    public static string Id() => Random();

    public static string Token() => Random();

    public static string Secret() => Random();

    /// <summary>What a server shows that stores no secrets.</summary>
    public static string Hash(string secret) => "{sha256}" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
