using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ClientMgmt.Cli.Output;

/// <summary>A document as YAML: the plain subset that every version of YAML reads the same way.</summary>
internal static partial class YamlText
{
    private static readonly HashSet<string> s_words = new(
        ["true", "false", "null", "yes", "no", "on", "off", "y", "n"], StringComparer.OrdinalIgnoreCase);

    public static string Of(JsonNode? document)
    {
        var text = new StringBuilder();
        Append(text, document, "");
        return text.ToString();
    }

    /// <summary>One entry of a list that is written entry by entry.</summary>
    public static string Item(JsonNode? item) => Of(new JsonArray(item?.DeepClone()));

    // The first line continues the one that the text ends with; the others are indented.
    private static void Append(StringBuilder text, JsonNode? node, string indent)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                AppendAll(text, members, indent, (member, inner) =>
                {
                    text.Append(Scalar(member.Key)).Append(':');
                    AppendValue(text, member.Value, inner);
                });
                break;
            case JsonArray { Count: > 0 } items:
                AppendAll(text, items, indent, (item, inner) =>
                {
                    text.Append("- ");
                    Append(text, item, inner);
                });
                break;
            default:
                text.Append(Leaf(node)).Append('\n');
                break;
        }
    }

    private static void AppendAll<T>(StringBuilder text, IEnumerable<T> parts, string indent, Action<T, string> append)
    {
        bool isFirst = true;
        foreach (T part in parts)
        {
            text.Append(isFirst ? "" : indent);
            isFirst = false;
            append(part, indent + "  ");
        }
    }

    private static void AppendValue(StringBuilder text, JsonNode? value, string indent)
    {
        bool isNested = value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 };
        text.Append(isNested ? "\n" + indent : " ");
        Append(text, value, indent);
    }

    private static string Leaf(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject => "{}",
        JsonArray => "[]",
        _ when node.GetValueKind() == JsonValueKind.String => Scalar(node.GetValue<string>()),
        _ => node.ToJsonString(),
    };

    private static string Scalar(string text) => Plain().IsMatch(text) && !s_words.Contains(text) ? text : Quoted(text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    // It begins with a letter, so it is no number and no date; a colon stands before something else than a space.
    [GeneratedRegex(@"^[A-Za-z/](?:[A-Za-z0-9_./@+()?=&%~-]|:(?=[^\s])|[ ](?=[A-Za-z0-9_/(]))*\z")]
    private static partial Regex Plain();
}
