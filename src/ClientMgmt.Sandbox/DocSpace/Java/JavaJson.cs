using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientMgmt.Sandbox.DocSpace.Java;

/// <summary>Writes JSON as the server does: escapes only where JSON demands it, and on older servers for surrogate pairs.</summary>
internal sealed class JavaJson(bool escapesPairs)
{
    private readonly StringBuilder _text = new();

    public static string Write(JsonNode? node, bool escapesPairs)
    {
        var writer = new JavaJson(escapesPairs);
        writer.Node(node);
        return writer._text.ToString();
    }

    private void Node(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                List('{', members, member =>
                {
                    Text(member.Key);
                    _text.Append(':');
                    Node(member.Value);
                }, '}');
                break;
            case JsonArray entries:
                List('[', entries, Node, ']');
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Text(value.GetValue<string>());
                break;
            default:
                _text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private void List<T>(char open, IEnumerable<T> entries, Action<T> write, char close)
    {
        _text.Append(open);
        bool first = true;
        foreach (T entry in entries)
        {
            if (!first)
                _text.Append(',');
            first = false;
            write(entry);
        }

        _text.Append(close);
    }

    private void Text(string text)
    {
        _text.Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            bool pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (pair && !escapesPairs)
                _text.Append(text[i]).Append(text[++i]);
            else
                Character(text[i]);
        }

        _text.Append('"');
    }

    private void Character(char c) => _ = c switch
    {
        '"' or '\\' => _text.Append('\\').Append(c),
        '\b' => _text.Append("\\b"),
        '\t' => _text.Append("\\t"),
        '\n' => _text.Append("\\n"),
        '\f' => _text.Append("\\f"),
        '\r' => _text.Append("\\r"),
        < ' ' => Escape(c),
        _ => char.IsSurrogate(c) ? Escape(c) : _text.Append(c),
    };

    private StringBuilder Escape(char c) => _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
}
