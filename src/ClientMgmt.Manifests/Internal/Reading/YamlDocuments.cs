using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ClientMgmt.Manifests;

/// <summary>YAML as a tree with places. The parser's events are used as they are: nothing is guessed from a text yet.</summary>
internal sealed class YamlDocuments
{
    private const int MaxDepth = 50;
    private const int MaxNodes = 1_000_000;
    private const long MaxExpansion = 64 * 1024 * 1024;

    private readonly string _file;
    private readonly List<ManifestProblem> _problems;
    private readonly Parser _parser;
    private readonly Dictionary<string, Node> _anchors = new(StringComparer.Ordinal);
    private readonly AliasBudget _budget = new(MaxNodes, MaxExpansion);

    private YamlDocuments(string text, string file, List<ManifestProblem> problems)
    {
        (_file, _problems) = (file, problems);
        _parser = new Parser(new StringReader(text));
    }

    public static IReadOnlyList<Node> Read(string text, string file, List<ManifestProblem> problems)
    {
        var documents = new List<Node>();
        var reader = new YamlDocuments(text, file, problems);
        try
        {
            reader.Read(documents);
        }
        catch (YamlException e)
        {
            // The parser tells where it began to read something, and where it failed; what a quote opens is at fault as a whole.
            Mark place = e is NodeException || e.Message.Contains("quoted", StringComparison.Ordinal) ? e.Start : e.End;
            problems.Add(new ManifestProblem(
                $"This is not valid YAML: {(e.InnerException ?? e).Message}", new ManifestLocation(file, (int)place.Line, (int)place.Column)));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException)
        {
            // YamlDotNet fails by itself over some texts, such as "a: [b", a line break and "c: d".
            Mark place = reader._parser.Current?.End ?? Mark.Empty;
            problems.Add(new ManifestProblem(
                "This is not valid YAML: what begins here does not end as it has to.", new ManifestLocation(file, (int)place.Line, (int)place.Column)));
        }

        return documents;
    }

    private void Read(List<Node> documents)
    {
        _parser.Consume<StreamStart>();
        while (!_parser.TryConsume<StreamEnd>(out _))
        {
            _parser.Consume<DocumentStart>();
            _anchors.Clear();
            Node root = ReadNode(0);
            _parser.Consume<DocumentEnd>();
            if (root is not ScalarNode { IsPlain: true, Value: "" })
            {
                documents.Add(root);
            }
        }
    }

    private Node ReadNode(int depth)
    {
        ParsingEvent next = _parser.Consume<ParsingEvent>();
        if (depth > MaxDepth)
        {
            throw new NodeException(next, $"nested deeper than {MaxDepth} levels.");
        }

        (int line, int column) = ((int)next.Start.Line, (int)next.Start.Column);
        switch (next)
        {
            case AnchorAlias alias:
                Node target = _anchors.GetValueOrDefault(alias.Value.Value)
                    ?? throw new NodeException(next, $"there is no anchor '{alias.Value}' before this alias.");
                return _budget.Spend(target)
                    ? target
                    : throw new NodeException(next, "the aliases make the document too large.");
            case Scalar scalar:
                CheckTag(scalar);
                return Anchored(scalar, new ScalarNode(line, column, scalar.Value, scalar.Style is ScalarStyle.Plain));
            case SequenceStart:
                CheckTag((NodeEvent)next);
                var items = new List<Node>();
                while (!_parser.TryConsume<SequenceEnd>(out _))
                {
                    items.Add(ReadNode(depth + 1));
                }

                return Anchored((NodeEvent)next, new ListNode(line, column, items));
            case MappingStart:
                CheckTag((NodeEvent)next);
                var members = new List<(ScalarNode, Node)>();
                while (!_parser.TryConsume<MappingEnd>(out _))
                {
                    ScalarNode key = ReadKey();
                    members.Add((key, ReadNode(depth + 1)));
                }

                return Anchored((NodeEvent)next, new MapNode(line, column, members));
            default:
                throw new NodeException(next, "this is not expected here.");
        }
    }

    private ScalarNode ReadKey()
    {
        ParsingEvent next = _parser.Consume<ParsingEvent>();
        if (next is not Scalar key)
        {
            throw new NodeException(next, "a key must be a text.");
        }

        CheckTag(key);
        return (ScalarNode)Anchored(key, new ScalarNode((int)key.Start.Line, (int)key.Start.Column, key.Value, key.Style is ScalarStyle.Plain));
    }

    private Node Anchored(NodeEvent from, Node node)
    {
        if (!from.Anchor.IsEmpty)
        {
            _anchors[from.Anchor.Value] = node;
        }

        return node;
    }

    private void CheckTag(NodeEvent node)
    {
        if (!node.Tag.IsEmpty)
        {
            _problems.Add(new ManifestProblem(
                $"The tag '{node.Tag}' is not allowed; write the value without it.",
                new ManifestLocation(_file, (int)node.Start.Line, (int)node.Start.Column)));
        }
    }

    private sealed class NodeException(ParsingEvent at, string message) : YamlException(at.Start, at.End, message);
}
