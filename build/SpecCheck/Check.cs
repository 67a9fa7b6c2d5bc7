using SpecCheck.Comparing;
using SpecCheck.Deliberate;
using SpecCheck.Facts;
using SpecCheck.Matching;
using SpecCheck.Reading;

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

        IEnumerable<Difference> found = new Comparer(
            OperationFacts.Read(ours, our.Select(o => (o.Id, o))),
            OperationFacts.Read(theirs, pairs.Select(p => (p.Key.Id, p.Value)))).Compare();
        IEnumerable<Difference> more = new Comparer(
            new FactList(), OperationFacts.List(OperationMatcher.FindNew(pairs, their, deliberate.Families))).Compare();
        Difference[] differences = [.. found.Concat(more).Select(d => Explain(d, deliberate))];
        return new Report
        {
            Ours = ours,
            Theirs = theirs,
            Findings = Finding.Merge(differences),
            Obsolete = [.. deliberate.Differences.SelectMany(r => r.Unused(differences).Select(at => (r, at)))],
        };
    }

    private static Difference Explain(Difference difference, DifferenceFile deliberate) =>
        deliberate.Differences.FirstOrDefault(r => r.Explains(difference)) is { } record
            ? difference with { Meaning = Meaning.Deliberate, Explanation = record }
            : difference;
}
