using System.Threading.Channels;

namespace ClientMgmt.Tests.Reliability;

/// <summary>A clock that moves on to the next wait that ends as soon as everybody waits for it, and not before.</summary>
internal sealed class SoakBulkClock : TimeProvider
{
    private static readonly TimeSpan s_stillness = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private readonly Channel<bool> _changes = Channel.CreateUnbounded<bool>();
    private long _now = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).Ticks;
    private int _running;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // One that belongs to a token bounds a request, and nobody waits for it.
        var timer = new Timer(this, isWait: state is not CancellationTokenSource, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Runs all of them at once, and says how much time that took.</summary>
    public async Task<TimeSpan> RunAsync(IReadOnlyCollection<Func<Task>> operations, CancellationToken cancellationToken)
    {
        long start = GetTimestamp();
        _running = operations.Count;
        var all = Task.WhenAll(operations.Select(RunOneAsync));
        while (!all.IsCompleted)
        {
            bool isStill = await IsStillAsync(cancellationToken);
            foreach (Timer timer in NextIfAllWait(isStill))
            {
                timer.Fire();
            }
        }

        await all;
        return GetElapsedTime(start);
    }

    private void Changed() => _changes.Writer.TryWrite(true);

    private async Task RunOneAsync(Func<Task> operation)
    {
        try
        {
            await operation();
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            Changed();
        }
    }

    // Who stands behind another waits for no timer, but then nothing moves any more.
    private async Task<bool> IsStillAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _changes.Reader.WaitToReadAsync(cancellationToken).AsTask().WaitAsync(s_stillness, cancellationToken);
            _changes.Reader.TryRead(out _);
            return false;
        }
        catch (TimeoutException)
        {
            return true;
        }
    }

    private Timer[] NextIfAllWait(bool isStill)
    {
        lock (_gate)
        {
            Timer[] waits = [.. _timers.Where(t => t.IsWait)];
            if (waits.Length == 0 || (!isStill && waits.Length < Volatile.Read(ref _running)))
            {
                return [];
            }

            Interlocked.Exchange(ref _now, Math.Max(_now, waits.Min(t => t.Due)));
            Timer[] due = [.. _timers.Where(t => t.Due <= _now)];
            _timers.RemoveAll(due.Contains);
            return due;
        }
    }

    private sealed class Timer(SoakBulkClock clock, bool isWait, Action fire) : ITimer
    {
        public long Due { get; private set; }

        public bool IsWait => isWait;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime.Ticks;
                    clock._timers.Add(this);
                }
            }

            clock.Changed();
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
