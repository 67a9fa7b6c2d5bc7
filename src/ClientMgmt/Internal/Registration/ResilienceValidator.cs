using System.Globalization;

namespace ClientMgmt.Registration;

/// <summary>Finds what is wrong with <see cref="ResilienceOptions"/>. The bounds are Polly's, or narrower.</summary>
internal static class ResilienceValidator
{
    private const int MostRequestsPerMinute = 1_000_000;

    private static readonly TimeSpan s_shortestTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_shortestBreak = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    /// <summary>The HTTP methods that the backends use, and what stands for the rest of them.</summary>
    private static readonly string[] s_methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "*"];

    private static readonly Rule[] s_rules =
    [
        Between(nameof(ResilienceOptions.MaxRetryAttempts), o => o.MaxRetryAttempts, 0, 100),
        Between(nameof(ResilienceOptions.RetryDelay), o => o.RetryDelay, TimeSpan.Zero, s_day),
        Between(nameof(ResilienceOptions.MaxRetryDelay), o => o.MaxRetryDelay, TimeSpan.Zero, s_day),
        Between(nameof(ResilienceOptions.RetryQuota), o => o.RetryQuota, 0, 1_000_000),
        TimeoutRule(nameof(ResilienceOptions.AttemptTimeout), o => o.AttemptTimeout),
        TimeoutRule(nameof(ResilienceOptions.TotalTimeout), o => o.TotalTimeout),
        new(nameof(ResilienceOptions.FailureRatio), o => o.FailureRatio is > 0 and <= 1, "must be more than 0 and at most 1."),
        new(nameof(ResilienceOptions.MinimumThroughput), o => o.MinimumThroughput is 0 or >= 2, "must be 0 or at least 2."),
        Between(nameof(ResilienceOptions.SamplingDuration), o => o.SamplingDuration, s_shortestBreak, s_day),
        Between(nameof(ResilienceOptions.BreakDuration), o => o.BreakDuration, s_shortestBreak, s_day),
        Between(nameof(ResilienceOptions.MaxConcurrency), o => o.MaxConcurrency, 1, 100_000),
    ];

    /// <summary>What one setting has to do with another; it counts only where each by itself is right.</summary>
    private static readonly (string Other, Rule Rule)[] s_orders =
    [
        (nameof(ResilienceOptions.RetryDelay), new(
            nameof(ResilienceOptions.MaxRetryDelay),
            o => o.MaxRetryDelay >= o.RetryDelay,
            "must not be less than RetryDelay; raise it, or lower that.")),
    ];

    /// <param name="options">The options.</param>
    /// <param name="isUnreadable">Whether the configuration has something else than a value for a setting.</param>
    public static IEnumerable<(string Setting, string Problem)> Check(
        ResilienceOptions? options, Func<string, bool> isUnreadable)
    {
        if (options is null)
        {
            return [(Key(), "is null; leave it as it is to have the defaults.")];
        }

        Rule[] broken = [.. s_rules.Where(r => !r.IsKept(options))];
        bool IsWrong(string setting) => broken.Any(r => r.Setting == setting) || isUnreadable(Key(setting));
        IEnumerable<Rule> orders = s_orders
            .Where(o => !IsWrong(o.Other) && !IsWrong(o.Rule.Setting) && !o.Rule.IsKept(options)).Select(o => o.Rule);
        return broken.Concat(orders).Select(r => (Key(r.Setting), r.Problem)).Concat(CheckRequestsPerMinute(options));
    }

    private static IEnumerable<(string Setting, string Problem)> CheckRequestsPerMinute(ResilienceOptions options)
    {
        foreach ((string method, int requests) in options.RequestsPerMinute)
        {
            string key = Key(nameof(options.RequestsPerMinute), method);
            if (!s_methods.Contains(method, StringComparer.OrdinalIgnoreCase))
            {
                yield return (key, OptionSettings.Unknown(s_methods));
            }
            else if (requests is < 0 or > MostRequestsPerMinute)
            {
                yield return (key, Range(0, MostRequestsPerMinute));
            }
        }
    }

    private static Rule Between<T>(string setting, Func<ResilienceOptions, T> value, T least, T most)
        where T : IComparable<T>, IFormattable =>
        new(setting, o => IsBetween(value(o), least, most), Range(least, most));

    private static Rule TimeoutRule(string setting, Func<ResilienceOptions, TimeSpan> value) => new(
        setting,
        o => value(o) == Timeout.InfiniteTimeSpan || IsBetween(value(o), s_shortestTimeout, s_day),
        Range(s_shortestTimeout, s_day).TrimEnd('.') + ", or Infinite.");

    private static bool IsBetween<T>(T value, T least, T most)
        where T : IComparable<T> => value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0;

    private static string Range(IFormattable least, IFormattable most) => $"must be between {Text(least)} and {Text(most)}.";

    private static string Text(IFormattable value) => value.ToString(
        value is TimeSpan { Milliseconds: > 0 } ? @"hh\:mm\:ss\.ff" : null, CultureInfo.InvariantCulture);

    private static string Key(params string[] parts) =>
        string.Join(':', parts.Prepend(nameof(ProviderOptions.Resilience)));

    /// <param name="Setting">The setting.</param>
    /// <param name="IsKept">Whether its value may be as it is.</param>
    /// <param name="Problem">What to say if not.</param>
    private sealed record Rule(string Setting, Func<ResilienceOptions, bool> IsKept, string Problem);
}
