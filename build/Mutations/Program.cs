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
string[] only = [.. args.Where(a => !a.StartsWith('-'))];
Result? Before(Mutant mutant) => last.TryGetValue(keys[mutant], out string[]? row) ? Report.Read(mutant, row) : null;
bool IsWanted(Mutant mutant) => Before(mutant) is not { Outcome: Outcome.Killed }
    && (only.Length == 0 || only.Any(o => mutant.File.StartsWith(o, StringComparison.Ordinal)));
ILookup<bool, Mutant> wanted = mutants.ToLookup(IsWanted);
Result[] known = [.. wanted[false].Select(Before).OfType<Result>()];

var campaign = new Campaign(copy.Program, names, reach, mutants, result => report.Append(result, keys[result.Mutant]));
List<Result> results = [.. known, .. campaign.Run([.. wanted[true]], known)];
report.Write(results, keys);
Report.Print(results);
