using System.Collections.ObjectModel;
using ClientMgmt.Sandbox.Control;

namespace ClientMgmt.Sandbox;

/// <summary>One request that the sandbox received, and what it answered.</summary>
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
    /// <summary>Its number among all requests since the server was started, from 1 on; 0 before there is an answer.</summary>
    public long Number { get; init; }

    /// <summary>When it had arrived, by <see cref="SandboxOptions.TimeProvider"/>.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How long it took until an answer was ready. What a fault then does to the answer is not in it.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The dialect of its path; null for a path that no dialect knows.</summary>
    public SandboxBackend? Backend { get; init; }

    /// <summary>The headers of the answer, whole even where a fault sent less; empty when the request was dropped unprocessed.</summary>
    public IReadOnlyDictionary<string, string> ResponseHeaders { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The body of the answer as text, whole even where a fault sent less; empty when there was none.</summary>
    public string ResponseBody { get; init; } = "";

    /// <summary>The fault that hit the request, the very one that was added; null when none did.</summary>
    public SandboxFault? Fault { get; init; }

    /// <summary>
    /// Why the request failed, in words: the fault that hit it, what the sandbox knows of the refusal, since real servers refuse much with
    /// an empty body, or else what the answer says. Null when the request did not fail.
    /// </summary>
    public string? Failure => FailureText.Of(this);

    /// <summary>What the sandbox knows of a refusal, beside what the answer says.</summary>
    internal string? Reason { get; init; }
}
