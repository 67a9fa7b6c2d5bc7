using System.Security.Cryptography;
using System.Text;

namespace ClientMgmt.EntityFrameworkCore;

/// <summary>
/// The key of a row: a hash, because addresses and ids may be longer than what databases index, and because some databases do
/// not tell upper from lower case.
/// </summary>
internal static class RowKey
{
    public const int Length = 64;

    public static string Of(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
