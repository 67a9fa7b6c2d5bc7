using System.Buffers.Text;
using System.Security.Cryptography;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>The values that the server makes up.</summary>
internal static class Generated
{
    private const int SecretBits = 512;

    /// <summary>512 random bits in base64url: 86 characters.</summary>
    public static string Secret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBits / 8));

    /// <summary>An id of 10, 14 or 16 digits: those are the lengths seen.</summary>
    public static long ClientId(ServiceState service)
    {
        long id;
        do
        {
            long lowest = RandomNumberGenerator.GetInt32(3) switch { 0 => 1_000_000_000, 1 => 10_000_000_000_000, _ => 1_000_000_000_000_000 };
            id = lowest + (long)(RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue * lowest * 8);
        }
        while (service.Find(id) is not null);
        return id;
    }
}
