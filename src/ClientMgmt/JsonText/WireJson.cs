using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ClientMgmt.JsonText;

/// <summary>
/// How the JSON of answers is read, so that nothing is altered on the way through. Newtonsoft.Json rewrites texts that look
/// like dates, rounds numbers, swallows <c>$type</c>, and takes comments and single quotes for JSON; a client that was read
/// like that would be sent back as another one. System.Text.Json keeps the text of every value.
/// </summary>
internal static class WireJson
{
    public const string Null = "null";

    private static readonly JsonElement s_emptyObject = JsonElement.Parse("{}");

    /// <summary>An object in memory of its own. An answer that is empty stands for an empty object.</summary>
    /// <exception cref="JsonException">It is something else than an object.</exception>
    public static JsonElement Keep(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined => s_emptyObject,
        JsonValueKind.Object => json.Clone(),
        _ => throw new JsonException("An object was expected."),
    };

    /// <summary>Reads a JSON text in UTF-8; throws a <see cref="JsonException"/> if it is not JSON.</summary>
    public static JsonDocument Parse(ReadOnlyMemory<byte> text)
    {
        text = text[PreambleOf(text.Span)..];

        // The parser looks at the bytes of a text only when somebody asks for it.
        return Utf8.IsValid(text.Span) ? JsonDocument.Parse(text) : throw new JsonException("The text is not UTF-8.");
    }

    /// <summary>What can be read of an object that cannot be read as a whole: its members before the fault, and those that are whole.</summary>
    public static JsonElement Salvage(ReadOnlySpan<byte> text)
    {
        var found = new WireObject();
        text = text[PreambleOf(text)..];
        try
        {
            // Deeper than any server writes; it costs a bit for each level.
            var reader = new Utf8JsonReader(text, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 100_000 }));
            bool isObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                ReadOnlySpan<byte> name = reader.ValueSpan;
                if (!reader.Read())
                {
                    break;
                }

                int start = (int)reader.TokenStartIndex;
                if (!reader.TrySkip())
                {
                    break;
                }

                ReadOnlySpan<byte> value = text[start..(int)reader.BytesConsumed];

                // As deep as it may be below the object.
                if (Utf8.IsValid(name) && Utf8.IsValid(value) && TryParse($"[{Encoding.UTF8.GetString(value)}]", out JsonElement whole))
                {
                    found[UnicodeText.Unescape(Encoding.UTF8.GetString(name))] = whole[0].GetRawText();
                }
            }
        }
        catch (JsonException)
        {
            // What follows is not JSON.
        }

        return JsonElement.Parse(found.ToText());
    }

    private static int PreambleOf(ReadOnlySpan<byte> text) => text.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;

    /// <summary>Reads a body that may be empty or not JSON at all, as those of errors may be; it then holds nothing.</summary>
    public static JsonElement ParseOrNothing(string? text) => text is not null && TryParse(text, out JsonElement json) ? json : default;

    public static bool TryParse(string text, out JsonElement json)
    {
        try
        {
            json = JsonElement.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            json = default;
            return false;
        }
    }

    /// <summary>
    /// The last member of a name; of kind <see cref="JsonValueKind.Undefined"/> if there is none, or this is no object.
    /// </summary>
    public static JsonElement Member(this JsonElement json, string name)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            // Another name holds half of a surrogate pair, which System.Text.Json does not read.
            return json.EnumerateObject().LastOrDefault(member => NameOf(member) == name).Value;
        }
    }

    public static string NameOf(JsonProperty member)
    {
        ReadOnlySpan<byte> name = JsonMarshal.GetRawUtf8PropertyName(member);
        string text = Encoding.UTF8.GetString(name);
        return name.Contains((byte)'\\') ? UnicodeText.Unescape(text) : text;
    }

    /// <summary>A text in quotes.</summary>
    public static string Write(string text) => string.Concat("\"", JavaScriptEncoder.Default.Encode(text), "\"");

    public static string Write(bool flag) => flag ? "true" : "false";

    public static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A list of texts.</summary>
    public static string WriteList(IEnumerable<string> texts) => WriteArray(texts.Select(Write));

    /// <summary>A list of values that are JSON already.</summary>
    public static string WriteArray(IEnumerable<string> values) => $"[{string.Join(',', values)}]";
}
