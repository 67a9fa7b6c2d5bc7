namespace ClientMgmt.Wire;

/// <summary>
/// Spreads requests so that a budget per minute is kept. A full bucket may be used at once; then tokens trickle back
/// evenly, as on the servers that have such budgets.
/// </summary>
internal sealed class TokenBucket(int perMinute, TimeProvider time)
{
    private readonly TimeSpan _interval = TimeSpan.FromMinutes(1) / perMinute;
    private readonly Lock _gate = new();
    private double _tokens = perMinute;
    private long _at = time.GetTimestamp();
    private TimeSpan _pause;

    /// <summary>Takes a token, which may be one that is yet to come; returns how long to wait for it.</summary>
    public TimeSpan Take()
    {
        lock (_gate)
        {
            Refill();
            _tokens--;
            TimeSpan wait = _pause + (_tokens < 0 ? _interval * -_tokens : TimeSpan.Zero);
            return wait;
        }
    }

    /// <summary>Gives a token back that was not used.</summary>
    public void Return()
    {
        lock (_gate)
        {
            _tokens = Math.Min(perMinute, _tokens + 1);
        }
    }

    /// <summary>The server has no token left for as long: somebody else uses the budget too.</summary>
    public void Pause(TimeSpan delay)
    {
        lock (_gate)
        {
            Refill();
            _tokens = Math.Min(_tokens, 1);
            _pause = delay > _pause ? delay : _pause;
        }
    }

    private void Refill()
    {
        long now = time.GetTimestamp();
        TimeSpan elapsed = time.GetElapsedTime(_at, now);
        _at = now;

        // Nothing comes in while the server has nothing to give.
        TimeSpan paused = elapsed < _pause ? elapsed : _pause;
        _pause -= paused;
        _tokens = Math.Min(perMinute, _tokens + ((elapsed - paused) / _interval));
    }
}
