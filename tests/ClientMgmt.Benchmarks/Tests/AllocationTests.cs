#if !DEBUG // There, each async method allocates its state, and the figures are others.
using ClientMgmt.Benchmarks.Calls;
using ClientMgmt.Benchmarks.Measuring;
using NUnit.Framework;

namespace ClientMgmt.Benchmarks.Tests;

/// <summary>
/// What a call allocates does not depend on the machine, so it can be judged anywhere. These bounds are what is reached, a
/// little rounded up; <see cref="Target"/> has what is to be reached.
/// </summary>
public sealed class AllocationTests
{
    private readonly Dictionary<string, double> _figures = [];

    [OneTimeSetUp]
    public async Task MeasureAsync()
    {
        Result[] results = [await CallBenchmark.RunAsync(Sizes.Tiny), await OverheadBenchmark.RunAsync(Sizes.Tiny)];
        foreach (Figure figure in results.SelectMany(r => r.Figures))
        {
            _figures[figure.Name] = figure.Median;
        }
    }

    [TestCase("Authlete get: allocation", 0.85)]
    [TestCase("Authlete create: allocation", 1.15)]
    [TestCase("DocSpace get: allocation", 0.9)]
    [TestCase("DocSpace create: allocation", 1.3)]
    [TestCase("registration get: allocation", 0.9)]
    [TestCase("resilience and telemetry: bytes a call", 250)]
    public void A_call_allocates_no_more_than_this(string figure, double bound) =>
        Assert.That(_figures[figure], Is.AtMost(bound));
}
#endif
