using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>An answer that may tell when to come back, and the wait that it leads to; null stands for the library's own.</summary>
internal sealed record DelayRow(Backend Backend, int Status, double? Seconds, params (string Name, string Value)[] Headers)
{
    /// <summary>The time on the clock of the library when the answer comes.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public TimeSpan? Wait => Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    public WireAnswer Answer => WireAnswer.Of(Status) with { Headers = Headers.ToDictionary(h => h.Name, h => h.Value) };

    public override string ToString() =>
        $"{Backend} {Status} {string.Join(", ", Headers.Select(h => $"{h.Name}: {h.Value}"))}";
}
