using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ClientMgmt.Manifests;

/// <summary>JSON values as YAML in block style, each in one way only.</summary>
internal sealed partial class YamlBlocks(TextWriter writer)
{
    // YAML 1.2 section 7.4: what stands before a colon has at most 1024 characters, unless it is marked as a key.
    private const int LongestPlainKey = 1000;

    private static readonly string[] s_reserved = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

    public void Write(JsonElement value)
    {
        if (HasParts(value))
        {
            WriteParts(value, 0, isIndented: false);
            return;
        }

        WriteScalar(value);
        writer.Write('\n');
    }

    private void WriteMember(string name, JsonElement value, int depth)
    {
        string key = Text(name);
        if (key.Length > LongestPlainKey)
        {
            writer.Write($"? {key}\n");
            Indent(depth);
            key = "";
        }

        writer.Write(key);
        writer.Write(':');
        WriteValue(value, depth);
    }

    // What follows a key: on the same line or, if it has parts, on the next ones.
    private void WriteValue(JsonElement value, int depth)
    {
        if (!HasParts(value))
        {
            writer.Write(' ');
            WriteScalar(value);
            writer.Write('\n');
            return;
        }

        writer.Write('\n');
        WriteParts(value, depth + 1, isIndented: false);
    }

    private void WriteParts(JsonElement value, int depth, bool isIndented)
    {
        foreach ((string? name, JsonElement part) in Parts(value))
        {
            if (!isIndented)
            {
                Indent(depth);
            }

            isIndented = false;
            if (name is not null)
            {
                WriteMember(name, part, depth);
            }
            else if (HasParts(part))
            {
                writer.Write("- ");
                WriteParts(part, depth + 1, isIndented: true);
            }
            else
            {
                writer.Write('-');
                WriteValue(part, depth);
            }
        }
    }

    private void WriteScalar(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                writer.Write(Text(value.GetString()!));
                break;
            case JsonValueKind.Object:
                writer.Write("{}");
                break;
            case JsonValueKind.Array:
                writer.Write("[]");
                break;
            default:
                writer.Write(value.GetRawText());
                break;
        }
    }

    private static string Text(string text)
    {
        if (Plain().IsMatch(text) && !s_reserved.Contains(text, StringComparer.OrdinalIgnoreCase)
            && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal))
        {
            return text;
        }

        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (Rune rune in text.EnumerateRunes())
        {
            quoted.Append(Escaped(rune));
        }

        return quoted.Append('"').ToString();
    }

    private static string Escaped(Rune rune) => rune.Value switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",

        // Controls, and what some reader takes for the end of a line, for nothing, or for a mark of byte order.
        < 0x20 or (>= 0x7F and <= 0xA0) or 0x2028 or 0x2029 or 0xFEFF or (>= 0xFFFE and <= 0xFFFF) =>
            string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
        _ => rune.ToString(),
    };

    private void Indent(int depth)
    {
        for (int i = 0; i < depth; i++)
        {
            writer.Write("  ");
        }
    }

    private static bool HasParts(JsonElement value) => Parts(value).Any();

    private static IEnumerable<(string? Name, JsonElement Value)> Parts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Select(item => ((string?)null, item)),
        JsonValueKind.Object => value.EnumerateObject().Select(m => ((string?)m.Name, m.Value)),
        _ => [],
    };

    // What begins with a letter and holds nothing that YAML gives a meaning to. Longer texts are in quotes anyway.
    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9 _./:@+?&=%#~,()-]*(?<![ :])\z")]
    private static partial Regex Plain();
}
