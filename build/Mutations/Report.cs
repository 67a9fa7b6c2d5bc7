using System.Globalization;
using Mutations.Running;

namespace Mutations;

/// <summary>Says how many mutants were found, and which were not.</summary>
/// <param name="folder">Where the lists are written.</param>
internal sealed class Report(string folder)
{
    private readonly Lock _gate = new();

    private string Survivors => Path.Combine(folder, "survivors.txt");

    private string Results => Path.Combine(folder, "results.tsv");

    /// <summary>What came of the mutants last time, by what they are.</summary>
    public Dictionary<string, string[]> ReadLast() => File.Exists(Results)
        ? File.ReadLines(Results).Select(line => line.Split('\t')).GroupBy(row => row[0]).ToDictionary(g => g.Key, g => g.Last()[1..], StringComparer.Ordinal)
        : [];

    /// <summary>What a row of that list says.</summary>
    public static Result Read(Mutant mutant, string[] row) => new(
        mutant, Enum.Parse<Outcome>(row[0]), row[1].Length > 0 ? new TestCase(-1, row[1], row[2], "", 0) : null);

    /// <summary>Forgets what came of them.</summary>
    public Dictionary<string, string[]> Begin()
    {
        File.Delete(Results);
        return [];
    }

    /// <summary>Names each mutant in a way that does not change if lines are added above it.</summary>
    public static Dictionary<Mutant, string> Keys(IEnumerable<Mutant> mutants)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = new Dictionary<Mutant, string>();
        foreach (Mutant mutant in mutants)
        {
            string key = $"{mutant.File}: {mutant.Original} -> {mutant.Mutated}";
            seen[key] = seen.GetValueOrDefault(key) + 1;
            keys[mutant] = $"{key} #{seen[key]}";
        }

        return keys;
    }

    /// <summary>Adds a result to the list, so that a run that was broken off can go on.</summary>
    public void Append(Result result, string key)
    {
        lock (_gate)
        {
            File.AppendAllLines(Results, [Row(result, key)]);
        }
    }

    public void Write(IReadOnlyCollection<Result> results, Dictionary<Mutant, string> keys)
    {
        Directory.CreateDirectory(folder);
        List<Result> ordered = [.. results.OrderBy(r => r.Mutant.Id)];
        File.WriteAllLines(Survivors, ordered.Where(r => r.Outcome is Outcome.Survived or Outcome.NotReached).Select(r =>
            $"{(r.Outcome == Outcome.Survived ? "" : "(not reached) ")}{r.Mutant.File}:{r.Mutant.Line}: {r.Mutant.Original} -> {r.Mutant.Mutated}"));
        File.WriteAllLines(Results, ordered.Select(r => Row(r, keys[r.Mutant])));
        File.WriteAllLines(Path.Combine(folder, "tests.txt"), ordered.Where(r => r.Killer is not null).GroupBy(r => r.Killer!.FullMethod)
            .OrderByDescending(g => g.Count()).Select(g => $"{g.Count(),5} {g.Key}"));
    }

    private static string Row(Result result, string key) =>
        string.Join('\t', key, result.Outcome, result.Killer?.Class, result.Killer?.Method, result.Mutant.Line);

    public static void Print(IEnumerable<Result> results)
    {
        Console.WriteLine("| folder | mutants | killed | hung | survived | not reached | score |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var part in results.GroupBy(r => Scope.PartOf(r.Mutant.File)!).OrderBy(g => Array.FindIndex(Scope.Parts, p => p.Name == g.Key)))
        {
            int Count(Outcome outcome) => part.Count(r => r.Outcome == outcome);
            double score = 100.0 * (Count(Outcome.Killed) + Count(Outcome.Hung)) / part.Count();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {part.Key} | {part.Count()} | {Count(Outcome.Killed)} | {Count(Outcome.Hung)} | {Count(Outcome.Survived)} | {Count(Outcome.NotReached)} | {score:0.0} % |"));
        }
    }
}
