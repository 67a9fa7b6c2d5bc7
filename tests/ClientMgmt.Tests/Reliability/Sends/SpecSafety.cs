using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What the specifications say of a request: <c>x-safe</c> says whether it only reads.</summary>
internal static class SpecSafety
{
    /// <summary>The operation of a request, told as <c>GET /path?query</c>.</summary>
    public static (string Id, bool IsSafe) Find(Backend backend, string request)
    {
        string[] asked = Segments(Place(backend, request.Split('?')[0]));
        return (
            from operation in SpecDocument.Of(backend).Operations
            let known = Segments($"{operation.Method} {operation.Path}")
            where known.Length == asked.Length && known.Zip(asked).All(s => s.First == s.Second || IsParameter(s.First))
            orderby known.Count(IsParameter)
            select (SpecDocument.Text(operation.Node, "operationId")!, bool.Parse(SpecDocument.Text(operation.Node, "x-safe")!)))
            .First();
    }

    public static bool IsSafe(WireOperation row) => Find(row.Backend, WireOperation.Line(row.Main, WireOperation.Id)).IsSafe;

    // Where clients of dynamic registration are, the server says: the specification has a name for each kind of place.
    private static string Place(Backend backend, string request) => backend != Backend.DynamicRegistration ? request : request.Split('/') switch
    {
        [var method, .., "register", _] => $"{method}/registration-client-uri",
        [var method, .., "register"] => $"{method}/register",
        [var method, .., ".well-known", _] => $"{method}/.well-known/metadata",
        _ => request,
    };

    private static string[] Segments(string path) => path.Split('/');

    private static bool IsParameter(string segment) => segment.StartsWith('{');
}
