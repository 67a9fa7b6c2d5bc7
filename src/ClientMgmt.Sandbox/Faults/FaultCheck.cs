namespace ClientMgmt.Sandbox.Faults;

/// <summary>Finds the first member of a fault that is out of its range or contradicts another.</summary>
internal static class FaultCheck
{
    private const string Delay = "has to be between 0 and one day";
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);
    private static readonly string[] s_framing = ["Content-Length", "Content-Type", "Transfer-Encoding"];

    public static (string Member, string Rule)? Find(SandboxFault fault) => Ranges(fault) ?? Texts(fault) ?? Contradictions(fault);

    private static (string Member, string Rule)? Ranges(SandboxFault fault) => fault switch
    {
        { Backend: { } backend } when !Enum.IsDefined(backend) => (nameof(fault.Backend), OneOf<SandboxBackend>()),
        { Times: < 1 } => (nameof(fault.Times), "has to be 1 or more, or null for no end"),
        { After: < 0 } => (nameof(fault.After), "has to be 0 or more"),
        { Probability: not (>= 0 and <= 1) } => (nameof(fault.Probability), "has to be between 0 and 1"),
        _ when !IsDelay(fault.DelayBefore) => (nameof(fault.DelayBefore), Delay),
        _ when !IsDelay(fault.DelayAfter) => (nameof(fault.DelayAfter), Delay),
        _ when !IsDelay(fault.PieceDelay) => (nameof(fault.PieceDelay), Delay),
        { RateLimit: { } limit } when !Enum.IsDefined(limit) => (nameof(fault.RateLimit), OneOf<SandboxRateLimit>()),
        { RetryIn.TotalDays: not (>= -36_500 and <= 36_500) } => (nameof(fault.RetryIn), "has to be between -36500 and 36500 days"),
        { Status: not (null or (>= 200 and <= 599)) } => (nameof(fault.Status), "has to be between 200 and 599"),
        { Body: { } body } when !Enum.IsDefined(body) => (nameof(fault.Body), OneOf<SandboxFaultBody>()),
        _ when !Enum.IsDefined(fault.Send) => (nameof(fault.Send), OneOf<SandboxPart>()),
        _ when !Enum.IsDefined(fault.Then) => (nameof(fault.Then), OneOf<SandboxEnding>()),
        { Pieces: not (>= 1 and <= 10_000) } => (nameof(fault.Pieces), "has to be between 1 and 10000"),
        _ => null,
    };

    private static (string Member, string Rule)? Texts(SandboxFault fault) => fault switch
    {
        { Method: { } method } when !IsToken(method) => (nameof(fault.Method), "has to be an HTTP method"),
        { ContentType: { } type } when !IsValue(type) || type.Length == 0 => (nameof(fault.ContentType), "has to be visible ASCII"),
        { Headers: null } => (nameof(fault.Headers), "has to be a set of names with values"),
        _ when fault.Headers.Any(h => !IsToken(h.Key) || !IsValue(h.Value)) =>
            (nameof(fault.Headers), "has to hold header names with values of visible ASCII"),
        _ when fault.Headers.Keys.Any(name => s_framing.Contains(name, StringComparer.OrdinalIgnoreCase)) =>
            (nameof(fault.Headers), $"may not hold {string.Join(", ", s_framing)}: the type has a member of its own"),
        _ => null,
    };

    private static (string Member, string Rule)? Contradictions(SandboxFault fault) => fault switch
    {
        { RateLimit: not null, Status: not null } => (nameof(fault.Status), "has to be absent with a rate limit, which answers 429"),
        { RateLimit: not null, Commit: true } => (nameof(fault.Commit), "may not be true with a rate limit, which refuses before any work"),
        { Send: SandboxPart.None, Then: SandboxEnding.Normal } =>
            (nameof(fault.Then), "has to be Hang, Fin or Reset when nothing is sent: HTTP has no such normal end"),
        { Commit: false, Status: null, RateLimit: null, Send: not SandboxPart.None } =>
            (nameof(fault.Commit), "may be false only with a status, a rate limit or nothing sent: otherwise there is nothing to answer"),
        _ => null,
    };

    private static bool IsDelay(TimeSpan delay) => delay >= TimeSpan.Zero && delay <= s_longest;

    private static string OneOf<T>()
        where T : struct, Enum => "has to be one of " + string.Join(", ", Enum.GetNames<T>());

    private static bool IsToken(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    private static bool IsValue(string? text) => text is not null && text.All(c => c is '\t' or (>= ' ' and <= '~'));
}
