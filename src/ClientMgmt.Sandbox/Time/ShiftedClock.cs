namespace ClientMgmt.Sandbox.Time;

/// <summary>
/// The clock that the server believes in: another one, off by an offset. Durations (timers, delays, budgets) are not
/// shifted: what lasts a minute lasts a minute on a clock that is wrong.
/// </summary>
internal sealed class ShiftedClock(TimeProvider clock) : TimeProvider
{
    private long _offset;

    /// <summary>The clock that is right.</summary>
    public TimeProvider Unshifted { get; } = clock;

    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref _offset));
        set => Interlocked.Exchange(ref _offset, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => Unshifted.GetUtcNow() + Offset;

    public override TimeZoneInfo LocalTimeZone => Unshifted.LocalTimeZone;

    public override long TimestampFrequency => Unshifted.TimestampFrequency;

    public override long GetTimestamp() => Unshifted.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Unshifted.CreateTimer(callback, state, dueTime, period);
}
