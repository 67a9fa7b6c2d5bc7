using ClientMgmt.Sandbox.Faults;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Middleware;

/// <summary>Keeps one request in the log, once, whatever becomes of its answer.</summary>
internal sealed class Recording(Incoming incoming, RequestLog log, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly DateTimeOffset _receivedAt = time.GetUtcNow();
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
        0) { ReceivedAt = _receivedAt, Backend = Backends.Of(incoming) };

    /// <summary>Called before the first byte of the answer goes out, so that a caller who has the answer also finds the request.</summary>
    /// <param name="reply">The answer; null when the request is dropped unprocessed.</param>
    public void Keep(Reply? reply)
    {
        if (_kept || incoming.IsControl)
            return;
        _kept = true;
        SandboxRequest request = Request() with { Fault = Fault, Duration = time.GetElapsedTime(_start) };
        log.Add(reply is null ? request : request with
        {
            Status = reply.Status,
            Reason = reply.Reason,
            ResponseHeaders = reply.AllHeaders(),
            ResponseBody = reply.MayHaveBody ? reply.Body : "",
        });
    }
}
