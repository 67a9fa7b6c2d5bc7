using System.Diagnostics.CodeAnalysis;

namespace ClientMgmt.Sandbox.Http;

/// <summary>
/// Routes over decoded segments. A pattern such as <c>get/{}</c> hands the decoded text of each <c>{}</c> to its handler;
/// the first pattern that fits wins, so literals stand before placeholders.
/// </summary>
internal sealed class RouteTable<THandler>(params (string Method, string Pattern, THandler Handler)[] routes)
{
    private readonly (string Method, string[] Pattern, THandler Handler)[] _routes =
        [.. routes.Select(r => (r.Method, r.Pattern.Split('/', StringSplitOptions.RemoveEmptyEntries), r.Handler))];

    /// <summary>Finds the handler; <paramref name="pathKnown"/> tells a wrong method from a wrong path.</summary>
    public bool TryFind(
        string method,
        ReadOnlySpan<string> segments,
        [MaybeNullWhen(false)] out THandler handler,
        out string[] arguments,
        out bool pathKnown)
    {
        pathKnown = false;
        foreach ((string routeMethod, string[] pattern, THandler candidate) in _routes)
        {
            if (!Fits(pattern, segments, out arguments))
                continue;
            pathKnown = true;
            if (routeMethod != method)
                continue;
            handler = candidate;
            return true;
        }

        handler = default;
        arguments = [];
        return false;
    }

    public IEnumerable<(string Method, string Pattern)> All => _routes.Select(r => (r.Method, string.Join('/', r.Pattern)));

    /// <summary>The methods that a path is there for, in the order of the table.</summary>
    public IReadOnlyList<string> Methods(string[] segments) =>
        [.. _routes.Where(r => Fits(r.Pattern, segments, out _)).Select(r => r.Method).Distinct()];

    private static bool Fits(string[] pattern, ReadOnlySpan<string> segments, out string[] arguments)
    {
        arguments = [];
        if (pattern.Length != segments.Length)
            return false;
        var found = new List<string>();
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == "{}")
                found.Add(segments[i]);
            else if (pattern[i] != segments[i])
                return false;
        }

        arguments = [.. found];
        return true;
    }
}
