namespace SpecCheck.Matching;

/// <summary>Finds for each operation of ours the vendor's, by the vendor's name for it or by method and path.</summary>
internal static class OperationMatcher
{
    public static Dictionary<Operation, Operation> Match(
        IReadOnlyList<Operation> ours, IReadOnlyList<Operation> theirs, IReadOnlyList<string> families)
    {
        string[][] roots = [.. families.Select(Segments)];
        var pairs = new Dictionary<Operation, Operation>();
        Func<Operation, Operation, int>[] ways = [SamePath, SameId, (our, their) => SameEnd(our, their, roots), SameIdByAnotherMethod];
        foreach (Func<Operation, Operation, int> likeness in ways)
        {
            var best =
                from our in ours
                from their in theirs
                where !pairs.ContainsKey(our) && !pairs.ContainsValue(their)
                let score = likeness(our, their)
                where score > 0
                orderby score descending, their.Segments.Length
                select (our, their);
            foreach ((Operation our, Operation their) in best.ToList())
            {
                if (!pairs.ContainsValue(their))
                {
                    pairs.TryAdd(our, their);
                }
            }
        }

        return pairs;
    }

    /// <summary>
    /// What the vendor offers beside the matched operations in the same part of its API: below the paths of ours (wherever the
    /// vendor moved them), or under a tag of theirs.
    /// </summary>
    public static IEnumerable<Operation> FindNew(
        Dictionary<Operation, Operation> pairs, IEnumerable<Operation> theirs, IReadOnlyList<string> families)
    {
        string[] tags = [.. pairs.Values.SelectMany(o => o.Tags).Distinct()];
        string[][] roots = [.. families.Select(Segments).SelectMany(f => Moved(f, pairs).Prepend(f)).DistinctBy(r => string.Join('/', r))];
        return theirs.Except(pairs.Values).Where(o => o.Tags.Intersect(tags).Any() || roots.Any(root => IsBelow(o, root)));
    }

    private static string[] Segments(string path) => path.Trim('/').Split('/');

    // Only the prefix has moved if all that follows it is the same.
    private static IEnumerable<string[]> Moved(string[] family, Dictionary<Operation, Operation> pairs) =>
        from pair in pairs
        where IsBelow(pair.Key, family)
        let beyond = pair.Key.Segments.Length - family.Length
        let length = pair.Value.Segments.Length - beyond
        where length > 0 && Tail(pair.Key, pair.Value) >= beyond
        select pair.Value.Segments[..length];

    private static bool IsBelow(Operation operation, string[] root) =>
        operation.Segments.Length >= root.Length && root.Zip(operation.Segments).All(s => Operation.AreAlike(s.First, s.Second));

    private static int SamePath(Operation our, Operation their) =>
        our.Method == their.Method && our.Segments.Length == their.Segments.Length && Tail(our, their) == our.Segments.Length ? 1 : 0;

    private static int SameId(Operation our, Operation their) => our.Method == their.Method ? SameIdByAnotherMethod(our, their) : 0;

    private static int SameIdByAnotherMethod(Operation our, Operation their) =>
        our.VendorId?.AsText() is { } id && id == their.VendorId?.AsText() ? 1 : 0;

    // A moved prefix: at least the last word of the family, and all that follows it, is the same.
    private static int SameEnd(Operation our, Operation their, IEnumerable<string[]> families) =>
        our.Method == their.Method && Tail(our, their) is var tail
            && families.Any(f => IsBelow(our, f) && tail > our.Segments.Length - f.Length)
            ? tail
            : 0;

    private static int Tail(Operation our, Operation their) =>
        our.Segments.Reverse().Zip(their.Segments.Reverse()).TakeWhile(s => Operation.AreAlike(s.First, s.Second)).Count();
}
