using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Control;

/// <summary>The members of a request to a control endpoint. Whatever is wrong is refused by its name; null counts as absent.</summary>
internal sealed class Members
{
    private readonly JsonObject _body;

    public Members(JsonObject body, params IReadOnlyList<string> known)
    {
        _body = body;
        if (body.Select(m => m.Key).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new ArgumentException($"'{unknown}' is not known here. Known are {string.Join(", ", known)}.");
    }

    public bool Has(string name) => _body.ContainsKey(name);

    public string? Text(string name) => Value(name, "a text", AsText);

    public bool? Flag(string name) => Number<bool>(name, "true or false", v => v.TryGetValue(out bool flag) ? flag : null);

    public int? Integer(string name) => Number<int>(name, "a whole number", v => v.TryGetValue(out int number) ? number : null);

    public double? Real(string name) => Number<double>(name, "a number", v => v.TryGetValue(out double number) ? number : null);

    /// <summary>An id of up to 19 digits, as a number or as a text.</summary>
    public long? Id(string name) => Number<long>(name, "a number, or a text of digits", v => v.TryGetValue(out long number) ? number
        : long.TryParse(AsText(v), NumberStyles.None, CultureInfo.InvariantCulture, out number) ? number : null);

    // Without the colon "5" would be five days.
    public TimeSpan? Duration(string name) => Number<TimeSpan>(name, "a duration such as \"00:00:01.5\" or \"-1.00:00:00\"", v =>
        AsText(v) is { } text && text.Contains(':', StringComparison.Ordinal)
        && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out TimeSpan duration) ? duration : null);

    public T? Choice<T>(string name)
        where T : struct, Enum => Number<T>(name, "one of " + string.Join(", ", Enum.GetNames<T>()), v =>
        AsText(v) is { } text && Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text) : null);

    public string[]? Texts(string name)
    {
        if (_body[name] is not { } node)
            return null;
        string[] texts = [.. (node as JsonArray ?? []).Select(AsText).OfType<string>()];
        return node is JsonArray array && array.Count == texts.Length ? texts : throw Wrong(name, "an array of texts");
    }

    public Dictionary<string, string>? Map(string name) => _body[name] is not { } node
        ? null
        : node is JsonObject map && map.All(m => AsText(m.Value) is not null)
            ? map.ToDictionary(m => m.Key, m => AsText(m.Value)!)
            : throw Wrong(name, "an object with texts");

    public static T Required<T>(T? value, string name)
        where T : class => value ?? throw new ArgumentException($"'{name}' is missing.");

    public static T Required<T>(T? value, string name)
        where T : struct => value ?? throw new ArgumentException($"'{name}' is missing.");

    private static ArgumentException Wrong(string name, string allowed) => new($"'{name}' has to be {allowed}.");

    private static string? AsText(JsonNode? node)
    {
        try
        {
            return node.AsText();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON, but no text.
            return null;
        }
    }

    private T? Value<T>(string name, string allowed, Func<JsonValue, T?> read)
        where T : class => _body[name] is not { } node ? null : (node is JsonValue value ? read(value) : null) ?? throw Wrong(name, allowed);

    private T? Number<T>(string name, string allowed, Func<JsonValue, T?> read)
        where T : struct => _body[name] is not { } node ? null : (node is JsonValue value ? read(value) : null) ?? throw Wrong(name, allowed);
}
