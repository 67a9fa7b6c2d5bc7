using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientMgmt.Manifests;

/// <summary>The values of a manifest: which types there may be. The schema says the same; a test compares them.</summary>
internal sealed class ManifestValues(ProblemList problems, IReadOnlyDictionary<string, string>? variables)
{
    private const string Scope = "scope";

    private static readonly JsonElement s_null = JsonElement.Parse("null");

    /// <summary>The members of an object, with those left out that are there for a second time.</summary>
    public IEnumerable<(ScalarNode Key, Node Value)> Distinct(MapNode map)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((ScalarNode key, Node value) in map.Members)
        {
            if (!IsUnicode(key.Value))
            {
                problems.Add(key, "This key is not valid Unicode.");
            }
            else if (!seen.Add(key.Value))
            {
                problems.Add(key, $"'{key.Value}' is here for a second time.");
            }
            else
            {
                yield return (key, value);
            }
        }
    }

    /// <summary>An id, which may also be a whole number: its digits are kept.</summary>
    public string? Id(string name, Node node)
    {
        string? id = null;
        if (node is ScalarNode scalar)
        {
            PlainScalar.Meaning meaning = PlainScalar.Of(scalar);
            id = meaning == PlainScalar.Meaning.Text ? Expand(scalar) : meaning == PlainScalar.Meaning.Number ? Whole(scalar.Value) : null;
            if (id is null && meaning == PlainScalar.Meaning.Text)
            {
                return null;
            }
        }

        if (string.IsNullOrWhiteSpace(id) || !IsUnicode(id))
        {
            problems.Add(node, $"{name} must be a text or a whole number that is not empty; leave the key out to mean a new client.");
            return null;
        }

        return id;
    }

    // To JSON, 60.0 and 6e1 are whole numbers too.
    private static string? Whole(string number) => number.All(char.IsAsciiDigit) ? number
        : decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) && value >= 0 && decimal.IsInteger(value)
            ? value.ToString("0", CultureInfo.InvariantCulture)
        : null;

    public JsonElement? Flag(string name, Node node)
    {
        PlainScalar.Meaning? meaning = node is ScalarNode scalar ? PlainScalar.Of(scalar) : null;
        if (meaning is PlainScalar.Meaning.True or PlainScalar.Meaning.False)
        {
            return JsonElement.Parse(meaning == PlainScalar.Meaning.True ? "true" : "false");
        }

        problems.Add(node, $"{name} must be true or false.");
        return null;
    }

    public JsonElement? Standard(string name, Node node)
    {
        if (node is ScalarNode scalar && PlainScalar.Of(scalar) == PlainScalar.Meaning.Null)
        {
            return s_null;
        }

        Type type = ClientMetadata.GetValueType(name);
        return type == typeof(bool) ? Flag(name, node)
            : type == typeof(int) ? Integer(name, node)
            : type == typeof(string) ? Text(name, node) is { } text ? JsonSerializer.SerializeToElement(name == Scope ? Words(text) : text) : null
            : type == typeof(IReadOnlyList<string>) ? List(name, node)
            : type == typeof(IReadOnlyDictionary<string, string>) ? Texts(name, node)
            : Keys(name, node);
    }

    /// <summary>Any value, as JSON.</summary>
    public JsonElement Any(Node node) => Raw(node) is { } json ? JsonElement.Parse(json.ToJsonString()) : s_null;

    private JsonNode? Raw(Node node)
    {
        switch (node)
        {
            case ListNode list:
                return new JsonArray([.. list.Items.Select(Raw)]);
            case MapNode map:
                var members = new JsonObject();
                foreach ((ScalarNode key, Node value) in Distinct(map))
                {
                    members[key.Value] = Raw(value);
                }

                return members;
            default:
                return Raw((ScalarNode)node);
        }
    }

    private JsonNode? Raw(ScalarNode scalar)
    {
        switch (PlainScalar.Of(scalar))
        {
            case PlainScalar.Meaning.Null:
                return null;
            case PlainScalar.Meaning.True:
                return true;
            case PlainScalar.Meaning.False:
                return false;
            case PlainScalar.Meaning.Number:
                return JsonNode.Parse(scalar.Value);
            case PlainScalar.Meaning.OddNumber:
                problems.Add(scalar, $"JSON has no number {scalar.Value}; write it as a decimal number, or in quotes if it is a text.");
                return null;
            default:
                return Unicode(scalar);
        }
    }

    private string? Unicode(ScalarNode scalar)
    {
        string? text = Expand(scalar);
        if (text is null || IsUnicode(text))
        {
            return text;
        }

        problems.Add(scalar, "This text is not valid Unicode.");
        return null;
    }

    // After the document has been read, so that no value of a variable alters its structure.
    private string? Expand(ScalarNode scalar)
    {
        if (variables is null)
        {
            return scalar.Value;
        }

        string? text = VariableText.Expand(scalar.Value, variables, out string problem);
        if (text is null)
        {
            problems.Add(scalar, problem);
        }

        return text;
    }

    public string? Text(string name, Node node)
    {
        if (node is ScalarNode scalar && PlainScalar.Of(scalar) == PlainScalar.Meaning.Text)
        {
            return Unicode(scalar);
        }

        problems.Add(node, node is ScalarNode { Value.Length: > 0 } other
            ? $"{name} must be a text; write it in quotes: \"{other.Value}\"."
            : $"{name} must be a text.");
        return null;
    }

    private JsonElement? Integer(string name, Node node)
    {
        if (node is ScalarNode scalar && PlainScalar.Of(scalar) == PlainScalar.Meaning.Number
            && decimal.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            && number >= 0 && number <= int.MaxValue && decimal.IsInteger(number))
        {
            return JsonSerializer.SerializeToElement((int)number);
        }

        problems.Add(node, $"{name} must be a whole number from 0 to {int.MaxValue}.");
        return null;
    }

    private JsonElement? List(string name, Node node)
    {
        if (node is not ListNode list)
        {
            problems.Add(node, $"{name} must be a list of texts.");
            return null;
        }

        string?[] texts = [.. list.Items.Select(item => Text($"An entry of {name}", item))];
        return JsonSerializer.SerializeToElement(texts);
    }

    private JsonElement? Texts(string name, Node node)
    {
        if (node is not MapNode map)
        {
            problems.Add(node, $"{name} must be an object of texts by language, such as en.");
            return null;
        }

        var texts = Distinct(map).ToDictionary(m => m.Key.Value, m => Text($"A text of {name}", m.Value));
        return JsonSerializer.SerializeToElement(texts);
    }

    private JsonElement? Keys(string name, Node node)
    {
        if (node is not MapNode)
        {
            problems.Add(node, $"{name} must be an object.");
            return null;
        }

        JsonElement json = Any(node);
        if (PrivateKeys.IsIn(name, json))
        {
            problems.Add(node, $"{name} holds a private key; a manifest must hold public ones only.");
        }

        return json;
    }

    // A folded text ends in a line break, and scopes are separated by one space (RFC 6749 section 3.3).
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsUnicode(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
