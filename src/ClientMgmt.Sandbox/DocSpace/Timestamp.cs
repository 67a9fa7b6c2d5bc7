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

    /// <summary>Null when it is no time, or one without an offset. Seconds may be missing, the offset may have any form, and a zone may follow it.</summary>
    public static long? Parse(string? text)
    {
        Match match = Pattern().Match(text ?? "");
        string local = match.Groups["time"].Value.ToUpperInvariant() + (match.Groups["seconds"].Success ? "" : ":00");
        if (!match.Success || !DateTime.TryParseExact(local, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time))
            return null;
        string digits = match.Groups["fraction"].Value.PadRight(9, '0');
        long seconds = ((time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond) - Offset(match);
        return (seconds * Second) + long.Parse(digits, CultureInfo.InvariantCulture);
    }

    private static long Offset(Match match)
    {
        int Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        int offset = (Part("hours") * 3600) + (Part("minutes") * 60) + Part("rest");
        return match.Groups["sign"].Value == "-" ? -offset : offset;
    }

    [GeneratedRegex(
        @"^(?<time>\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(?<seconds>:\d\d)?)(\.(?<fraction>\d{1,9}))?"
        + @"([Zz]|(?<sign>[+-])(?<hours>\d\d)(:?(?<minutes>\d\d)(:?(?<rest>\d\d))?)?)(\[[A-Za-z][A-Za-z0-9~/._+-]+\])?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
