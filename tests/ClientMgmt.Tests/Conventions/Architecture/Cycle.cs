namespace ClientMgmt.Tests.Conventions.Architecture;

/// <summary>Finds slices of a program, for example folders, that know each other in a circle.</summary>
internal static class Cycle
{
    /// <summary>The shortest circle, as text: a line for each step, with a dependency that has to be cut there.</summary>
    /// <param name="dependencies">Which types use which others.</param>
    /// <param name="slice">The slice of a type; null for a type that is left aside.</param>
    /// <returns>Null if there is none.</returns>
    public static string? Find(IEnumerable<(string From, string To)> dependencies, Func<string, string?> slice)
    {
        Step[] steps =
        [
            .. dependencies.Select(d => (From: slice(d.From), To: slice(d.To), Example: d))
                .Where(d => d.From is not null && d.To is not null && d.From != d.To)
                .GroupBy(d => (From: d.From!, To: d.To!), d => d.Example)
                .Select(g => new Step(g.Key.From, g.Key.To, g.Min(), g.Count())),
        ];
        ILookup<string, Step> bySlice = steps.ToLookup(s => s.From, StringComparer.Ordinal);
        return bySlice.Select(s => Back(s.Key, bySlice)).Where(path => path.Count > 0).OrderBy(path => path.Count)
            .Select(path => string.Join('\n', path)).FirstOrDefault();
    }

    // The shortest way from a slice to itself, breadth first.
    private static IReadOnlyList<Step> Back(string start, ILookup<string, Step> steps)
    {
        var reached = new HashSet<string>();
        var open = new Queue<IReadOnlyList<Step>>([[]]);
        while (open.TryDequeue(out IReadOnlyList<Step>? path))
        {
            if (path.Count > 0 && path[^1].To == start)
            {
                return path;
            }

            foreach (Step step in steps[path.Count == 0 ? start : path[^1].To].Where(s => reached.Add(s.To)))
            {
                open.Enqueue([.. path, step]);
            }
        }

        return [];
    }

    private sealed record Step(string From, string To, (string From, string To) Example, int Count)
    {
        public override string ToString() => $"{From} -> {To}: {Example.From} -> {Example.To}{(Count == 1 ? "" : $", and {Count - 1} more")}";
    }
}
