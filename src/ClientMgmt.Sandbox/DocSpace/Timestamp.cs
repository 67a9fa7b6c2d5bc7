using System.Globalization;
using System.Text.RegularExpressions;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>Times as nanoseconds since 1970: the servers write up to nine fraction digits, .NET times hold seven.</summary>
internal static partial class Timestamp
{
    private const long Second = 1_000_000_000;

    public static long Of(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    /// <summary>ISO 8601 with an offset; no trailing zeros in the fraction.</summary>
    public static string Write(long nanoseconds, TimeSpan offset)
    {
        long seconds = Math.DivRem(nanoseconds, Second, out long fraction);
        DateTimeOffset time = DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(offset);
        string digits = fraction.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        string zone = offset == TimeSpan.Zero ? "Z" : time.ToString("zzz", CultureInfo.InvariantCulture);
        return time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + (digits.Length > 0 ? "." + digits : "") + zone;
    }

    public static long? Parse(string? text)
    {
        Match match = Pattern().Match(text ?? "");
        if (!match.Success)
            return null;
        string zone = match.Groups["zone"].Value is "Z" or "z" ? "+00:00" : match.Groups["zone"].Value;
        if (!DateTimeOffset.TryParseExact(
            match.Groups["time"].Value + zone, "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset time))
            return null;
        string digits = match.Groups["fraction"].Value.PadRight(9, '0');
        return (time.ToUnixTimeSeconds() * Second) + long.Parse(digits, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.(?<fraction>\d{1,9}))?(?<zone>[Zz]|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
