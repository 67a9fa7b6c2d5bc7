using ClientMgmt.Benchmarks.Measuring;
using NUnit.Framework;

namespace ClientMgmt.Benchmarks.Tests;

/// <summary>Every benchmark runs once, at a tiny size, so that it works when it is needed. No time is judged.</summary>
[TestFixtureSource(nameof(All))]
public sealed class BenchmarkTests(string name)
{
    // A build takes longer than all others together.
    private static readonly string[] s_onlyAtFullSize =
    [
        "clean build: seconds more than without generation",
        "Authlete published, start to first answer: time", "DocSpace published, start to first answer: time",
    ];

    private Figure[] _figures = [];

    private static IEnumerable<string> All => Benchmark.All.Select(b => b.Name);

    [OneTimeSetUp]
    public async Task RunAsync() => _figures = [.. (await Benchmark.All.Single(b => b.Name == name).RunAsync(Sizes.Tiny)).Figures];

    [Test]
    public void It_measures() =>
        Assert.That(_figures.Select(f => f.Median), Is.Not.Empty.And.All.Matches<double>(double.IsFinite));

    [Test]
    public void What_it_is_to_reach_is_measured() => Assert.That(
        Target.All.Where(t => t.Benchmark == name).Select(t => t.Name).Except(s_onlyAtFullSize),
        Is.SubsetOf(_figures.Select(f => f.Name)));
}
