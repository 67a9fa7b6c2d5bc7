namespace ClientMgmt.Sandbox.Http;

/// <summary>The latest requests, oldest first, at most <paramref name="capacity"/>.</summary>
internal sealed class RequestLog(int capacity, LiveFeed feed)
{
    private readonly Lock _gate = new();
    private readonly Queue<SandboxRequest> _requests = new();
    private long _lastNumber;

    public IReadOnlyList<SandboxRequest> Snapshot()
    {
        lock (_gate)
            return [.. _requests];
    }

    public void Add(SandboxRequest request)
    {
        lock (_gate)
        {
            request = request with { Number = ++_lastNumber };
            _requests.Enqueue(request);
            while (_requests.Count > capacity)
                _requests.Dequeue();

            // Within the lock, so that they are told in the order of their numbers.
            feed.Publish(LiveEvent.Of(request));
        }
    }

    public void Clear()
    {
        lock (_gate)
            _requests.Clear();
        feed.Publish(LiveEvent.Forgotten);
    }
}
