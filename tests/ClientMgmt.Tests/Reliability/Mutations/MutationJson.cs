using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace ClientMgmt.Tests.Reliability;

/// <summary>
/// JSON as the standard has it (RFC 8259: UTF-8, no comments, at most 64 levels here), read by another reader than the
/// library's: objects are dictionaries in which the last of several members counts, everything else is a list or a text.
/// </summary>
public static class MutationJson
{
    /// <summary>The document, or null if it is not JSON; an empty body and null count as an empty object.</summary>
    public static object? Parse(ReadOnlySpan<byte> body)
    {
        body = body.StartsWith(Encoding.UTF8.Preamble) ? body[3..] : body;
        if (!Utf8.IsValid(body))
        {
            return null;
        }

        ReadOnlySpan<byte> trimmed = body.Trim(" \t\r\n"u8);
        if (trimmed.IsEmpty || trimmed.SequenceEqual("null"u8))
        {
            return new Dictionary<string, object>();
        }

        var reader = new Utf8JsonReader(body);
        try
        {
            reader.Read();
            object value = Value(ref reader);
            return reader.Read() ? null : value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value as text; numbers and undecodable texts letter by letter, members in order of their names.</summary>
    public static string Text(object? value) => value switch
    {
        Dictionary<string, object> members => "{" + string.Join(",", members.OrderBy(m => m.Key, StringComparer.Ordinal)
            .Select(m => $"\"{m.Key}\":{Text(m.Value)}")) + "}",
        List<object> items => "[" + string.Join(",", items.Select(Text)) + "]",
        _ => (string?)value ?? "",
    };

    private static object Value(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new Dictionary<string, object>();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    string name = Decode(ref reader);
                    reader.Read();
                    members[name] = Value(ref reader);
                }

                return members;
            case JsonTokenType.StartArray:
                var items = new List<object>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value(ref reader));
                }

                return items;
            case JsonTokenType.String:
                return $"\"{Decode(ref reader)}\"";
            default:
                return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private static string Decode(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which this reader has no text for.
            return Regex.Replace(Encoding.UTF8.GetString(reader.ValueSpan), @"\\(?:u(?<code>[0-9a-fA-F]{4})|.)", e => e.Groups["code"].Success
                ? ((char)Convert.ToInt32(e.Groups["code"].Value, 16)).ToString()
                : e.Value[1] switch { 'b' => "\b", 'f' => "\f", 'n' => "\n", 'r' => "\r", 't' => "\t", char c => c.ToString() });
        }
    }
}
