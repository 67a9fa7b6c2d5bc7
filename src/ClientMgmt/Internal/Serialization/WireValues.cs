using System.Globalization;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.Serialization;

/// <summary>Reads single values leniently: what is of another kind than expected is read as not there.</summary>
internal static class WireValues
{
    private static readonly long s_firstMillisecond = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long s_lastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>A text, or a whole number in decimal.</summary>
    public static string? Text(JToken? token) => token?.Type is JTokenType.String or JTokenType.Integer
        ? Convert.ToString(((JValue)token).Value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null
        : null;

    public static Secret? Secret(JToken? token) =>
        token?.Type == JTokenType.String && (string)token! is { Length: > 0 } value ? new Secret(value) : null;

    /// <summary>Milliseconds since 1970.</summary>
    public static DateTimeOffset? Milliseconds(JToken? token) =>
        token is JValue { Value: long milliseconds } ? Milliseconds(milliseconds) : null;

    public static DateTimeOffset? Milliseconds(long? milliseconds) =>
        milliseconds is { } value && value >= s_firstMillisecond && value <= s_lastMillisecond
            ? DateTimeOffset.FromUnixTimeMilliseconds(value)
            : null;

    /// <summary>ISO 8601 with an offset; .NET keeps seven digits of the fraction.</summary>
    public static DateTimeOffset? Timestamp(string? text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
}
