using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What the specifications say of a request: <c>x-safe</c> says whether it only reads.</summary>
internal static class SpecSafety
{
    /// <summary>The operation of a request, told as <c>GET /path?query</c>.</summary>
    public static (string Id, bool IsSafe) Find(Backend backend, string request)
    {
        string[] asked = Segments(request.Split('?')[0]);
        return (
            from operation in SpecDocument.Of(backend).Operations
            let known = Segments($"{operation.Method} {operation.Path}")
            where known.Length == asked.Length && known.Zip(asked).All(s => s.First == s.Second || IsParameter(s.First))
            orderby known.Count(IsParameter)
            select (SpecDocument.Text(operation.Node, "operationId")!, bool.Parse(SpecDocument.Text(operation.Node, "x-safe")!)))
            .First();
    }

    public static bool IsSafe(WireOperation row) => Find(row.Backend, WireOperation.Line(row.Main, WireOperation.Id)).IsSafe;

    private static string[] Segments(string path) => path.Split('/');

    private static bool IsParameter(string segment) => segment.StartsWith('{');
}
