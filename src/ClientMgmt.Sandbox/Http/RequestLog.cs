namespace ClientMgmt.Sandbox.Http;

/// <summary>The latest requests, oldest first, at most <paramref name="capacity"/>.</summary>
internal sealed class RequestLog(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<SandboxRequest> _requests = new();

    public IReadOnlyList<SandboxRequest> Snapshot()
    {
        lock (_gate)
            return [.. _requests];
    }

    public void Add(SandboxRequest request)
    {
        lock (_gate)
        {
            _requests.Enqueue(request);
            while (_requests.Count > capacity)
                _requests.Dequeue();
        }
    }

    public void Clear()
    {
        lock (_gate)
            _requests.Clear();
    }
}
