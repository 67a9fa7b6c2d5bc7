using System.Globalization;

namespace ClientMgmt.Wire;

/// <summary>What is sent again, and when. Nothing here changes anything.</summary>
internal static class RetryRules
{
    public const string DelayHeader = "Retry-After";

    // What is longer is taken for a mistake, as the best clients of other APIs do.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1800);

    /// <summary>Whether another attempt may go better, does no harm, and comes in time.</summary>
    /// <param name="failed">The latest attempt.</param>
    /// <param name="retries">How many retries there were before.</param>
    /// <param name="progress">How far the call is.</param>
    public static bool IsWorthwhile(Attempt failed, int retries, CallProgress progress) =>
        retries < progress.Call.Resilience.MaxRetryAttempts
        && (failed.Failure is null ? MayBeRefusedAnew(failed, progress) : MayConnectAnew(failed, progress))

        // What takes more time than there is left is not waited for: the answer at hand says when to come back.
        && Delay(failed, retries, progress) < progress.TimeLeft;

    /// <summary>How long to wait: as the server asks, or else longer each time.</summary>
    public static TimeSpan Delay(Attempt failed, int retries, CallProgress progress) =>
        failed.Delay ?? OwnDelay(progress.Call.Resilience, retries, progress.Jitter);

    /// <summary>What the server asks for, if that is more than nothing and not absurd.</summary>
    /// <param name="status">The status of the answer.</param>
    /// <param name="header">Reads a header of the answer.</param>
    /// <param name="protocol">Knows the backend's own headers.</param>
    /// <param name="now">The own clock.</param>
    public static TimeSpan? DelayFromServer(int status, Func<string, string?> header, BackendProtocol protocol, DateTimeOffset now)
    {
        // A point in time is meant by the clock that set it.
        DateTimeOffset told = Date(header("Date")) ?? now;
        TimeSpan? delay = Plausible(RetryAfter(header(DelayHeader), told));
        return delay ?? (status == 429 ? Plausible(protocol.ReadDelay(header, told)) : null);
    }

    /// <summary>How many requests an answer says are left; null if it does not.</summary>
    public static int? Remaining(HttpResponseMessage answer) => int.TryParse(
        answer.Header("RateLimit-Remaining") ?? answer.Header("X-RateLimit-Remaining"),
        NumberStyles.None, CultureInfo.InvariantCulture, out int left) ? left : null;

    /// <summary>Exponential, with up to half taken off at random so that callers do not come back together.</summary>
    public static TimeSpan OwnDelay(ResilienceOptions options, int attempt, double random)
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

    private static bool MayBeRefusedAnew(Attempt failed, CallProgress progress) =>
        Faults.IsRefusal(failed) || (progress.Call.Request.IsSafe && Faults.IsTransient(failed));

    private static bool MayConnectAnew(Attempt failed, CallProgress progress) =>
        Faults.IsTransient(failed) && failed.Failure is not TimeLimitException { EndsCall: true }
        && (progress.Call.Request.IsSafe || !failed.MayHaveActed);
}
