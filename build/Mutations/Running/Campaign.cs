using System.Collections.Concurrent;

namespace Mutations.Running;

/// <summary>Runs the tests against every mutant.</summary>
/// <param name="program">The copy of the tests.</param>
/// <param name="names">The file that names the tests.</param>
/// <param name="reach">Which tests reach which mutant.</param>
/// <param name="all">Every mutant, also those that are not run now.</param>
/// <param name="done">Is told of each result.</param>
internal sealed class Campaign(string program, string names, Reach reach, IReadOnlyList<Mutant> all, Action<Result> done)
{
    private const int Workers = 2;

    private static readonly TimeSpan s_atLeast = TimeSpan.FromSeconds(10);

    private readonly Schedule _schedule = new();
    private readonly ConcurrentDictionary<Mutant, Result> _results = [];

    /// <param name="mutants">What is run.</param>
    /// <param name="known">What came of others, which says which tests to begin with.</param>
    public IReadOnlyList<Result> Run(IReadOnlyList<Mutant> mutants, IEnumerable<Result> known)
    {
        foreach (Result result in known)
        {
            Learn(result);
        }

        RunAll(mutants.OrderBy(m => reach.Initial.Contains(m.Id)));

        // The first of a file were run before it was known which tests find most in it.
        _schedule.IsLearnt = true;
        RunAll(_results.Values.Where(r => r.Outcome == Outcome.Survived && !reach.Initial.Contains(r.Mutant.Id)).Select(r => r.Mutant));
        return [.. _results.Values];
    }

    private void RunAll(IEnumerable<Mutant> mutants)
    {
        var queue = new ConcurrentQueue<Mutant>(mutants);
        Thread[] threads = [.. Enumerable.Range(0, Workers).Select(_ => new Thread(() => Work(queue)))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }

    private void Work(ConcurrentQueue<Mutant> queue)
    {
        WorkerProcess? worker = null;
        while (queue.TryDequeue(out Mutant? mutant))
        {
            Result result = reach.Initial.Contains(mutant.Id) ? RunAlone(mutant) : RunAmongOthers(mutant, ref worker);
            Learn(result);
            _results[mutant] = result;
            done(result);
        }

        worker?.Dispose();
    }

    private void Learn(Result result)
    {
        if (result.Killer is { } killer)
        {
            _schedule.Found(result.Mutant, killer);
        }
    }

    private Result RunAmongOthers(Mutant mutant, ref WorkerProcess? worker)
    {
        IReadOnlyList<TestCase> tests = reach.Of(mutant.Id);
        if (tests.Count == 0)
        {
            return new Result(mutant, Outcome.NotReached);
        }

        var spoilt = new HashSet<int>();
        bool hasHung = false;
        while (true)
        {
            if (worker is null)
            {
                worker = new WorkerProcess(program, names, "");
                if (!worker.IsReady())
                {
                    throw new InvalidOperationException($"The tests could not be loaded: {worker.Said}");
                }
            }

            (Result result, bool isSpoilt) = Run(mutant, tests.Where(t => !spoilt.Contains(t.Place)), worker);
            if (isSpoilt || result.Outcome == Outcome.Hung)
            {
                worker.Dispose();
                worker = null;
            }

            // What hangs, hangs again in a new process, or the machine was busy. And a test that also fails afterwards, without the
            // mutant, fails once more in a new process or says nothing.
            if (result.Outcome == Outcome.Hung && !hasHung)
            {
                hasHung = true;
            }
            else if (!isSpoilt || !spoilt.Add(result.Killer!.Place))
            {
                return result;
            }
        }
    }

    // In a process of its own, because the code runs once. It is not known which tests would notice, except that they use the file.
    private Result RunAlone(Mutant mutant)
    {
        TestCase[] tests = [.. all.Where(m => m.File == mutant.File).SelectMany(m => reach.Of(m.Id)).Distinct()];
        tests = [.. _schedule.Batches(mutant, tests.Length > 0 ? tests : reach.Tests).SelectMany(b => b)];
        using var worker = new WorkerProcess(program, names, string.Join('|', tests.Select(t => t.Class).Distinct()), mutant.Id);
        return worker.IsReady() ? Run(mutant, tests, worker).Result : new Result(mutant, Outcome.Hung);
    }

    private (Result Result, bool IsSpoilt) Run(Mutant mutant, IEnumerable<TestCase> tests, WorkerProcess worker)
    {
        foreach (TestCase[] batch in _schedule.Batches(mutant, tests))
        {
            TimeSpan limit = s_atLeast + TimeSpan.FromMilliseconds(5 * batch.Sum(t => t.Milliseconds));
            string? answer = worker.Ask($"{mutant.Id} {string.Join(',', batch.Select(t => t.Place))}", limit);
            if (answer is null)
            {
                return (new Result(mutant, Outcome.Hung), false);
            }

            string[] parts = answer.Split(' ', 2);
            if (parts[0] != "survived")
            {
                return (new Result(mutant, Outcome.Killed, batch.First(t => t.Name == parts[1])), parts[0] == "spoilt");
            }
        }

        return (new Result(mutant, Outcome.Survived), false);
    }
}
