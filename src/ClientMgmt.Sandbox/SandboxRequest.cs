namespace ClientMgmt.Sandbox;

/// <summary>One request that the sandbox received, and the status that it answered.</summary>
/// <param name="Method">The HTTP method, in upper case.</param>
/// <param name="Target">The path and query exactly as they were sent, with nothing decoded.</param>
/// <param name="Headers">The request headers; names compare without regard to case, repeated headers are joined by a comma.</param>
/// <param name="Body">The request body as text, empty when there was none.</param>
/// <param name="Status">The status that was answered, or would have been; 0 when the request was dropped unprocessed.</param>
public sealed record SandboxRequest(
    string Method,
    string Target,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    int Status)
{
    /// <summary>The fault that hit the request, the very one that was added; null when none did.</summary>
    public SandboxFault? Fault { get; init; }
}
