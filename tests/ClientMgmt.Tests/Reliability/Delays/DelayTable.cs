using System.Globalization;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>All the ways in which a server may say when to come back, right and wrong ones.</summary>
internal static class DelayTable
{
    private const string RetryAfter = "Retry-After";
    private const string AuthleteReset = "X-RateLimit-Reset";
    private const string DocSpaceReset = "X-Ratelimit-Reset";
    private const double LongestBelieved = 1800;

    public static IEnumerable<DelayRow> All => [.. WireHost.Backends.SelectMany(OfEvery), .. OfAuthlete, .. OfDocSpace];

    // RFC 9110 section 10.2.3.
    private static IEnumerable<DelayRow> OfEvery(Backend backend) =>
    [
        new(backend, 429, 7, (RetryAfter, "7")),
        new(backend, 503, 7, (RetryAfter, "7")),
        new(backend, 500, 7, (RetryAfter, "7")),
        new(backend, 429, 7, (RetryAfter.ToLowerInvariant(), "7")),
        new(backend, 429, 7, (RetryAfter, "007")),
        new(backend, 429, 1, (RetryAfter, "1")),
        new(backend, 429, LongestBelieved, (RetryAfter, "1800")),
        new(backend, 429, null, (RetryAfter, "1801")),
        new(backend, 429, null, (RetryAfter, "2147483647")),
        new(backend, 429, null, (RetryAfter, "2147483648")),
        new(backend, 429, null, (RetryAfter, "99999999999999999999")),
        new(backend, 429, null, (RetryAfter, "0")),
        new(backend, 503, null, (RetryAfter, "0")),
        new(backend, 429, null, (RetryAfter, "-5")),
        new(backend, 429, null, (RetryAfter, "+5")),
        new(backend, 429, null, (RetryAfter, "1.5")),
        new(backend, 429, null, (RetryAfter, "1e3")),
        new(backend, 429, null, (RetryAfter, "0x10")),
        new(backend, 429, null, (RetryAfter, "5 s")),
        new(backend, 429, null, (RetryAfter, "soon")),
        new(backend, 429, null, (RetryAfter, "")),
        new(backend, 429, null),

        // A date, by a server without a clock of its own, one that agrees, and ones that are off.
        new(backend, 429, 30, (RetryAfter, Date(30))),
        new(backend, 503, 30, (RetryAfter, Date(30))),
        new(backend, 429, 30, (RetryAfter, Date(30)), ("Date", Date(0))),
        new(backend, 429, 30, (RetryAfter, Date(330)), ("Date", Date(300))),
        new(backend, 429, 30, (RetryAfter, Date(-570)), ("Date", Date(-600))),
        new(backend, 429, 30, (RetryAfter, Date(30)), ("Date", "yesterday")),
        new(backend, 429, 7, (RetryAfter, "7"), ("Date", Date(-600))),
        new(backend, 429, LongestBelieved, (RetryAfter, Date(1800))),
        new(backend, 429, null, (RetryAfter, Date(1801))),
        new(backend, 429, null, (RetryAfter, Date(0))),
        new(backend, 429, null, (RetryAfter, Date(-30))),
        new(backend, 429, null, (RetryAfter, Date(30)), ("Date", Date(60))),
        new(backend, 429, null, (RetryAfter, "Fri, 31 Dec 9999 23:59:59 GMT")),
        new(backend, 429, null, (RetryAfter, "2026-07-01T12:00:30Z")),
        new(backend, 429, null, (RetryAfter, "Wed, 01 Jul 2026 25:00:00 GMT")),
    ];

