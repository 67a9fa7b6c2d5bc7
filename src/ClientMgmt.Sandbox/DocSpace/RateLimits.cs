using System.Globalization;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The two limiters: a trickling budget per user and method, and calls per second of all together.</summary>
internal sealed class RateLimits(DocSpaceLimits limits, TimeProvider clock)
{
    private readonly Dictionary<(string User, string Method), Bucket> _buckets = [];
    private readonly Dictionary<bool, (long Second, int Count)> _calls = [];

    /// <summary>Takes one token. Null when the method has no budget; a wait above zero means refused.</summary>
    public (int Remaining, TimeSpan Wait)? Take(string user, string method)
    {
        if (Budget(method) is not { } capacity)
            return null;
        if (!_buckets.TryGetValue((user, method), out Bucket? bucket))
            _buckets[(user, method)] = bucket = new Bucket(capacity, clock.GetUtcNow());
        return bucket.Take(clock.GetUtcNow());
    }

    public bool AllowsCall(bool publicInfo)
    {
        if ((publicInfo ? limits.PublicCallsPerSecond : limits.CallsPerSecond) is not { } allowed)
            return true;
        long second = clock.GetUtcNow().ToUnixTimeSeconds();
        (long Second, int Count) calls = _calls.GetValueOrDefault(publicInfo);
        int count = calls.Second == second ? calls.Count + 1 : 1;
        _calls[publicInfo] = (second, count);
        return count <= allowed;
    }

    public void Clear()
    {
        _buckets.Clear();
        _calls.Clear();
    }

    /// <summary>The reset header of a refusal: whole milliseconds, as nanoseconds, which the server forgets to convert.</summary>
    public static string Nanoseconds(TimeSpan wait) =>
        ((long)Math.Ceiling(wait.TotalMilliseconds) * 1_000_000).ToString(CultureInfo.InvariantCulture);

    // Each method has a bucket of its own; those that are not named have the size of GET's.
    private int? Budget(string method) => method switch
    {
        "POST" => limits.Post,
        "PUT" => limits.Put,
        "PATCH" => limits.Patch,
        "DELETE" => limits.Delete,
        _ => limits.Get,
    };

    private sealed class Bucket
    {
        private readonly int _capacity;
        private readonly TimeSpan _interval;
        private DateTimeOffset _filled;
        private int _tokens;

        public Bucket(int capacity, DateTimeOffset now)
        {
            _capacity = capacity;
            _interval = TimeSpan.FromMinutes(1) / capacity;
            _filled = now;
            _tokens = capacity;
        }

        public (int Remaining, TimeSpan Wait) Take(DateTimeOffset now)
        {
            long drops = (now - _filled).Ticks / _interval.Ticks;
            _tokens = (int)Math.Min(_capacity, _tokens + drops);
            _filled = _tokens == _capacity ? now : _filled + (drops * _interval);
            return _tokens > 0 ? (--_tokens, TimeSpan.Zero) : (0, _filled + _interval - now);
        }
    }
}
