using ClientMgmt.Sandbox.Time;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The times of a portal: nanoseconds on SaaS; elsewhere the store keeps microseconds or, where it says so, seconds.</summary>
internal sealed class PortalTime(DocSpacePortalOptions options, ShiftedClock clock)
{
    private const long Microsecond = 1000;
    private const long Second = 1_000_000_000;

    private readonly bool _isSaas = options.Storage == DocSpaceStorage.Saas;
    private int _extraNanoseconds;

    /// <summary>The latest time so far, as the clock would have it that is right.</summary>
    public long Last { get; set; }

    /// <summary>A time after every earlier one, unless the clock is put back.</summary>
    public long Next()
    {
        long step = _isSaas ? 1 : Microsecond;
        long now = Timestamp.Of(clock.Unshifted.GetUtcNow());
        now = _isSaas ? now + (++_extraNanoseconds % 99) + 1 : now - (now % step);
        Last = Math.Max(now, Last + step);

        // The clock is put wrong only here, so that putting it back does not stop the time.
        long offset = clock.Offset.Ticks * TimeSpan.NanosecondsPerTick;
        return Last + offset - (offset % step);
    }

    /// <summary>What the store keeps of a time.</summary>
    public long Stored(long time)
    {
        if (_isSaas)
            return time;
        long step = options.WholeSeconds ? Second : Microsecond;
        return time - (((time % step) + step) % step);
    }
}
