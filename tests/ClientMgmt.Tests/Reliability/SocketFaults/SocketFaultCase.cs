using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Reliability;

/// <summary>An operation, and what happens to the answer of one of its requests, and perhaps of all that follow.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Renews">Whether it begins with a credential that the server does not take any more; otherwise with none.</param>
/// <param name="Requests">What it sends when nothing happens.</param>
/// <param name="Position">Which of them is hit.</param>
/// <param name="Fault">What happens.</param>
/// <param name="Lasts">Whether it happens to all that follow, too.</param>
internal sealed record SocketFaultCase(
    ClientOperation Operation,
    bool Renews,
    IReadOnlyList<SandboxRequest> Requests,
    int Position,
    SandboxFault Fault,
    bool Lasts)
{
    // A refusal of the credential, which DocSpace makes without a body.
    private const int Refused = 403;

    /// <summary>The eight: all of the answer, half or none, and then silence, an end, a reset or what HTTP demands.</summary>
    public static SandboxFault[] Faults { get; } =
    [
        new(),
        new() { Send = SandboxPart.Half, Then = SandboxEnding.Hang },
        new() { Send = SandboxPart.Half, Then = SandboxEnding.Fin },
        new() { Send = SandboxPart.Half, Then = SandboxEnding.Reset },
        new() { Send = SandboxPart.Half, Then = SandboxEnding.Normal },
        new() { Send = SandboxPart.None, Then = SandboxEnding.Hang },
        new() { Send = SandboxPart.None, Then = SandboxEnding.Fin },
        new() { Send = SandboxPart.None, Then = SandboxEnding.Reset },
    ];

    /// <summary>What it may end in: types of errors, and null for a success.</summary>
    public Type?[] Outcomes => (Fault.Send, Fault.Then) switch
    {
        (SandboxPart.Full, _) => [null],
        _ when ReadsWhatWasCreated => [null],
        (_, SandboxEnding.Normal) when ReadsDocument => [null],
        (_, SandboxEnding.Normal) => Cut,
        _ when MaySeeItGone => [null, typeof(OutcomeUnknownException)],
        _ => [Broken],
    };

    /// <summary>Whether anything follows that could be hit: a read that breaks off ends the operation.</summary>
    public bool CanLast => Fault.Send != SandboxPart.Full && (HitsWrite || IsAfterWrite || Fault.Then == SandboxEnding.Fin);

    private SandboxRequest Hit => Requests[Position];

    private bool HitsWrite => Support.TestHost.IsWrite(Hit);

    private bool IsAfterWrite => Requests.Take(Position).Any(r => Support.TestHost.IsWrite(r) && r.Status != Refused);

    // What was created is known from the answer that said so.
    private bool ReadsWhatWasCreated => this is { Operation: ClientOperation.Create, HitsWrite: false, IsAfterWrite: true };

    // A server has its metadata in several places; what cannot be read at one of them is looked for at the next.
    private bool ReadsDocument => Hit.Target.Contains("/.well-known/", StringComparison.Ordinal);

    // The client is looked for and not found, which the status says if it came before the answer broke off.
    private bool MaySeeItGone => this is
        { Operation: ClientOperation.Delete, HitsWrite: true, Lasts: true, Hit.Status: not Refused, Fault.Send: SandboxPart.Half };

    private bool CanSettle => CommitThenResetOperations.Settled.Contains(Operation);

    // The framing says that all is well, so only an answer with content suffers; of a change, that need not be read.
    private Type?[] Cut => this switch
    {
        { Hit.Status: Refused, Lasts: true } => (this with { Position = Position + 1 }).Cut,
        { Hit.Status: Refused } => [null],
        { HitsWrite: true, Lasts: true } =>
        [
            null, typeof(UnexpectedResponseException), typeof(OutcomeUnknownException),

            // Half of an answer that told the id and the key of a new client, which the exception holds.
            .. Hit.Target.StartsWith("/as/register", StringComparison.Ordinal) ? (Type?[])[typeof(MetadataNotStoredException)] : [],
        ],
        { HitsWrite: true } => [null, typeof(UnexpectedResponseException)],
        { IsAfterWrite: true } => [Lasts ? typeof(OutcomeUnknownException) : null],
        _ => [typeof(UnexpectedResponseException)],
    };

    // What breaks off before a byte of an answer is sent again by .NET itself, if it has no content: so are reads. A
    // change that was about to be refused was not made, and reading back says so.
    private Type? Broken => this switch
    {
        { HitsWrite: false, IsAfterWrite: false, Lasts: false, Fault: { Send: SandboxPart.None, Then: SandboxEnding.Fin } } => null,
        { HitsWrite: false, IsAfterWrite: false } => typeof(BackendUnavailableException),

        { CanSettle: true, Lasts: false, HitsWrite: false } => null,
        { CanSettle: true, Lasts: false, Hit.Status: not Refused } => null,
        _ => typeof(OutcomeUnknownException),
    };

    public override string ToString() =>
        $"{Operation}{(Renews ? ", renewing" : "")}, request {Position + 1} of {Requests.Count} ({Hit.Method} {Hit.Status})"
        + $"{(Lasts ? " and all that follow" : "")}, {Fault.Send}, {Fault.Then}";
}
