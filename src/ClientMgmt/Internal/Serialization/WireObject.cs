using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json;
using JsonException = System.Text.Json.JsonException;

namespace ClientMgmt.Serialization;

/// <summary>
/// A JSON object in memory of its own: its members in order, each value exactly as its sender wrote it. Of members with
/// the same name the last one counts.
/// </summary>
internal sealed class WireObject : IEnumerable<KeyValuePair<string, JsonElement>>
{
    private readonly OrderedDictionary<string, JsonElement> _members;

    /// <exception cref="JsonException">It is no object.</exception>
    public WireObject(JsonElement json)
    {
        EnsureObject(json);
        _members = new OrderedDictionary<string, JsonElement>(json.GetPropertyCount(), StringComparer.Ordinal);
        foreach (JsonProperty member in json.Clone().EnumerateObject())
        {
            _members[NameOf(member)] = member.Value;
        }
    }

    public WireObject(IEnumerable<KeyValuePair<string, JsonElement>> members)
    {
        _members = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach ((string name, JsonElement value) in members)
        {
            _members[name] = value.Clone();
        }
    }

    private WireObject(OrderedDictionary<string, JsonElement> members) => _members = members;

    public static WireObject Empty { get; } = new(new OrderedDictionary<string, JsonElement>());

    public int Count => _members.Count;

    /// <summary>The value of a member, of kind <see cref="JsonValueKind.Undefined"/> if there is none.</summary>
    public JsonElement this[string name] => _members.GetValueOrDefault(name);

    /// <exception cref="JsonException">It is no object.</exception>
    public static IEnumerable<KeyValuePair<string, JsonElement>> Members(JsonElement json)
    {
        EnsureObject(json);
        return json.EnumerateObject().Select(member => KeyValuePair.Create(NameOf(member), member.Value));
    }

    /// <summary>The value of one member of an object that is not kept.</summary>
    /// <exception cref="JsonException">It is no object.</exception>
    public static JsonElement Find(JsonElement json, string name) => Members(json).LastOrDefault(m => m.Key == name).Value;

    public bool Contains(string name) => _members.ContainsKey(name);

    /// <summary>A copy in which one member is another or, for null, not there.</summary>
    public WireObject With(string name, JsonElement? value) => With([(name, _ => value)]);

    /// <summary>A copy with changes made one after the other; one that yields null takes the member away.</summary>
    public WireObject With(IEnumerable<(string Name, Func<JsonElement, JsonElement?> Change)> changes)
    {
        var members = new OrderedDictionary<string, JsonElement>(_members, StringComparer.Ordinal);
        foreach ((string name, Func<JsonElement, JsonElement?> change) in changes)
        {
            if (change(members.GetValueOrDefault(name)) is { } value)
            {
                members[name] = value;
            }
            else
            {
                members.Remove(name);
            }
        }

        return new WireObject(members);
    }

    public JsonElement ToJson()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new JsonTextWriter(text))
        {
            WriteTo(writer);
        }

        return JsonElement.Parse(text.ToString());
    }

    /// <summary>Writes it with names in ASCII, which has a form for everything, even for half of a surrogate pair.</summary>
    public void WriteTo(JsonWriter writer)
    {
        writer.StringEscapeHandling = StringEscapeHandling.EscapeNonAscii;
        writer.WriteStartObject();
        foreach ((string name, JsonElement value) in _members)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(value.GetRawText());
        }

        writer.WriteEndObject();
    }

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static void EnsureObject(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("An object was expected.");
        }
    }

    // A name may hold half of a surrogate pair, which System.Text.Json does not read.
    private static string NameOf(JsonProperty member)
    {
        ReadOnlySpan<byte> name = JsonMarshal.GetRawUtf8PropertyName(member);
        string text = Encoding.UTF8.GetString(name);
        return name.Contains((byte)'\\') ? UnicodeText.Unescape(text) : text;
    }
}
