using ClientMgmt.Sandbox.Faults;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox;

/// <summary>
/// The faults that wait for requests. The first that hits a request, in the order in which they were added, is the only
/// one to hit it. All members may be used by several threads at once.
/// </summary>
public sealed class SandboxFaults
{
    private readonly Lock _gate = new();
    private readonly int _seed;
    private readonly Action _changed;
    private volatile ActiveFault[] _active = [];
    private Random _random;
    private long _lastId;

    internal SandboxFaults(int seed, Action changed)
    {
        _seed = seed;
        _changed = changed;
        _random = new Random(seed);
    }

    /// <summary>Adds a fault. The same one may be added again, and counts anew.</summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentException">A member is out of its range, or two of them contradict each other.</exception>
    public void Add(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (FaultCheck.Find(fault) is { } mistake)
            throw new ArgumentException($"{mistake.Member} {mistake.Rule}.", nameof(fault));
        lock (_gate)
            _active = [.. _active, new ActiveFault(fault, ++_lastId)];
        _changed();
    }

    /// <summary>Removes a fault that waits: the first that was added of those that are equal to it.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>Whether it was there, and not used up.</returns>
    public bool Remove(SandboxFault fault) => Remove(active => active.Fault == fault);

    /// <summary>Removes all faults, and begins the numbers for <see cref="SandboxFault.Probability"/> anew. What is under way goes on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _active = [];
            _random = new Random(_seed);
        }

        _changed();
    }

    /// <summary>The faults that are not used up, in the order in which they were added.</summary>
    public IReadOnlyList<SandboxFault> Snapshot() => [.. _active.Select(active => active.Fault)];

    internal IReadOnlyList<ActiveFault> Active => _active;

    internal bool Remove(Predicate<ActiveFault> which)
    {
        bool found;
        lock (_gate)
        {
            ActiveFault? first = Array.Find(_active, which);
            found = first is not null;
            _active = [.. _active.Where(active => active != first)];
        }

        _changed();
        return found;
    }

    internal SandboxFault? Take(Incoming incoming, Func<SandboxRequest> request)
    {
        foreach (ActiveFault active in _active)
        {
            // Outside of the lock: the test of a user may take long, or add a fault.
            if (!active.Fits(incoming, request))
                continue;
            lock (_gate)
            {
                if (!active.Hits(_random))
                    continue;
                if (active.IsUsedUp)
                    _active = [.. _active.Where(other => other != active)];
                return active.Fault;
            }
        }

        return null;
    }
}
