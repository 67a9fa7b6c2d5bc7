namespace ClientMgmt.Tests.Sandbox;

/// <summary>A clock with timers, that moves only when told to, and says when somebody waits for it.</summary>
internal sealed class TimerClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Waiter> _waiters = [];
    private TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Ends when there is a timer.</summary>
    public Task Waiting
    {
        get
        {
            lock (_gate)
                return _waiting.Task;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var waiter = new Waiter(this, () => callback(state));
        waiter.Change(dueTime, period);
        return waiter;
    }

    public void Advance(TimeSpan by)
    {
        Waiter[] due;
        lock (_gate)
        {
            _now += by;
            due = [.. _waiters.Where(w => w.Due <= _now)];
            Forget(due);
        }

        foreach (Waiter waiter in due)
            waiter.Fire();
    }

    private void Forget(params Waiter[] waiters)
    {
        _waiters.RemoveAll(waiters.Contains);
        if (_waiters.Count == 0 && _waiting.Task.IsCompleted)
            _waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Waiter(TimerClock clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock.Forget(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = clock._now + dueTime;
                clock._waiters.Add(this);
                clock._waiting.TrySetResult();
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._gate)
                clock.Forget(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
