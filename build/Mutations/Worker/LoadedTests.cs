using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Mutations.Worker;

/// <summary>The tests of this assembly, which run as often as is asked.</summary>
internal sealed class LoadedTests
{
    private readonly NUnitTestAssemblyRunner _runner = new(new DefaultTestAssemblyBuilder());
    private readonly ILookup<string, ITest> _cases;
    private readonly List<Test> _suites = [];

    /// <param name="classes">The classes that are needed; none for all.</param>
    public LoadedTests(IReadOnlyCollection<string> classes)
    {
        var settings = new Dictionary<string, object> { ["NumberOfTestWorkers"] = 0, ["RandomSeed"] = 1 };
        if (classes.Count > 0)
        {
            settings["LOAD"] = classes.ToList();
        }

        _cases = Cases(_runner.Load(typeof(LoadedTests).Assembly, settings)).ToLookup(t => t.FullName);
    }

    public IEnumerable<string> Names => _cases.Select(c => c.Key);

    public void Run(ITestListener listener, IEnumerable<ITest> tests)
    {
        foreach (Test suite in _suites)
        {
            suite.Fixture = null;
        }

        _runner.Run(listener, new Chosen(tests));
    }

    public IEnumerable<ITest> Find(IEnumerable<string> names) => names.SelectMany(n => _cases[n]);

    /// <summary>Runs tests until one fails.</summary>
    public string? FirstFailure(string[] names)
    {
        if (names.FirstOrDefault(n => !_cases[n].Any()) is { } gone)
        {
            return gone;
        }

        var listener = new FailureListener(() => _runner.StopRun(force: false));
        Run(listener, Find(names));
        return listener.Failed;
    }

    private IEnumerable<ITest> Cases(ITest test)
    {
        if (!test.IsSuite)
        {
            return [test];
        }

        _suites.Add((Test)test);
        return [.. test.Tests.SelectMany(Cases)];
    }

    private sealed class Chosen : ITestFilter
    {
        private readonly HashSet<ITest> _tests = [];

        public Chosen(IEnumerable<ITest> tests)
        {
            foreach (ITest test in tests)
            {
                for (ITest? t = test; t is not null && _tests.Add(t); t = t.Parent)
                {
                }
            }
        }

        public bool Pass(ITest test) => _tests.Contains(test);

        public bool IsExplicitMatch(ITest test) => false;

        public TNode ToXml(bool recursive) => new("filter");

        public TNode AddToXml(TNode parentNode, bool recursive) => parentNode.AddElement("filter");
    }

    private sealed class FailureListener(Action stop) : ITestListener
    {
        public string? Failed { get; private set; }

        public void TestStarted(ITest test)
        {
        }

        public void TestFinished(ITestResult result)
        {
            if (Failed is null && !result.Test.IsSuite && result.ResultState.Status == TestStatus.Failed)
            {
                Failed = result.Test.FullName;
                stop();
            }
        }

        public void TestOutput(TestOutput output)
        {
        }

        public void SendMessage(TestMessage message)
        {
        }
    }
}
