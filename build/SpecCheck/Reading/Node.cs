using YamlDotNet.Core;

namespace SpecCheck.Reading;

/// <summary>A value of a YAML or JSON file, with its place.</summary>
internal abstract class Node(string file, Mark start)
{
    public string File { get; } = file;

    public long Line { get; } = start.Line;

    /// <summary>Where the value begins, in characters from the beginning of the file.</summary>
    public int Start { get; } = (int)start.Index;

    public Node? Parent { get; private set; }

    public string? Key { get; private set; }

    /// <summary>The line of the key, where there is one: a value may begin below it.</summary>
    public long KeyLine { get; private set; } = start.Line;

    /// <summary>JSON pointer (RFC 6901).</summary>
    public string Pointer => Parent is null
        ? ""
        : $"{Parent.Pointer}/{Key!.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private string Name => Parent is null ? "the document" : Pointer;

    public void Place(Node parent, string key, long line)
    {
        // What an alias stands for keeps the place where it is written.
        if (Parent is null)
        {
            (Parent, Key, KeyLine) = (parent, key, line);
        }
    }

    public MapNode AsMap() => this as MapNode ?? throw new SpecFileException(this, $"{Name} must be a mapping.");

    public ListNode AsList() => this as ListNode ?? throw new SpecFileException(this, $"{Name} must be a list.");

    public string AsText() => (this as TextNode)?.Text ?? throw new SpecFileException(this, $"{Name} must be a single value.");
}

internal sealed class TextNode(string file, Mark start, Mark end, string text, bool isPlain) : Node(file, start)
{
    public string Text { get; } = text;

    public bool IsNull { get; } = isPlain && text is "" or "~" or "null";

    /// <summary>Behind the last character.</summary>
    public int End { get; } = (int)end.Index;
}

internal sealed class ListNode(string file, Mark start, bool isFlow) : Node(file, start)
{
    public List<Node> Items { get; } = [];

    public bool IsFlow { get; } = isFlow;
}

internal sealed class MapNode(string file, Mark start, bool isFlow) : Node(file, start)
{
    public OrderedDictionary<string, Node> Members { get; } = new(StringComparer.Ordinal);

    public bool IsFlow { get; } = isFlow;

    public Node? this[string key] => Members.GetValueOrDefault(key);

    public MapNode? Map(string key) => this[key]?.AsMap();

    public ListNode? List(string key) => this[key]?.AsList();

    public string? Text(string key) => this[key]?.AsText();

    public bool IsTrue(string key) => Text(key) == "true";
}
