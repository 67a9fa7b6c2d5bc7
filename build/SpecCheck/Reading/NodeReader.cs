using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SpecCheck.Reading;

/// <summary>Reads YAML, and JSON as the YAML that it is, with the places of all values.</summary>
internal sealed class NodeReader
{
    private const int MaxDepth = 200;

    private readonly string _file;
    private readonly Parser _parser;
    private readonly Dictionary<string, Node> _anchors = new(StringComparer.Ordinal);

    private NodeReader(string file, string text) => (_file, _parser) = (file, new Parser(new StringReader(text)));

    public static MapNode Read(string file, string text)
    {
        // JSON may be indented with tabs, YAML may not; inside its strings JSON has none.
        string readable = text.TrimStart().StartsWith('{') ? text.Replace('\t', ' ') : text;
        var reader = new NodeReader(file, readable);
        try
        {
            return reader.ReadDocument().AsMap();
        }
        catch (YamlException e)
        {
            throw new SpecFileException(file, e.Start.Line, $"this is not valid YAML or JSON: {(e.InnerException ?? e).Message}");
        }
        catch (InvalidOperationException)
        {
            // What YamlDotNet makes of some texts that are no YAML.
            throw new SpecFileException(file, reader._parser.Current?.End.Line ?? 1, "this is not valid YAML or JSON; the mistake is in what follows.");
        }
    }

    private Node ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            throw new SpecFileException(_file, 1, "the file is empty.");
        }

        _parser.Consume<DocumentStart>();
        Node root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<StreamEnd>(out _)
            ? root
            : throw new SpecFileException(_file, _parser.Current!.Start.Line, "a second document begins here; one is expected.");
    }

    private Node ReadNode(int depth)
    {
        ParsingEvent next = _parser.Consume<ParsingEvent>();
        if (depth > MaxDepth)
        {
            throw Unusable(next, $"nested deeper than {MaxDepth} levels.");
        }

        return next switch
        {
            AnchorAlias alias => _anchors.GetValueOrDefault(alias.Value.Value)
                ?? throw Unusable(next, $"there is no complete value with the anchor '{alias.Value}' before this alias."),
            Scalar text => Anchored(text, new TextNode(_file, text.Start, text.End, text.Value, text.Style == ScalarStyle.Plain)),
            SequenceStart list => Anchored(list, ReadList(list, depth)),
            MappingStart map => Anchored(map, ReadMap(map, depth)),
            _ => throw Unusable(next, "this is not expected here."),
        };
    }

    private ListNode ReadList(SequenceStart start, int depth)
    {
        var list = new ListNode(_file, start.Start, start.Style == SequenceStyle.Flow);
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            Node item = ReadNode(depth + 1);
            item.Place(list, list.Items.Count.ToString(CultureInfo.InvariantCulture), item.Line);
            list.Items.Add(item);
        }

        return list;
    }

    private MapNode ReadMap(MappingStart start, int depth)
    {
        var map = new MapNode(_file, start.Start, start.Style == MappingStyle.Flow);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            ParsingEvent next = _parser.Consume<ParsingEvent>();
            string key = (next as Scalar)?.Value ?? throw Unusable(next, "a key must be a text.");
            if (key == "<<")
            {
                throw Unusable(next, "merge keys (<<) are not read; OpenAPI does not have them. Write out what they stand for.");
            }

            if (map[key] is { } first)
            {
                throw Unusable(next, $"the key '{key}' is there twice, first in line {first.KeyLine}.");
            }

            Node value = ReadNode(depth + 1);
            value.Place(map, key, next.Start.Line);
            map.Members.Add(key, value);
        }

        return map;
    }

    private Node Anchored(NodeEvent start, Node node)
    {
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor.Value] = node;
        }

        return node;
    }

    private SpecFileException Unusable(ParsingEvent at, string reason) => new(_file, at.Start.Line, reason);
}
