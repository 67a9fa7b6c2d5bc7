using Mutations;
using Mutations.Running;

string root = Directory.GetCurrentDirectory();
while (!File.Exists(Path.Combine(root, "ClientMgmt.sln")))
{
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("There is no ClientMgmt.sln here or above.");
}

string work = Path.Combine(root, "artifacts", "mutations");
var copy = new Copy(root, Path.Combine(work, "copy"));
var build = new Build(copy, Path.Combine(work, "broken.txt"));
IReadOnlyList<Mutant> mutants = args.Contains("--no-build") ? build.Last() : build.Run();

string reached = Path.Combine(work, "reached.tsv");
using (var baseline = new WorkerProcess(copy.Program, reached, "baseline " + string.Join('|', Scope.LeftOut)))
{
    if (baseline.Read(TimeSpan.FromMinutes(30)) != "done")
    {
        throw new InvalidOperationException($"The tests came to no end without a mutant: {baseline.Said}");
    }
}

var reach = new Reach(reached);
Console.WriteLine($"{mutants.Count} mutants; {reach.Tests.Count} tests; {reach.Failed.Count} fail without a mutant: {string.Join(", ", reach.Failed.Take(20))}");
string names = Path.Combine(work, "names.txt");
File.WriteAllLines(names, reach.Tests.Select(t => t.Name));

var report = new Report(work);
Dictionary<Mutant, string> keys = Report.Keys(mutants);
Dictionary<string, string[]> last = args.Contains("--survivors") ? report.ReadLast() : report.Begin();
ILookup<bool, Mutant> isKnown = mutants.ToLookup(m => last.TryGetValue(keys[m], out string[]? row) && row[0] == nameof(Outcome.Killed));
string[] only = [.. args.Where(a => !a.StartsWith('-'))];
IEnumerable<Mutant> wanted = isKnown[false].Where(m => only.Length == 0 || only.Any(o => m.File.StartsWith(o, StringComparison.Ordinal)));
List<Result> results = [.. new Campaign(copy.Program, names, reach, result => report.Append(result, keys[result.Mutant])).Run([.. wanted])];
results.AddRange(isKnown[true].Select(m => new Result(
    m, Enum.Parse<Outcome>(last[keys[m]][0]), last[keys[m]][1] is { Length: > 0 } c ? new TestCase(-1, c, last[keys[m]][2], "", 0) : null)));
report.Write(results, keys);
Report.Print(results);
