namespace ClientMgmt.Benchmarks.Measuring;

/// <summary>What a benchmark has found out.</summary>
internal sealed record Result(IEnumerable<Figure> Figures)
{
    /// <summary>How the cost of something grows, to be drawn.</summary>
    public IReadOnlyList<Series> Series { get; init; } = [];
}
