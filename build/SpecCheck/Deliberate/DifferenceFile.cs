using SpecCheck.Facts;
using SpecCheck.Reading;

namespace SpecCheck.Deliberate;

/// <summary>The differences that are on purpose, and which part of the vendor's API is client management.</summary>
internal sealed class DifferenceFile
{
    private static readonly string[] s_known = ["at", "fact", "here", "vendor", "in", "reason", "rule", "elsewhere"];

    private DifferenceFile(IReadOnlyList<string> families, IReadOnlyList<DeliberateDifference> differences) =>
        (Families, Differences) = (families, differences);

    /// <summary>Our paths below which everything is client management.</summary>
    public IReadOnlyList<string> Families { get; }

    public IReadOnlyList<DeliberateDifference> Differences { get; }

    /// <summary>Reads the file of a specification, and the rules of all of them.</summary>
    public static DifferenceFile Load(string path, string rules)
    {
        MapNode own = NodeReader.Read(path, SpecFile.ReadText(path));
        MapNode common = NodeReader.Read(rules, SpecFile.ReadText(rules));
        return new DifferenceFile(Texts(own, "paths"), [.. ReadAll(own, isRule: false), .. ReadAll(common, isRule: true)]);
    }

    private static IEnumerable<DeliberateDifference> ReadAll(MapNode file, bool isRule) =>
        (file.List("differences")?.Items ?? []).Select(n => Read(n.AsMap(), isRule));

    private static DeliberateDifference Read(MapNode node, bool isRule)
    {
        if (node.Members.Keys.FirstOrDefault(k => !s_known.Contains(k)) is { } unknown)
        {
            throw new SpecFileException(node[unknown]!, $"'{unknown}' is unknown; known are {string.Join(", ", s_known)}.");
        }

        return new DeliberateDifference
        {
            Node = node,
            At = Texts(node, "at"),
            Facts = Texts(node, "fact"),
            Here = node.Text("here"),
            Vendor = node.Text("vendor"),
            Direction = node["in"] is { } direction ? ReadDirection(direction) : null,
            Reason = node.Text("reason") ?? throw new SpecFileException(node, "'reason' is missing: say why we differ."),
            Rule = isRule ? node.Text("rule") ?? throw new SpecFileException(node, "'rule' is missing.") : null,
            IsElsewhere = node.IsTrue("elsewhere"),
        };
    }

    private static Direction ReadDirection(Node node) => node.AsText() switch
    {
        "request" => Direction.Request,
        "answer" => Direction.Answer,
        var other => throw new SpecFileException(node, $"'in' is 'request' or 'answer', not '{other}'."),
    };

    private static IReadOnlyList<string> Texts(MapNode map, string key) => map[key] switch
    {
        ListNode list => [.. list.Items.Select(i => i.AsText())],
        TextNode text => [text.Text],
        _ => throw new SpecFileException(map, $"'{key}' is missing: a text or a list of them."),
    };
}
