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

        // Methods without a budget of their own share that of GET.
        string key = method is "POST" or "PUT" or "PATCH" or "DELETE" ? method : "GET";
        if (!_buckets.TryGetValue((user, key), out Bucket? bucket))
            _buckets[(user, key)] = bucket = new Bucket(capacity, clock.GetUtcNow());
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

    /// <summary>The reset header of a refusal: nanoseconds, which the server forgets to convert.</summary>
    public static string Nanoseconds(TimeSpan wait) =>
        (wait.Ticks * TimeSpan.NanosecondsPerTick).ToString(CultureInfo.InvariantCulture);

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
