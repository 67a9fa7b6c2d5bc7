namespace ClientMgmt.Wire;

/// <summary>
/// Spreads requests so that a budget per minute is kept. A full bucket may be used at once; then tokens trickle back
/// evenly, as on the servers that have such budgets.
/// </summary>
internal sealed class TokenBucket(int perMinute, TimeProvider time)
{
    public int PerMinute => perMinute;

    private readonly TimeSpan _interval = TimeSpan.FromMinutes(1) / perMinute;
    private readonly Lock _gate = new();
    private double _tokens = perMinute;
    private long _at = time.GetTimestamp();

    /// <summary>Takes a token, which may be one that is yet to come; returns how long to wait for it.</summary>
    public TimeSpan Take()
    {
        lock (_gate)
        {
            long now = time.GetTimestamp();
            _tokens = Math.Min(perMinute, _tokens + (time.GetElapsedTime(_at, now) / _interval)) - 1;
            _at = now;
            return _interval * Math.Max(0, -_tokens);
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
}
