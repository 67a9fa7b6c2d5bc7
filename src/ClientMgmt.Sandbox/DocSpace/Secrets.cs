using System.Security.Cryptography;
using System.Text;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>Client secrets, and their form in the store.</summary>
internal static class Secrets
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int Length = 36;
    private const int CiphertextBytes = 81;

    /// <summary>UUID text on older servers, letters and digits on newer ones; 36 characters either way.</summary>
    public static string New(Traits traits) =>
        traits.UuidSecrets ? Guid.NewGuid().ToString("D") : RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>108 characters of base64 that stay the same until the secret changes. Nothing has to decrypt them.</summary>
    public static string Ciphertext(string clientId, string secret)
    {
        byte[] bytes = new byte[CiphertextBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret + "|"), bytes, Encoding.UTF8.GetBytes(clientId), []);
        return Convert.ToBase64String(bytes);
    }
}
