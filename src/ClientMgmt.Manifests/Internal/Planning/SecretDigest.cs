using System.Security.Cryptography;

namespace ClientMgmt.Manifests;

/// <summary>What a file may hold of a secret: enough to see that it is another one now, and too little to find it out.</summary>
internal static class SecretDigest
{
    private const int SaltLength = 16;
    private const int Length = 32;
    private const int Iterations = 600_000;

    public static string Of(Secret secret) => Of(secret, RandomNumberGenerator.GetBytes(SaltLength));

    public static bool Matches(string digest, Secret secret) => digest == Of(secret, Convert.FromBase64String(digest)[..SaltLength]);

    private static string Of(Secret secret, byte[] salt) => Convert.ToBase64String(
        [.. salt, .. Rfc2898DeriveBytes.Pbkdf2(secret.Reveal(), salt, Iterations, HashAlgorithmName.SHA256, Length)]);
}
