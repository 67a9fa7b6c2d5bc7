namespace ClientMgmt.Benchmarks.Measuring;

/// <summary>What one of many costs, by how many there are.</summary>
internal sealed record Series(string Title, string Counted, IReadOnlyList<(int Count, double Microseconds)> Points);
