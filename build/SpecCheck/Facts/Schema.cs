using SpecCheck.Reading;

namespace SpecCheck.Facts;

/// <summary>A schema as all its parts say together: references, allOf and alternatives are followed.</summary>
internal sealed class Schema
{
    private const int MaxParts = 1000;

    private static readonly string[] s_alternatives = ["oneOf", "anyOf"];

    private readonly SpecFile _file;
    private readonly List<(MapNode Node, bool IsCertain)> _parts = [];
    private readonly HashSet<Node> _open = [];

    private Schema(SpecFile file, Node node)
    {
        (_file, Node) = (file, node);
        Target = file.Follow(node);
        Collect(node, isCertain: true);
    }

    public Node Node { get; }

    /// <summary>What the reference leads to, or the schema itself.</summary>
    public Node Target { get; private set; }

    /// <summary>The name among the schemas of the document.</summary>
    public string? Name => Target is { Parent: { Key: "schemas" } parent, Key: var key } && parent.Pointer == "/components/schemas" ? key : null;

    public bool IsNullable { get; private set; }

    public IEnumerable<(string Name, Node Node)> Properties => _parts
        .SelectMany(p => p.Node.Map("properties")?.Members ?? []).DistinctBy(p => p.Key).Select(p => (p.Key, p.Value));

    /// <summary>The names that must be there; what only one of several alternatives requires is not among them.</summary>
    public IEnumerable<(string Name, Node Node)> Required => _parts.Where(p => p.IsCertain)
        .SelectMany(p => p.Node.List("required")?.Items ?? []).Select(n => (n.AsText(), n)).DistinctBy(p => p.Item1);

    /// <summary>What an array holds: anything, where that is not stated.</summary>
    public Node? Items => First("items") ?? (Type == "array" ? MapNode.EmptyAt(Target) : null);

    public Node? AdditionalProperties => First("additionalProperties");

    /// <summary>Known values: a closed list, or one that says that it is not closed.</summary>
    public IEnumerable<TextNode> Values =>
        from part in _parts
        from value in (part.Node.List("enum") ?? part.Node.List("x-extensible-enum"))?.Items.AsEnumerable() ?? Single(part.Node["const"])
        where value is TextNode { IsNull: false }
        select (TextNode)value;

    /// <summary>Whether no other value can be there: a list of the other kind, or a free text as an alternative, leaves that open.</summary>
    public bool IsClosed => _parts.Any(p => Lists(p.Node)) && !_parts.Any(p => !p.IsCertain && p.Node["type"] is not null && !Lists(p.Node));

    public Node? Format => First("format") ?? First("x-format");

    public string Type => string.Join(
        " or ", _parts.SelectMany(p => Types(p.Node)).Where(t => t != "null").Distinct().Order(StringComparer.Ordinal)) switch
    {
        "" => Properties.Any() ? "object" : First("items") is not null ? "array" : Values.Any() ? "string" : "any",
        var types => types,
    };

    public static Schema Read(SpecFile file, Node node) => new(file, node);

    public Node? First(string keyword) => _parts.Select(p => p.Node[keyword]).FirstOrDefault(n => n is not null);

    public bool Says(string keyword) => First(keyword) is TextNode { Text: "true" };

    /// <summary>A limit; OpenAPI 3.0 says by true that a bound itself is not allowed, 3.1 by a number of its own.</summary>
    public (string Value, Node Node)? Limit(string keyword) => (keyword, First(keyword)) switch
    {
        (_, null) => null,
        ("minimum", _) when Says("exclusiveMinimum") => null,
        ("maximum", _) when Says("exclusiveMaximum") => null,
        ("exclusiveMinimum", TextNode { Text: "true" or "false" } n) => n.Text == "true" && First("minimum") is { } m ? (m.AsText(), m) : null,
        ("exclusiveMaximum", TextNode { Text: "true" or "false" } n) => n.Text == "true" && First("maximum") is { } m ? (m.AsText(), m) : null,
        ("uniqueItems", TextNode { Text: "false" }) or ("minLength" or "minItems", TextNode { Text: "0" }) => null,
        (_, TextNode n) => (n.Text, n),
        _ => null,
    };

    private void Collect(Node node, bool isCertain)
    {
        if (node is TextNode { Text: "true" })
        {
            return;
        }

        MapNode map = node.AsMap();
        if (!_open.Add(map))
        {
            throw new SpecFileException(map, $"the schema {map.Pointer} is a part of itself.");
        }

        if (_open.Count > MaxParts || _parts.Count > MaxParts)
        {
            throw new SpecFileException(map, "the schema has too many parts.");
        }

        Node? reference = map["$ref"];
        if (reference is null || _file.Is31)
        {
            _parts.Add((map, isCertain));
            IsNullable |= map.IsTrue("nullable") || Types(map).Contains("null")
                || map.List("enum")?.Items.Any(i => i is TextNode { IsNull: true }) == true;
            CollectParts(map, isCertain);
        }

        if (reference is not null)
        {
            Collect(_file.Find(reference), isCertain);
        }

        _open.Remove(map);
    }

    private void CollectParts(MapNode map, bool isCertain)
    {
        foreach (Node part in map.List("allOf")?.Items ?? [])
        {
            Collect(part, isCertain);
            AdoptName(map, part, map.List("allOf")!.Items.Count);
        }

        foreach (ListNode alternatives in s_alternatives.Select(map.List).OfType<ListNode>())
        {
            Node[] real = [.. alternatives.Items.Where(a => !IsNull(a))];
            IsNullable |= real.Length < alternatives.Items.Count;
            foreach (Node alternative in real)
            {
                Collect(alternative, isCertain && real.Length == 1);
                AdoptName(map, alternative, real.Length);
            }
        }
    }

    // "allOf" with one reference is how OpenAPI 3.0 says something beside a reference.
    private void AdoptName(MapNode map, Node part, int count)
    {
        if (map == Target && count == 1 && map["properties"] is null)
        {
            Target = _file.Follow(part);
        }
    }

    private bool IsNull(Node node) => _file.Follow(node) is MapNode map
        && (Types(map) is ["null"] || (map.List("enum")?.Items is [TextNode { IsNull: true }]) || map["const"] is TextNode { IsNull: true });

    private static string[] Types(MapNode map) => map["type"] switch
    {
        null => [],
        ListNode list => [.. list.Items.Select(t => t.AsText())],
        var type => [type.AsText()],
    };

    private static bool Lists(MapNode map) => (map["enum"] ?? map["const"]) is not null;

    private static Node[] Single(Node? node) => node is null ? [] : [node];
}
