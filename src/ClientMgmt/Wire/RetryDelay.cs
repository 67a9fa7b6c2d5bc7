using System.Globalization;

namespace ClientMgmt.Wire;

/// <summary>How long to wait before the next attempt.</summary>
internal static class RetryDelay
{
    public const string Header = "Retry-After";

    // What is longer is taken for a mistake, as the best clients of other APIs do.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1800);

    /// <summary>What the server asks for, if that is more than nothing and not absurd.</summary>
    /// <param name="status">The status of the answer.</param>
    /// <param name="header">Reads a header of the answer.</param>
    /// <param name="protocol">Knows the backend's own headers.</param>
    /// <param name="now">The own clock.</param>
    public static TimeSpan? FromServer(int status, Func<string, string?> header, BackendProtocol protocol, DateTimeOffset now)
    {
        // A point in time is meant by the clock that set it.
        DateTimeOffset told = Date(header("Date")) ?? now;
        TimeSpan? delay = Plausible(RetryAfter(header(Header), told));
        return delay ?? (status == 429 ? Plausible(protocol.ReadDelay(header, told)) : null);
    }

    /// <summary>Exponential, with up to half taken off at random so that callers do not come back together.</summary>
    public static TimeSpan Own(ResilienceOptions options, int attempt, double random)
    {
        // As numbers: the power soon is more than a TimeSpan holds.
        double longest = Math.Min(options.MaxRetryDelay.Ticks, options.RetryDelay.Ticks * Math.Pow(2, attempt));
        return TimeSpan.FromTicks((long)(longest * (1 - (random / 2))));
    }

    // RFC 9110 section 10.2.3: seconds or a date.
    private static TimeSpan? RetryAfter(string? value, DateTimeOffset now) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            ? TimeSpan.FromSeconds(seconds)
            : Date(value) - now;

    private static DateTimeOffset? Date(string? value) => DateTimeOffset.TryParseExact(
        value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null;

    private static TimeSpan? Plausible(TimeSpan? delay) => delay > TimeSpan.Zero && delay <= s_longest ? delay : null;
}
