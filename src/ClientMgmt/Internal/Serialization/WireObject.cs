using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json;

namespace ClientMgmt.Serialization;

/// <summary>A JSON object in the making: its members in order, each value as JSON text, exactly as its sender wrote it.</summary>
internal sealed class WireObject
{
    private readonly OrderedDictionary<string, string> _members;

    public WireObject() => _members = new OrderedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Begins with what is there. Of members with the same name the last one counts.</summary>
    /// <exception cref="InvalidOperationException">It is no object.</exception>
    public WireObject(JsonElement json)
    {
        _members = new OrderedDictionary<string, string>(json.GetPropertyCount(), StringComparer.Ordinal);
        foreach (JsonProperty member in json.EnumerateObject())
        {
            _members[WireJson.NameOf(member)] = member.Value.GetRawText();
        }
    }

    /// <summary>The JSON text of a member; null if there is none, and to take it away.</summary>
    public string? this[string name]
    {
        get => _members.GetValueOrDefault(name);
        set
        {
            if (value is null)
            {
                _members.Remove(name);
            }
            else
            {
                _members[name] = value;
            }
        }
    }

    /// <summary>The JSON text. Not what the object shows by itself: it may hold secrets.</summary>
    public string ToText()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new JsonTextWriter(text))
        {
            WriteTo(writer);
        }

        return text.ToString();
    }

    /// <summary>Writes it with names in ASCII, which has a form for everything, even for half of a surrogate pair.</summary>
    public void WriteTo(JsonWriter writer)
    {
        writer.StringEscapeHandling = StringEscapeHandling.EscapeNonAscii;
        writer.WriteStartObject();
        foreach ((string name, string value) in _members)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(value);
        }

        writer.WriteEndObject();
    }
}
