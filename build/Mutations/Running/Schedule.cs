namespace Mutations.Running;

/// <summary>The order of tests: those that found most in the same file first, then one of each method, the quickest first.</summary>
internal sealed class Schedule
{
    private const int FirstBatch = 8;

    private readonly Dictionary<(string File, string Method), int> _found = [];

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
        var order = new List<TestCase>();
        double left = Scope.Patience.TotalMilliseconds;
        lock (_found)
        {
            foreach (TestCase test in tests.GroupBy(t => t.FullMethod)
                .SelectMany(g => g.OrderBy(t => t.Milliseconds).Select((test, round) => (test, round, found: _found.GetValueOrDefault((mutant.File, g.Key)))))
                .OrderBy(t => t.round).ThenByDescending(t => t.found).ThenBy(t => t.test.Milliseconds).Select(t => t.test))
            {
                left -= test.Milliseconds + 1;
                if (left < 0)
                {
                    break;
                }

                order.Add(test);
            }
        }

        return order;
    }
}
