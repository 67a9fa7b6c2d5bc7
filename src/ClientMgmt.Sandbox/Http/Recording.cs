namespace ClientMgmt.Sandbox.Http;

/// <summary>Keeps one request in the log, once, whatever becomes of its answer.</summary>
internal sealed class Recording(Incoming incoming, RequestLog log)
{
    private SandboxRequest? _request;
    private bool _kept;

    /// <summary>The fault that hit it.</summary>
    public SandboxFault? Fault { get; set; }

    /// <summary>The request before it has an answer.</summary>
    public SandboxRequest Request() => _request ??= new SandboxRequest(
        incoming.Method,
        incoming.Target,
        incoming.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value.ToArray()), StringComparer.OrdinalIgnoreCase),
        incoming.Body,
        0);

    /// <summary>Called before the first byte of the answer goes out, so that a caller who has the answer also finds the request.</summary>
    public void Keep(int status)
    {
        if (_kept || incoming.IsControl)
            return;
        _kept = true;
        log.Add(Request() with { Status = status, Fault = Fault });
    }
}
