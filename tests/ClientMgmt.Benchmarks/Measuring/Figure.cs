namespace ClientMgmt.Benchmarks.Measuring;

/// <summary>A number that was measured: the median of several rounds, and how far these were apart.</summary>
internal sealed record Figure(string Name, double Median, double Least, double Most)
{
    /// <summary>Behind the name of a time: the same of the processors.</summary>
    public const string Processor = ", processor";

    public static Figure Of(string name, IEnumerable<double> rounds)
    {
        double[] sorted = [.. rounds.Order()];
        return new Figure(name, (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[0], sorted[^1]);
    }

    public static Figure Of(string name, double value) => new(name, value, value, value);

    /// <summary>The time that each took relative to the first one, and beside that of the library its time of the processors.</summary>
    /// <param name="name">What was measured.</param>
    /// <param name="contestants">Their names; the library is the last one.</param>
    /// <param name="samples">What each took in each round.</param>
    /// <param name="value">What to compare, made of a time; the time itself if nothing is given.</param>
    public static IEnumerable<Figure> Times(
        string name, IReadOnlyList<string> contestants, Sample[][] samples, Func<double, double>? value = null)
    {
        value ??= time => time;
        return
        [
            .. Ratios(name, contestants, samples, s => value(s.Microseconds)),
            Ratios(name + Processor, contestants, samples, s => value(s.Processor)).Last(),
        ];
    }

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
