namespace Mutations.Running;

/// <summary>
/// The order of tests: first, for half of the time, all cases of the methods that found most in the same file for what they cost; then of
/// the others one of each method at a time, those first that reach the least beside it.
/// </summary>
internal sealed class Schedule
{
    private const int FirstBatch = 8;
    private const int MostProven = 12;
    private const int MostCases = 60;

    private readonly Dictionary<(string File, string Method), int> _found = [];

    /// <summary>Whether only the methods that found something in the same file are run, which are known by now.</summary>
    public bool IsLearnt { get; set; }

    public void Found(Mutant mutant, TestCase test)
    {
        lock (_found)
        {
            _found[(mutant.File, test.FullMethod)] = _found.GetValueOrDefault((mutant.File, test.FullMethod)) + 1;
        }
    }

    /// <summary>Batches, each twice as large as the one before, for as long as there is patience.</summary>
    public IEnumerable<TestCase[]> Batches(Mutant mutant, IEnumerable<TestCase> tests)
    {
        List<TestCase> order = Order(mutant, tests);
        for (int start = 0, size = FirstBatch; start < order.Count; start += size, size *= 2)
        {
            yield return [.. order.Skip(start).Take(size)];
        }
    }

    private List<TestCase> Order(Mutant mutant, IEnumerable<TestCase> tests)
    {
        TestCase[][] methods = [.. tests.GroupBy(t => t.FullMethod).Select(g => g.OrderBy(t => t.Milliseconds).ToArray())];
        IEnumerable<TestCase> proven;
        lock (_found)
        {
            proven =
            [
                .. methods.Select(cases => (cases, found: _found.GetValueOrDefault((mutant.File, cases[0].FullMethod))))
                    .Where(m => m.found > 0).OrderByDescending(m => m.found / m.cases.Average(Cost)).Take(MostProven).SelectMany(m => m.cases.Take(MostCases)),
            ];
        }

        IEnumerable<TestCase> others = methods.SelectMany(cases => cases.Select((test, round) => (test, round)))
            .OrderBy(t => t.round).ThenBy(t => t.test.Reached).ThenBy(t => t.test.Milliseconds).Select(t => t.test);
        double patience = Scope.Patience.TotalMilliseconds;
        List<TestCase> first = [.. Within(patience / (IsLearnt ? 1 : 2), proven)];
        return IsLearnt ? first : [.. Within(patience, first.Concat(others).Distinct())];
    }

    private static IEnumerable<TestCase> Within(double patience, IEnumerable<TestCase> tests) =>
        tests.TakeWhile(test => (patience -= Cost(test)) >= 0);

    private static double Cost(TestCase test) => test.Milliseconds + 1;
}
