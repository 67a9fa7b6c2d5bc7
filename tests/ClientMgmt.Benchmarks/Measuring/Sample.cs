namespace ClientMgmt.Benchmarks.Measuring;

/// <summary>What one call took in one round.</summary>
internal readonly record struct Sample(double Microseconds, double Bytes);
