using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json;
using JsonException = System.Text.Json.JsonException;

namespace ClientMgmt.Serialization;

/// <summary>A JSON object in the making: members in order, and values exactly as their senders wrote them.</summary>
internal sealed class WireObject
{
    private readonly OrderedDictionary<string, JsonElement> _members;

    private WireObject(OrderedDictionary<string, JsonElement> members) => _members = members;

    public static WireObject Empty { get; } = new([]);

    /// <summary>Begins with what is there. Of members with the same name the last one counts.</summary>
    /// <exception cref="JsonException">It is no object.</exception>
    public static WireObject From(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("An object was expected.");
        }

        var members = new OrderedDictionary<string, JsonElement>(json.GetPropertyCount(), StringComparer.Ordinal);
        foreach (JsonProperty member in json.EnumerateObject())
        {
            members[WireJson.NameOf(member)] = member.Value;
        }

        return new WireObject(members);
    }

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
}
