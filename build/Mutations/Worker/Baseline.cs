using System.Diagnostics;
using NUnit.Framework.Interfaces;

namespace Mutations.Worker;

/// <summary>Runs all tests once, without a mutant, and writes which mutants each of them reaches.</summary>
/// <param name="except">Names, separated by "|", with which the tests begin that are left out.</param>
internal sealed class Baseline(string except) : ITestListener
{
    private readonly Dictionary<ITest, HashSet<int>> _shared = [];
    private readonly Dictionary<ITest, TimeSpan> _preparation = [];
    private readonly Stopwatch _watch = new();
    private TextWriter _output = TextWriter.Null;

    public void Run(string file)
    {
        string[] prefixes = [.. except.Split('|').Select(name => $"ClientMgmt.Tests.{name}")];
        using (_output = new StreamWriter(file))
        {
            M.TakeReached();
            var tests = new LoadedTests([]);
            HashSet<int> loading = M.TakeReached();
            string[] names = [.. tests.Names.Where(n => !prefixes.Any(p => n.StartsWith(p, StringComparison.Ordinal)))];
            tests.Run(this, tests.Find(names));
            _output.WriteLine($"initial\t\t{string.Join(',', M.Initial().Union(loading))}");
        }
    }

    public void TestStarted(ITest test)
    {
        HashSet<int> reached = M.TakeReached();
        if (reached.Count > 0 && test.Parent is { } parent)
        {
            // The preparations of its class.
            _shared[parent] = [.. _shared.GetValueOrDefault(parent, []), .. reached];
            _preparation[parent] = _preparation.GetValueOrDefault(parent) + _watch.Elapsed;
        }

        _watch.Restart();
    }

    public void TestFinished(ITestResult result)
    {
        if (result.Test.IsSuite)
        {
            return;
        }

        HashSet<int> reached = M.TakeReached();
        TimeSpan took = _watch.Elapsed;
        for (ITest? suite = result.Test.Parent; suite is not null; suite = suite.Parent)
        {
            reached.UnionWith(_shared.GetValueOrDefault(suite, []));
            took += _preparation.GetValueOrDefault(suite);
        }

        string state = result.ResultState.Status switch
        {
            TestStatus.Passed when result.Test.FullName.All(IsPlain) => "passed",
            TestStatus.Failed => "failed",
            _ => "other",
        };
        _watch.Restart();
        _output.WriteLine(string.Join('\t', state, result.Test.ClassName, result.Test.MethodName, string.Concat(result.Test.FullName.Where(IsPlain)),
            (int)took.TotalMilliseconds, string.Join(',', reached)));
    }

    public void TestOutput(TestOutput output)
    {
    }

    public void SendMessage(TestMessage message)
    {
    }

    // Names are lines of a file.
    private static bool IsPlain(char c) => !char.IsControl(c) && !char.IsSurrogate(c);
}
