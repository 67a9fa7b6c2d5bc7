namespace ClientMgmt.Benchmarks.Measuring;

/// <summary>What one call took in one round.</summary>
/// <param name="Microseconds">The time that passed.</param>
/// <param name="Processor">The time that the process, or the one that the call started, used the processors, in microseconds.</param>
/// <param name="Bytes">What it allocated.</param>
internal readonly record struct Sample(double Microseconds, double Processor, double Bytes);