    // The time of the reset in seconds since 1970 or, as small numbers are read, in seconds from now.
    private static IEnumerable<DelayRow> OfAuthlete =>
        from backend in new[] { Backend.AuthleteV2, Backend.AuthleteV3 }
        from row in new DelayRow[]
        {
            new(backend, 429, 45, (AuthleteReset, Epoch(45))),
            new(backend, 429, 45, (AuthleteReset.ToLowerInvariant(), Epoch(45))),
            new(backend, 429, 45, (AuthleteReset, Epoch(345)), ("Date", Date(300))),
            new(backend, 429, 45, (AuthleteReset, Epoch(-555)), ("Date", Date(-600))),
            new(backend, 429, LongestBelieved, (AuthleteReset, Epoch(1800))),
            new(backend, 429, null, (AuthleteReset, Epoch(1801))),
            new(backend, 429, null, (AuthleteReset, Epoch(0))),
            new(backend, 429, null, (AuthleteReset, Epoch(-1))),
            new(backend, 429, 45, (AuthleteReset, "45")),
            new(backend, 429, null, (AuthleteReset, "0")),
            new(backend, 429, null, (AuthleteReset, "-45")),
            new(backend, 429, null, (AuthleteReset, "tomorrow")),
            new(backend, 429, null, (AuthleteReset, Epoch(45) + ".5")),
            new(backend, 429, null, (AuthleteReset, "253402300800")),
            new(backend, 429, null, (AuthleteReset, "9223372036854775807")),
            new(backend, 429, null, (AuthleteReset, "9223372036854775808")),
            new(backend, 429, 7, (RetryAfter, "7"), (AuthleteReset, Epoch(45))),
            new(backend, 429, 45, (RetryAfter, "soon"), (AuthleteReset, Epoch(45))),
            new(backend, 429, 45, (RetryAfter, "1801"), (AuthleteReset, Epoch(45))),
            new(backend, 503, null, (AuthleteReset, Epoch(45))),
            new(backend, 500, null, (AuthleteReset, Epoch(45))),
        }
        select row;

    // How long, in nanoseconds; or in seconds, as on answers that are no refusal.
    private static IEnumerable<DelayRow> OfDocSpace =>
    [
        new(Backend.DocSpace, 429, 6, (DocSpaceReset, "6000000000")),
        new(Backend.DocSpace, 429, 6, (DocSpaceReset.ToLowerInvariant(), "6000000000")),
        new(Backend.DocSpace, 429, 3.987, (DocSpaceReset, "3987654321")),
        new(Backend.DocSpace, 429, 0.5, (DocSpaceReset, "500000000")),
        new(Backend.DocSpace, 429, 0.001, (DocSpaceReset, "1000000")),
        new(Backend.DocSpace, 429, LongestBelieved, (DocSpaceReset, "1800000000000")),
        new(Backend.DocSpace, 429, null, (DocSpaceReset, "1800000001000")),
        new(Backend.DocSpace, 429, null, (DocSpaceReset, "9223372036854775807")),
        new(Backend.DocSpace, 429, null, (DocSpaceReset, "9223372036854775808")),
        new(Backend.DocSpace, 429, 6, (DocSpaceReset, "6")),
        new(Backend.DocSpace, 429, LongestBelieved, (DocSpaceReset, "1800")),
        new(Backend.DocSpace, 429, null, (DocSpaceReset, "1801")),
        new(Backend.DocSpace, 429, null, (DocSpaceReset, "999999")),
        new(Backend.DocSpace, 429, null, (DocSpaceReset, "0")),
        new(Backend.DocSpace, 429, null, (DocSpaceReset, "-6")),
        new(Backend.DocSpace, 429, null, (DocSpaceReset, "-6000000000")),
        new(Backend.DocSpace, 429, null, (DocSpaceReset, "1.5")),
        new(Backend.DocSpace, 429, null, (DocSpaceReset, "later")),
        new(Backend.DocSpace, 429, null, (DocSpaceReset, "")),
        new(Backend.DocSpace, 429, 6, (DocSpaceReset, "6000000000"), ("Date", Date(-600))),
        new(Backend.DocSpace, 429, 7, (RetryAfter, "7"), (DocSpaceReset, "6000000000")),
        new(Backend.DocSpace, 429, 6, (RetryAfter, "soon"), (DocSpaceReset, "6000000000")),
        new(Backend.DocSpace, 503, null, (DocSpaceReset, "6000000000")),
        new(Backend.DocSpace, 500, null, (DocSpaceReset, "6")),
    ];

    private static string Date(int seconds) => DelayRow.Now.AddSeconds(seconds).ToString("r", CultureInfo.InvariantCulture);

    private static string Epoch(int seconds) =>
        DelayRow.Now.AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
