using SpecCheck.Comparing;
using SpecCheck.Deliberate;
using SpecCheck.Facts;
using SpecCheck.Matching;
using SpecCheck.Reading;
using SpecCheck.Writing;

namespace SpecCheck;

/// <summary>From two documents to what their differences mean.</summary>
internal static class Check
{
    public static Report Run(SpecFile ours, SpecFile theirs, DifferenceFile deliberate)
    {
        Operation[] our = [.. Operation.ReadAll(ours)];
        Operation[] their = [.. Operation.ReadAll(theirs)];
        Dictionary<Operation, Operation> pairs = OperationMatcher.Match(our, their, deliberate.Families);
        if (pairs.Count == 0)
        {
            throw new SpecFileException(theirs.Paths, $"no operation of {ours.Path} is in this document.");
        }

        FactList ourFacts = OperationFacts.Read(ours, our.Select(o => (o, o)));
        FactList theirFacts = OperationFacts.Read(theirs, pairs.Select(p => (p.Key, p.Value)));
        IEnumerable<Difference> found = new Comparer(ourFacts, theirFacts).Compare();
        IEnumerable<Difference> more = new Comparer(
            new FactList(), OperationFacts.List(OperationMatcher.FindNew(pairs, their, deliberate.Families))).Compare();
        Difference[] differences = [.. found.Concat(more).Select(d => Explain(d, deliberate))];
        var report = new Report
        {
            Ours = ours,
            Theirs = theirs,
            Findings = Finding.Merge(differences),
            SchemaNames = NamesOf(theirFacts, ourFacts),
            Obsolete = [.. deliberate.Differences.SelectMany(r => r.Unused(differences).Select(at => (r, at)))],
        };
        HashSet<Finding> writable = [.. SpecWriter.Write(report).Written];
        return report with { Findings = [.. report.Findings.Select(f => writable.Contains(f) ? f with { ToDo = ToDo.Write } : f)] };
    }

    private static Dictionary<Node, string> NamesOf(FactList theirs, FactList ours) => (
        from schema in theirs.Schemas
        where schema.Value.Name is not null
        let name = ours.Schemas.GetValueOrDefault(schema.Key)?.Name
        where name is not null
        group name by schema.Value.Target)
        .ToDictionary(g => g.Key, g => g.First());

    private static Difference Explain(Difference difference, DifferenceFile deliberate) =>
        deliberate.Differences.FirstOrDefault(r => r.Explains(difference)) is { } record
            ? difference with { Explanation = record }
            : difference;
}
