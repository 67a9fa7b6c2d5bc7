using System.Globalization;
using ClientMgmt.Options;

namespace ClientMgmt.Registration;

/// <summary>Finds what is wrong with <see cref="ResilienceOptions"/>. The bounds are Polly's, or narrower.</summary>
internal sealed class ResilienceValidator(ResilienceOptions options, SettingErrors problems)
{
    private const int MostRequestsPerMinute = 1_000_000;

    private static readonly TimeSpan s_shortestTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_shortestBreak = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    /// <summary>The HTTP methods that the backends use, and what stands for the rest of them.</summary>
    private static readonly string[] s_methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "*"];

    public void Check()
    {
        Between(nameof(options.MaxRetryAttempts), options.MaxRetryAttempts, 0, 100);
        Between(nameof(options.RetryDelay), options.RetryDelay, TimeSpan.Zero, s_day);
        Between(nameof(options.MaxRetryDelay), options.MaxRetryDelay, TimeSpan.Zero, s_day);
        Between(nameof(options.RetryQuota), options.RetryQuota, 0, 1_000_000);
        CheckTimeout(nameof(options.AttemptTimeout), options.AttemptTimeout);
        CheckTimeout(nameof(options.TotalTimeout), options.TotalTimeout);
        CheckTimeout(nameof(options.CredentialTimeout), options.CredentialTimeout);
        Require(options.FailureRatio is > 0 and <= 1, nameof(options.FailureRatio), "must be more than 0 and at most 1.");
        Require(options.MinimumThroughput is 0 or >= 2, nameof(options.MinimumThroughput), "must be 0 or at least 2.");
        Between(nameof(options.SamplingDuration), options.SamplingDuration, s_shortestBreak, s_day);
        Between(nameof(options.BreakDuration), options.BreakDuration, s_shortestBreak, s_day);
        Between(nameof(options.MaxConcurrency), options.MaxConcurrency, 1, 100_000);

        // What one setting has to do with another counts only where each by itself is right.
        Require(
            options.MaxRetryDelay >= options.RetryDelay
                || problems.Has(Key(nameof(options.RetryDelay))) || problems.Has(Key(nameof(options.MaxRetryDelay))),
            nameof(options.MaxRetryDelay),
            "must not be less than RetryDelay; raise it, or lower that.");
        CheckRequestsPerMinute();
    }

    private static string Range(IFormattable least, IFormattable most) => $"must be between {Text(least)} and {Text(most)}.";

    private static string Text(IFormattable value) => value.ToString(
        value is TimeSpan { Milliseconds: > 0 } ? @"hh\:mm\:ss\.ff" : null, CultureInfo.InvariantCulture);

    private static bool IsBetween<T>(T value, T least, T most)
        where T : IComparable<T> => value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0;

    private static string Key(string setting) => $"{nameof(ProviderOptions.Resilience)}:{setting}";

    private void CheckRequestsPerMinute()
    {
        foreach ((string method, int requests) in options.RequestsPerMinute)
        {
            string setting = $"{nameof(options.RequestsPerMinute)}:{method}";
            if (!s_methods.Contains(method, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add(Key(setting), OptionSettings.Unknown(s_methods));
            }
            else
            {
                Between(setting, requests, 0, MostRequestsPerMinute);
            }
        }
    }

    private void Between<T>(string setting, T value, T least, T most)
        where T : IComparable<T>, IFormattable
    {
        if (!IsBetween(value, least, most))
        {
            problems.Add(Key(setting), Range(least, most));
        }
    }

    private void CheckTimeout(string setting, TimeSpan value)
    {
        if (value != Timeout.InfiniteTimeSpan && !IsBetween(value, s_shortestTimeout, s_day))
        {
            problems.Add(Key(setting), Range(s_shortestTimeout, s_day).TrimEnd('.') + ", or Infinite.");
        }
    }

    private void Require(bool isKept, string setting, string problem)
    {
        if (!isKept)
        {
            problems.Add(Key(setting), problem);
        }
    }
}
