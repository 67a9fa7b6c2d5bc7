using SpecCheck.Reading;

namespace SpecCheck.Matching;

/// <summary>An operation of a document.</summary>
internal sealed class Operation
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private static readonly string[] s_notParameters = ["accept", "content-type", "authorization"];

    private Operation(SpecFile file, string method, string path, MapNode item, MapNode node)
    {
        (Method, Path, Node) = (method.ToUpperInvariant(), path, node);
        Segments = [.. path.Trim('/').Split('/')];
        Parameters = [.. ReadParameters(file, item, node)];
    }

    public string Method { get; }

    public string Path { get; }

    public string[] Segments { get; }

    public MapNode Node { get; }

    public MapNode[] Parameters { get; }

    public string Title => $"{Method} {Path}";

    public string Id => Node.Text("operationId") ?? Title;

    /// <summary>What the vendor calls it: in our documents, this stands beside our own name.</summary>
    public Node? VendorId => Node["x-vendor-operation-id"] ?? Node["operationId"];

    public IEnumerable<string> Tags => Node.List("tags")?.Items.Select(t => t.AsText()) ?? [];

    public static IEnumerable<Operation> ReadAll(SpecFile file) =>
        from path in file.Paths.Members
        where path.Key.StartsWith('/')
        let item = file.Follow(path.Value).AsMap()
        from method in s_methods
        where item[method] is not null
        select new Operation(file, method, path.Key, item, item.Map(method)!);

    public static bool IsParameter(string segment) => segment.Contains('{', StringComparison.Ordinal);

    public static bool AreAlike(string a, string b) => a == b || (IsParameter(a) && IsParameter(b));

    // Those of an operation stand in for those of its path with the same name and place.
    private static IEnumerable<MapNode> ReadParameters(SpecFile file, MapNode item, MapNode node) =>
        (node.List("parameters")?.Items ?? []).Concat(item.List("parameters")?.Items ?? [])
            .Select(p => file.Follow(p).AsMap())
            .DistinctBy(p => (p.Text("name"), p.Text("in")))
            .Where(p => p.Text("in") != "header" || !s_notParameters.Contains(p.Text("name")?.ToLowerInvariant()));
}
