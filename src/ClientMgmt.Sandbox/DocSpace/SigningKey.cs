using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>Writes and reads JSON Web Tokens signed with HS256 and a key that only the portal has.</summary>
internal sealed class SigningKey
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Sign(JsonObject claims)
    {
        string text = Encode("""{"alg":"HS256","typ":"JWT"}""") + "." + Encode(JsonText.Write(claims));
        return text + "." + Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
    }

    public bool Verifies(string token)
    {
        string[] parts = token.Split('.');
        return parts.Length == 3
            && Decode(parts[0]) is { } header
            && header["alg"].AsText() == "HS256"
            && (header["typ"] is null || string.Equals(header["typ"].AsText(), "JWT", StringComparison.OrdinalIgnoreCase))
            && BasicCredentials.Same(
                Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(parts[0] + "." + parts[1]))),
                parts[2]);
    }

    /// <summary>The claims, whoever signed them.</summary>
    public static JsonObject? Claims(string token) => token.Split('.') is [_, string claims, _] ? Decode(claims) : null;

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static JsonObject? Decode(string part) =>
        Base64Url.IsValid(part) && JsonText.TryParse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part)), out JsonObject? json) ? json : null;
}
