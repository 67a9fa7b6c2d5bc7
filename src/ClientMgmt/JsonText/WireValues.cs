using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ClientMgmt.JsonText;

/// <summary>Reads single values leniently: what is of another kind than expected is read as not there.</summary>
internal static class WireValues
{
    private static readonly long s_firstMillisecond = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long s_lastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>A Unicode text; null for any other value, and for a text with half of a surrogate pair.</summary>
    public static string? StringOrNull(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether this is a text in which nothing is escaped, so that no half of a surrogate pair is in it.</summary>
    public static bool IsPlainText(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && !JsonMarshal.GetRawUtf8Value(value).Contains((byte)'\\');

    /// <summary>Whether this is a list of such texts.</summary>
    public static bool ArePlainTexts(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        foreach (JsonElement item in value.EnumerateArray())
        {
            if (!IsPlainText(item))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A text that is not empty, whatever it holds, or a whole number in decimal.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.GetRawText() is var number && !number.AsSpan().ContainsAny('.', 'e', 'E') => number,
        JsonValueKind.String when (StringOrNull(value) ?? UnicodeText.Unescape(value.GetRawText()[1..^1])) is { Length: > 0 } text => text,
        _ => null,
    };

    public static bool? Flag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A whole number of 64 bits, without fraction or exponent.</summary>
    public static long? Integer(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : null;

    /// <summary>A whole number of 32 bits, however it is written: 60, 60.0 and 6e1 are one number.</summary>
    public static int? WholeNumber(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number)
        && decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : null;

    /// <summary>Whether a value is there, and is not one that stands for "not set".</summary>
    public static bool SaysSomething(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.Number => !value.TryGetDecimal(out decimal number) || number != 0,
        JsonValueKind.String => Text(value) is not null,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(member => SaysSomething(member.Value)),
        _ => true,
    };

    /// <summary>A list of texts; null if it holds anything else, or is no list.</summary>
    public static string[]? Texts(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        string[] texts = new string[value.GetArrayLength()];
        int count = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            if (StringOrNull(item) is not { } text)
            {
                return null;
            }

            texts[count++] = text;
        }

        return texts;
    }

    /// <summary>The entries of a list that are not null; a list that is not there has none.</summary>
    /// <exception cref="JsonException">It is something else than a list.</exception>
    public static IEnumerable<JsonElement> Items(JsonElement list) => list.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        JsonValueKind.Array => list.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null),
        _ => throw new JsonException("A list was expected."),
    };

    /// <summary>The objects of a list; none of anything else.</summary>
    public static IEnumerable<JsonElement> Objects(JsonElement list) => list.ValueKind == JsonValueKind.Array
        ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
        : [];

    /// <summary>Milliseconds since 1970.</summary>
    public static DateTimeOffset? Milliseconds(JsonElement value) =>
        Integer(value) is { } milliseconds && milliseconds >= s_firstMillisecond && milliseconds <= s_lastMillisecond
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    /// <summary>Seconds since 1970.</summary>
    public static DateTimeOffset? Seconds(JsonElement value) =>
        Integer(value) is { } seconds && seconds >= s_firstMillisecond / 1000 && seconds <= s_lastMillisecond / 1000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>ISO 8601 with an offset; .NET keeps seven digits of the fraction.</summary>
    public static DateTimeOffset? Timestamp(JsonElement value) =>
        IsUtc(value) && value.TryGetDateTimeOffset(out DateTimeOffset time)
        || DateTimeOffset.TryParse(Text(value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
            ? time
            : null;

    // System.Text.Json takes a time without an offset for a local one.
    private static bool IsUtc(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && JsonMarshal.GetRawUtf8Value(value).EndsWith("Z\""u8);
}
