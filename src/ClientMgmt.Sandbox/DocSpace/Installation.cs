namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>
/// The portals that are tenants of one server, as those of one generation, storage and limits are taken to be. A user with
/// the same id in two of them has one budget there and one list of consents. Hold <see cref="Gate"/> while using any of it.
/// </summary>
internal sealed class Installation(DocSpaceLimits limits, TimeProvider clock)
{
    private readonly List<PortalState> _portals = [];

    public Lock Gate { get; } = new();

    public RateLimits Limits { get; } = new(limits, clock);

    public IReadOnlyList<PortalState> Portals => _portals;

    public void Add(PortalState portal) => _portals.Add(portal);
}
