using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Faults;

/// <summary>A fault, and how often it has been met.</summary>
internal sealed class ActiveFault(SandboxFault fault, long id)
{
    private long _met;
    private int _hits;

    public SandboxFault Fault { get; } = fault;

    /// <summary>Its number among all that were added, from 1 on.</summary>
    public long Id { get; } = id;

    /// <summary>How many requests it has hit.</summary>
    public int HitCount => Volatile.Read(ref _hits);

    public bool IsUsedUp => _hits >= Fault.Times;

    public bool Fits(Incoming incoming, Func<SandboxRequest> request) =>
        (Fault.Method is null || Fault.Method.Equals(incoming.Method, StringComparison.OrdinalIgnoreCase))
        && (Fault.Backend is null || Fault.Backend == Backends.Of(incoming))
        && (Fault.PathContains is null || incoming.DecodedPath.Contains(Fault.PathContains, StringComparison.Ordinal))
        && (Fault.PathEndsWith is null || incoming.DecodedPath.EndsWith(Fault.PathEndsWith, StringComparison.Ordinal))
        && (Fault.When is null || Fault.When(request()));

    /// <summary>Counts a request that fits, and says whether it is hit. One call at a time.</summary>
    public bool Hits(Random random)
    {
        // Another request may have had the last hit since this one was found to fit.
        if (IsUsedUp || ++_met <= Fault.After || random.NextDouble() >= Fault.Probability)
            return false;
        _hits++;
        return true;
    }
}
