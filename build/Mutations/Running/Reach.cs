using System.Globalization;

namespace Mutations.Running;

/// <summary>Which tests there are, and which mutants each of them reaches.</summary>
internal sealed class Reach
{
    private readonly Dictionary<int, List<TestCase>> _tests = [];

    /// <param name="file">What the run without a mutant wrote.</param>
    public Reach(string file)
    {
        string[][] rows = [.. File.ReadLines(file).Select(line => line.Split('\t'))];
        Initial = Numbers(rows.Single(r => r[0] == "initial")[2]).ToHashSet();
        Failed = [.. rows.Where(r => r[0] == "failed").Select(r => r[3])];
        foreach (string[] row in rows.Where(r => r[0] == "passed").DistinctBy(r => r[3]))
        {
            int[] reached = [.. Numbers(row[5])];
            var test = new TestCase(Tests.Count, row[1], row[2], row[3], int.Parse(row[4], CultureInfo.InvariantCulture)) { Reached = reached.Length };
            Tests.Add(test);
            if (test.Milliseconds <= Scope.LongestTest.TotalMilliseconds)
            {
                foreach (int mutant in reached)
                {
                    if (!_tests.TryGetValue(mutant, out List<TestCase>? tests))
                    {
                        _tests[mutant] = tests = [];
                    }

                    tests.Add(test);
                }
            }
        }
    }

    public List<TestCase> Tests { get; } = [];

    /// <summary>Those that fail without a mutant.</summary>
    public IReadOnlyList<string> Failed { get; }

    /// <summary>Mutants in code that runs once in a process.</summary>
    public IReadOnlySet<int> Initial { get; }

    public IReadOnlyList<TestCase> Of(int mutant) => _tests.GetValueOrDefault(mutant) ?? [];

    private static IEnumerable<int> Numbers(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture));
}
