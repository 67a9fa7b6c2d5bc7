using ClientMgmt.Sandbox.Control;
using ClientMgmt.Sandbox.Faults;

namespace ClientMgmt.Sandbox;

/// <summary>
/// A way to misbehave: which requests it hits, and what happens to them. Every member is optional; what they say adds up.
/// Without any, the next request is hit and nothing happens to it. Requests to /sandbox are never hit.
/// </summary>
public sealed record SandboxFault
{
    /// <summary>The HTTP method of the requests, in any case. Null, the default: every method.</summary>
    public string? Method { get; init; }

    /// <summary>The dialect of the requests. Null, the default: any, and paths that no dialect knows.</summary>
    public SandboxBackend? Backend { get; init; }

    /// <summary>What the path contains, after decoding and without the query; case counts. Null, the default: anything.</summary>
    public string? PathContains { get; init; }

    /// <summary>What the path ends with, after decoding and without the query; case counts. Null, the default: anything.</summary>
    public string? PathEndsWith { get; init; }

    /// <summary>
    /// Any other test, over the request with the status 0; called for requests that pass the tests above, from several
    /// threads at once. Null, the default: none. Not available over HTTP.
    /// </summary>
    public Func<SandboxRequest, bool>? When { get; init; }

    /// <summary>How many requests are hit before the fault is used up: 1 or more, 1 by default. Null: no end.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>How many requests that fit pass unharmed first. 0 by default.</summary>
    public int After { get; init; }

    /// <summary>
    /// How likely a request that fits is hit, from 0 to 1; 1 by default. Drawn for each, in the order of arrival, from
    /// numbers that <see cref="SandboxOptions.FaultSeed"/> determines. A request that got away does not count for <see cref="Times"/>.
    /// </summary>
    public double Probability { get; init; } = 1;

    /// <summary>
    /// How long the request waits before anything else, up to a day; zero by default. A client that leaves meanwhile has its
    /// request not processed.
    /// </summary>
    public TimeSpan DelayBefore { get; init; }

    /// <summary>How long the answer waits after the request was processed, up to a day; zero by default.</summary>
    public TimeSpan DelayAfter { get; init; }

    /// <summary>Refuses the request with 429, before any work. Null, the default: does not.</summary>
    public SandboxRateLimit? RateLimit { get; init; }

    /// <summary>When a 429 of <see cref="RateLimit"/> says to come back, from now; up to 36,500 days, also negative. One second by default.</summary>
    public TimeSpan RetryIn { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The status to answer with, 200 to 599. Null, the default: the one that belongs to the request.</summary>
    public int? Status { get; init; }

    /// <summary>
    /// The body to answer with. Null, the default: with a <see cref="Status"/> of 400 or more the error body of the dialect,
    /// with a lower one none, and without one the body that belongs to the answer.
    /// </summary>
    public SandboxFaultBody? Body { get; init; }

    /// <summary>A text to answer with, in the place of any other body. Null, the default: none.</summary>
    public string? Text { get; init; }

    /// <summary>The Content-Type of the answer. Null, the default: that of its body, which for a text is text/plain.</summary>
    public string? ContentType { get; init; }

    /// <summary>More headers of the answer, such as Retry-After; they win over those that it has. None by default.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether the request is processed all the same, so that what it changes is stored. Null, the default: yes, unless
    /// there is a <see cref="Status"/> or a <see cref="RateLimit"/>.
    /// </summary>
    public bool? Commit { get; init; }

    /// <summary>How much of the answer is sent. Everything by default.</summary>
    public SandboxPart Send { get; init; }

    /// <summary>What happens to the connection then. By default nothing that HTTP does not demand.</summary>
    public SandboxEnding Then { get; init; }

    /// <summary>The number of pieces in which the body is sent, as far as it has as many bytes: 1, the default, to 10,000.</summary>
    public int Pieces { get; init; } = 1;

    /// <summary>The pause between two of the <see cref="Pieces"/>, up to a day; zero by default.</summary>
    public TimeSpan PieceDelay { get; init; }

    /// <summary>Reads a fault that is written on one line.</summary>
    /// <param name="text">
    /// A method or *, optionally a part of the path that begins with a slash, and what happens, in any order: a status; 429, as the
    /// backend itself says it; html or empty for its body; a time to wait before, such as 500ms or 2s; hang, close or reset for no
    /// answer, with half before it for half of one; done or undone for whether the request is processed all the same. Then xN for how
    /// many requests, or always; one by default. For example <c>POST /clients 503 x3</c>. Or the JSON that is sent to /sandbox/faults.
    /// </param>
    /// <exception cref="ArgumentException">The text is none; the message says which part is wrong and what may stand there.</exception>
    public static SandboxFault Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.TrimStart().StartsWith('{') ? FaultJson.Read(text) : FaultText.Read(text);
    }

    internal bool Commits => Commit ?? (Status is null && RateLimit is null);
}
