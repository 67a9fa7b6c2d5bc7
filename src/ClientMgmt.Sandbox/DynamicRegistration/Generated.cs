using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>The values that the server makes up: 43 characters of base64url.</summary>
internal static class Generated
{
    // Real servers do not mind a hyphen as the first character; on a command line such an id, one in 64, would have to follow "--".
    public static string Id() => Random() is var id && id[0] != '-' ? id : Id();

    public static string Token() => Random();

    public static string Secret() => Random();

    /// <summary>What a server shows that stores no secrets.</summary>
    public static string Hash(string secret) => "{sha256}" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
