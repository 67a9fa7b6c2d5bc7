using System.Buffers;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json;

namespace ClientMgmt.JsonText;

/// <summary>A JSON object in the making: its members in order, each value as JSON text, exactly as its sender wrote it.</summary>
internal sealed class WireObject
{
    private static readonly SearchValues<char> s_plain =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    private readonly OrderedDictionary<string, string> _members;

    public WireObject(int capacity = 0) => _members = new OrderedDictionary<string, string>(capacity, StringComparer.Ordinal);

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
        var text = new StringBuilder();
        WriteTo(part => text.Append(part));
        return text.ToString();
    }

    /// <summary>The same in UTF-8.</summary>
    public ReadOnlyMemory<byte> ToUtf8()
    {
        // Room for quotes, colons and commas too.
        var bytes = new ArrayBufferWriter<byte>(2 + _members.Sum(member => member.Key.Length + member.Value.Length + 4));
        WriteTo(part => Encoding.UTF8.GetBytes(part, bytes));
        return bytes.WrittenMemory;
    }

    private void WriteTo(Action<string> write)
    {
        string before = "{\"";
        foreach ((string name, string value) in _members)
        {
            write(before);
            write(Escape(name));
            write("\":");
            write(value);
            before = ",\"";
        }

        write(_members.Count == 0 ? "{}" : "}");
    }

    // To ASCII, which has a form for everything, even for half of a surrogate pair.
    private static string Escape(string name) => name.AsSpan().ContainsAnyExcept(s_plain)
        ? JsonConvert.ToString(name, '"', StringEscapeHandling.EscapeNonAscii)[1..^1]
        : name;
}
