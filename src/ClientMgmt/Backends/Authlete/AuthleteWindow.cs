using System.Globalization;
using System.Text.Json;

namespace ClientMgmt.Authlete;

/// <summary>A window of either list of clients.</summary>
/// <param name="Clients">The clients, each in memory of its own: one that is kept does not keep the window.</param>
/// <param name="Total">How many there are in all; null if the server does not say, or says no such number.</param>
internal sealed record AuthleteWindow(IReadOnlyList<JsonElement> Clients, int? Total)
{
    public const int DefaultSize = 100;

    /// <summary>Where the next window begins.</summary>
    public long End { get; init; }

    /// <summary>Reads a cursor, which is the number of the first client.</summary>
    /// <exception cref="ArgumentException">It is no such number.</exception>
    public static int ReadCursor(string? cursor) =>
        cursor is null ? 0
        : int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out int start) ? start
        : throw new ArgumentException("The cursor is not one that this provider gave.", nameof(cursor));
}
