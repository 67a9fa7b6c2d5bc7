using System.CommandLine.Parsing;
using System.Globalization;

namespace ClientMgmt.Cli.Options;

/// <summary>A time as people write it: 500ms, 30s, 5m, 2h, or as the configuration has it, 00:05:00.</summary>
internal static class Duration
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(24);

    private static readonly (string Unit, TimeSpan Length)[] s_units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1)),
    ];

    public static TimeSpan? Parse(ArgumentResult result)
    {
        if (result.Tokens is [{ Value: string text }] && Read(text) is { } duration && duration > TimeSpan.Zero && duration <= s_longest)
        {
            return duration;
        }

        result.AddError($"{(result.Parent as OptionResult)?.Option.Name} must be a time such as 30s, 5m or 00:05:00.");
        return null;
    }

    public static string Describe(TimeSpan duration)
    {
        (string unit, TimeSpan length) = s_units.Last(u => duration.Ticks % u.Length.Ticks == 0 || u.Unit == "ms");
        return string.Create(CultureInfo.InvariantCulture, $"{duration / length:0.###}{unit}");
    }

    private static TimeSpan? Read(string text)
    {
        foreach ((string unit, TimeSpan length) in s_units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal) && double.TryParse(
                text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            {
                return number <= s_longest / length ? number * length : null;
            }
        }

        return text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time) ? time : null;
    }
}
