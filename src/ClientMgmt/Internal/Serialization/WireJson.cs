using System.Text;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = Newtonsoft.Json.JsonException;
using JsonSerializer = Newtonsoft.Json.JsonSerializer;

namespace ClientMgmt.Serialization;

/// <summary>How JSON is read and written on the wire, so that nothing is altered on the way through.</summary>
internal static class WireJson
{
    private static readonly JsonElement s_true = JsonElement.Parse("true");
    private static readonly JsonElement s_false = JsonElement.Parse("false");

    // Newtonsoft.Json rewrites texts that look like dates, rounds decimals to double, swallows "$type", and joins two lists
    // of one name by default.
    public static void Configure(JsonSerializerSettings settings)
    {
        settings.DateParseHandling = DateParseHandling.None;
        settings.FloatParseHandling = FloatParseHandling.Decimal;
        settings.MetadataPropertyHandling = MetadataPropertyHandling.Ignore;
        settings.ObjectCreationHandling = ObjectCreationHandling.Replace;
        settings.Converters.Add(new LenientIntegerConverter());
        settings.Converters.Add(new LenientTextConverter());
    }

    /// <summary>Reads a JSON text; throws a <see cref="JsonException"/> if it is not JSON.</summary>
    public static JToken Parse(string text)
    {
        string marked = Encoding.UTF8.GetString(ExactValues.Mark(Encoding.UTF8.GetBytes(text)).Span);
        using var reader = new JsonTextReader(new StringReader(marked))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        reader.Read();
        return ExactValues.Read(reader);
    }

    /// <summary>Reads a body that may be empty or not JSON at all, as those of errors may be.</summary>
    public static JObject? ParseObjectOrNull(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.TrimStart()[0] != '{')
        {
            return null;
        }

        try
        {
            return Parse(text) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static bool TryParse(string text, out JsonElement json)
    {
        try
        {
            json = JsonElement.Parse(text);
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            json = default;
            return false;
        }
    }

    public static JsonElement ToElement(JToken token) => token.Type switch
    {
        JTokenType.Boolean => (bool)token ? s_true : s_false,
        _ => JsonElement.Parse(Text(token)),
    };

    /// <summary>Writes JSON in ASCII, which has a form for everything, even for half of a surrogate pair in a name.</summary>
    public static void Write(JToken token, JsonWriter writer)
    {
        writer.StringEscapeHandling = StringEscapeHandling.EscapeNonAscii;
        token.WriteTo(writer);
    }

    public static JToken ToToken(JsonElement element) => Parse(element.GetRawText());

    private static string Text(JToken token)
    {
        string text = token.ToString(Formatting.None);
        if (UnicodeText.IsValid(text))
        {
            return text;
        }

        using var ascii = new StringWriter();
        using (var writer = new JsonTextWriter(ascii))
        {
            Write(token, writer);
        }

        return ascii.ToString();
    }
}
