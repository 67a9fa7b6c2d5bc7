namespace ClientMgmt.Benchmarks.Measuring;

/// <summary>A number that was measured: the median of several rounds, and how far these were apart.</summary>
internal sealed record Figure(string Name, double Median, double Least, double Most)
{
    public static Figure Of(string name, IEnumerable<double> rounds)
    {
        double[] sorted = [.. rounds.Order()];
        return new Figure(name, (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[0], sorted[^1]);
    }

    public static Figure Of(string name, double value) => new(name, value, value, value);

    /// <summary>What each contestant took relative to the first one, round by round.</summary>
    /// <param name="name">What was measured.</param>
    /// <param name="contestants">Their names; the library is the last one, and has no name in the result.</param>
    /// <param name="samples">What each took in each round.</param>
    /// <param name="value">What to compare.</param>
    public static IEnumerable<Figure> Ratios(
        string name, IReadOnlyList<string> contestants, Sample[][] samples, Func<Sample, double> value) =>
        Enumerable.Range(1, contestants.Count - 1).Select(i => Of(
            i == contestants.Count - 1 ? name : $"{name}, {contestants[i]}",
            samples[i].Zip(samples[0], (own, first) => value(own) / value(first))));
}
