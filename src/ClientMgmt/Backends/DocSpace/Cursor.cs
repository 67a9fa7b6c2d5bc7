using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace ClientMgmt.DocSpace;

/// <summary>Where a page begins. Times are passed back as the text they came in: .NET would round them.</summary>
internal sealed record Cursor(string? ClientId, string? Time, int? Page = null)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="ArgumentException">It did not.</exception>
    public static Cursor Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Cursor>(Base64Url.DecodeFromChars(text))!;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw new ArgumentException("The cursor is not one that this provider gave.", nameof(text));
        }
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this)));
}
