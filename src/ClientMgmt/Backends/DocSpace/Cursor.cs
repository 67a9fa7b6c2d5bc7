using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClientMgmt.DocSpace;

/// <summary>Where a page begins. Times are passed back as the text they came in: .NET would round them.</summary>
/// <param name="ClientId">The last client of the page before.</param>
/// <param name="Time">Its time.</param>
/// <param name="Page">The number of the page, on servers that number them.</param>
internal sealed record Cursor(string? ClientId, string? Time, int? Page = null)
{
    private const int MicrosecondDigits = 6;

    /// <summary>The entries of that time which the pages before have told.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>Whether the server keeps more than whole seconds.</summary>
    public bool HasFractions { get; init; }

    /// <summary>
    /// Whether the server goes on exactly behind the entry. Hosted portals do, by the id and the time together, and keep
    /// nanoseconds. All others go by the time alone, and keep microseconds or whole seconds.
    /// </summary>
    public bool IsExact { get; init; }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="ArgumentException">It did not.</exception>
    public static Cursor Parse(string cursor)
    {
        try
        {
            if (JsonSerializer.Deserialize<Cursor>(Base64Url.DecodeFromChars(cursor)) is { } read and not { Time: null, Page: null })
            {
                return read;
            }
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
        }

        throw new ArgumentException("The cursor is not one that this provider gave.", nameof(cursor));
    }

    /// <summary>How many digits of a second a time has.</summary>
    public static int Digits(string? time) =>
        time?.IndexOf('.', StringComparison.Ordinal) is >= 0 and int dot ? time[(dot + 1)..].TakeWhile(char.IsAsciiDigit).Count() : 0;

    public static bool IsFinerThanMicroseconds(string? time) => Digits(time) > MicrosecondDigits;

    /// <summary>Whether two times are the same instant.</summary>
    public static bool AreSame(string? left, string? right) =>
        left == right || (Instant(left) is { } instant && instant == Instant(right));

    /// <summary>
    /// What to ask the server for. One that goes by the time alone gives what is older than that: just after the time, so
    /// that it tells the other entries of the same instant as well.
    /// </summary>
    public Cursor ToQuery() => IsExact || Instant(Time) is not { } instant ? this : this with
    {
        Time = instant.Add(HasFractions ? TimeSpan.FromMicroseconds(1) : TimeSpan.FromSeconds(1))
            .ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
    };

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this)));

    private static DateTime? Instant(string? time) =>
        DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset told)
            ? told.UtcDateTime
            : null;
}
