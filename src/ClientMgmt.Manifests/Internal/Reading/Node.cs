namespace ClientMgmt.Manifests;

/// <summary>A piece of a YAML or JSON document with its place; the first line and column are 1.</summary>
internal abstract record Node(int Line, int Column)
{
    public ManifestLocation In(string file) => new(file, Line, Column);
}

/// <summary>A text in quotes or a block, or a plain one, whose meaning its letters decide.</summary>
internal sealed record ScalarNode(int Line, int Column, string Value, bool IsPlain) : Node(Line, Column);

internal sealed record ListNode(int Line, int Column, IReadOnlyList<Node> Items) : Node(Line, Column);

internal sealed record MapNode(int Line, int Column, IReadOnlyList<(ScalarNode Key, Node Value)> Members) : Node(Line, Column);
