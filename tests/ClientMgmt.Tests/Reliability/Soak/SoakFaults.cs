using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Reliability;

/// <summary>A bad day: of all requests 5 % meet a fault, 5 % are refused with 429, and 5 % are late.</summary>
internal sealed class SoakFaults
{
    private const double Share = 0.05;

    private static readonly SandboxFault[] s_broken =
    [
        new() { Send = SandboxPart.None, Then = SandboxEnding.Reset },
        new() { Send = SandboxPart.None, Then = SandboxEnding.Reset, Commit = false },
        new() { Send = SandboxPart.None, Then = SandboxEnding.Fin },
        new() { Send = SandboxPart.None, Then = SandboxEnding.Fin, Commit = false },
        new() { Send = SandboxPart.Half, Then = SandboxEnding.Reset },
        new() { Send = SandboxPart.Half, Then = SandboxEnding.Fin },
        new() { Status = 500 },
        new() { Status = 500, Commit = true },
        new() { Status = 502, Body = SandboxFaultBody.Html },
        new() { Status = 504, Body = SandboxFaultBody.Html, Commit = true },
        new() { Status = 503, Body = SandboxFaultBody.Empty, Commit = true },
        new() { Status = 503, Headers = new Dictionary<string, string> { ["Retry-After"] = "1" } },
    ];

    private static readonly SandboxFault[] s_late =
    [
        new() { DelayBefore = TimeSpan.FromMilliseconds(300) },
        new() { DelayAfter = TimeSpan.FromMilliseconds(500) },
        new() { Pieces = 5, PieceDelay = TimeSpan.FromMilliseconds(100) },
    ];

    private readonly SandboxFault[] _faults;
    private readonly SandboxFault[] _refusals;
    private readonly SandboxFault[] _delays;

    public SoakFaults(Backend backend)
    {
        SandboxRateLimit[] dialects = backend == Backend.DocSpace
            ? [SandboxRateLimit.Native, SandboxRateLimit.Instance, SandboxRateLimit.ResetSeconds, SandboxRateLimit.RetryAfterSeconds]
            : [SandboxRateLimit.Native, SandboxRateLimit.ResetEpochSeconds, SandboxRateLimit.RetryAfterDate, SandboxRateLimit.RetryAfterSeconds];
        _faults = Often(s_broken);
        _refusals = Often([.. dialects.Select(d => new SandboxFault { RateLimit = d, RetryIn = TimeSpan.FromMilliseconds(700) })]);
        _delays = Often(s_late);
    }

    public int Faults { get; private set; }

    public int Refusals { get; private set; }

    public int Delays { get; private set; }

    public void AddTo(SandboxServer sandbox)
    {
        foreach (SandboxFault fault in _faults.Concat(_refusals).Concat(_delays))
        {
            sandbox.Faults.Add(fault);
        }
    }

    /// <summary>Counts what hit requests.</summary>
    public void Count(IEnumerable<SandboxRequest> requests)
    {
        foreach (SandboxFault hit in requests.Select(r => r.Fault).OfType<SandboxFault>())
        {
            Faults += IsOne(_faults, hit);
            Refusals += IsOne(_refusals, hit);
            Delays += IsOne(_delays, hit);
        }
    }

    private static int IsOne(SandboxFault[] group, SandboxFault fault) => group.Any(f => ReferenceEquals(f, fault)) ? 1 : 0;

    private static SandboxFault[] Often(SandboxFault[] faults) =>
        [.. faults.Select(f => f with { Times = null, Probability = Share / faults.Length })];
}
