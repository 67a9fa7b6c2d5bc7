using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientMgmt.Sandbox.DocSpace.Java;

/// <summary>
/// Reads JSON as the server does: of two members with one name the last counts, half of a surrogate pair is a text like
/// any other, and a number keeps the form it was sent in.
/// </summary>
internal ref struct JavaJsonReader
{
    private Utf8JsonReader _reader;

    private JavaJsonReader(ReadOnlySpan<byte> json, int depth) =>
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = depth, AllowMultipleValues = true });

    /// <exception cref="FormatException">It is not JSON, or something follows where nothing may.</exception>
    public static JsonNode? Read(ReadOnlySpan<byte> json, int depth, bool ignoresRest)
    {
        var reader = new JavaJsonReader(json, depth);
        try
        {
            if (!reader._reader.Read())
                throw new FormatException();
            JsonNode? node = reader.Node();
            return ignoresRest || !reader._reader.Read() ? node : throw new FormatException();
        }
        catch (JsonException exception)
        {
            throw new FormatException("Not JSON.", exception);
        }
    }

    private JsonNode? Node() => _reader.TokenType switch
    {
        JsonTokenType.StartObject => Members(),
        JsonTokenType.StartArray => Entries(),
        JsonTokenType.String => JsonValue.Create(Text()),
        JsonTokenType.Null => null,
        _ => JsonNode.Parse(Raw()),
    };

    private JsonObject Members()
    {
        var members = new JsonObject();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            string name = Text();
            _reader.Read();
            members[name] = Node();
        }

        return members;
    }

    private JsonArray Entries()
    {
        var entries = new JsonArray();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
            entries.Add(Node());
        return entries;
    }

    private readonly string Raw() => Encoding.UTF8.GetString(_reader.ValueSpan);

    private readonly string Text()
    {
        string raw = Raw();
        if (!_reader.ValueIsEscaped)
            return raw;
        var text = new StringBuilder(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            char escaped = raw[++i];
            text.Append(escaped == 'u' ? (char)int.Parse(raw.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : Plain(escaped));
            i += escaped == 'u' ? 4 : 0;
        }

        return text.ToString();
    }

    private static char Plain(char escaped) => escaped switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => escaped,
    };
}
