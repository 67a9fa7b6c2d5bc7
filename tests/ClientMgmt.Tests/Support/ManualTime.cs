using System.Threading.Channels;

namespace ClientMgmt.Tests.Support;

/// <summary>A clock that moves when it is told to. Timers fire while it moves, each at its own time.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _armed = [];
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();
    private DateTimeOffset _now = start;

    public ManualTime()
        : this(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Whether no timer is set.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _armed.Count == 0;
            }
        }
    }

    /// <summary>Waits until the code under test waits for time to pass, and tells how long; each wait is told once.</summary>
    public Task<TimeSpan> NextTimerAsync() => _waits.Reader.ReadAsync().AsTask().InTimeAsync();

    /// <summary>
    /// Lets time pass for calls until all have ended, but only while each of them waits for it: then up to where the first
    /// of them goes on.
    /// </summary>
    public async Task PassUntilAsync(params Task[] calls)
    {
        while (calls.Where(c => !c.IsCompleted).ToArray() is { Length: > 0 } running)
        {
            Task armed = _waits.Reader.WaitToReadAsync().AsTask();
            if (NextDue(running.Length) is { } due)
            {
                Advance(due - GetUtcNow());
            }
            else
            {
                await Task.WhenAny([.. running, armed]).InTimeAsync();
                while (_waits.Reader.TryRead(out _))
                {
                }
            }
        }
    }

    public void Advance(TimeSpan by)
    {
        DateTimeOffset end = GetUtcNow() + by;
        while (TakeDue(end) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>Timers that are due fire when all of the time has passed, as on a machine that was suspended.</summary>
    public void Suspend(TimeSpan by)
    {
        lock (_gate)
        {
            _now += by;
        }

        Advance(TimeSpan.Zero);
    }

    private DateTimeOffset? NextDue(int armed)
    {
        lock (_gate)
        {
            return _armed.Count == armed ? _armed.Min(t => t.DueAt) : null;
        }
    }

    private ManualTimer? TakeDue(DateTimeOffset end)
    {
        lock (_gate)
        {
            ManualTimer? next = _armed.Where(t => t.DueAt <= end).MinBy(t => t.DueAt);
            DateTimeOffset now = next?.DueAt ?? end;
            _now = now > _now ? now : _now;
            if (next is not null)
            {
                Arm(next, next.Period, next.Period);
            }

            return next;
        }
    }

    private void Arm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _armed.Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                (timer.DueAt, timer.Period) = (_now + dueTime, period);
                _armed.Add(timer);
                _waits.Writer.TryWrite(dueTime);
            }
        }
    }

    private sealed class ManualTimer(ManualTime owner, Action fire) : ITimer
    {
        public DateTimeOffset DueAt { get; set; }

        public TimeSpan Period { get; set; } = Timeout.InfiniteTimeSpan;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            owner.Arm(this, dueTime, period);
            return true;
        }

        public void Dispose() => owner.Arm(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
