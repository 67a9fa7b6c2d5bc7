using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using ClientMgmt.Sandbox.Time;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>Everything that one portal stores. Hold <see cref="Gate"/> while using it.</summary>
internal sealed class PortalState
{
    private readonly Dictionary<string, JsonObject> _clients = [];
    private readonly Dictionary<string, long> _createdOn = [];
    private readonly Dictionary<string, long> _versions = [];
    private readonly PortalTime _time;
    private long _version;
    private int _turns;

    private PortalState(DocSpacePortalOptions options, ShiftedClock clock, Installation installation)
    {
        Options = options;
        Traits = Traits.Of(options.Generation);
        Clock = clock;
        Installation = installation;
        Cache = new ReadCache(clock.Unshifted);
        _time = new PortalTime(options, clock);
        installation.Add(this);
    }

    public Installation Installation { get; }

    public Lock Gate => Installation.Gate;

    public DocSpacePortalOptions Options { get; }

    public Traits Traits { get; }

    public bool IsSaas => Options.Storage == DocSpaceStorage.Saas;

    public ShiftedClock Clock { get; }

    public SigningKey SigningKey { get; private set; } = new();

    public List<Consent> Consents { get; } = [];

    public RateLimits Limits => Installation.Limits;

    public ReadCache Cache { get; }

    public IReadOnlyDictionary<string, JsonObject> Clients => _clients;

    public static PortalState[] Of(IEnumerable<DocSpacePortalOptions> portals, ShiftedClock clock)
    {
        var installations = new Dictionary<object, Installation>();
        return [.. portals.Select(options =>
        {
            object key = (options.Generation, options.Storage, options.Limits);
            if (!installations.TryGetValue(key, out Installation? installation))
                installations[key] = installation = new Installation(options.Limits, clock.Unshifted);
            return new PortalState(options, clock, installation);
        })];
    }

    public JsonObject? Find(string id) => _clients.GetValueOrDefault(id);

    /// <summary>The time that orders lists; a planted client without a readable one is the oldest.</summary>
    public long CreatedOn(string id) => _createdOn[id];

    /// <summary>Changes with every write to a client, and is 0 when there is none.</summary>
    public long Version(string id) => _versions.GetValueOrDefault(id);

    public void Put(string id, JsonObject client)
    {
        _clients[id] = client;
        _createdOn[id] = Timestamp.Parse(client["created_on"].AsText()) ?? long.MinValue;
        Changed(id);
    }

    public void Changed(string id) => _versions[id] = ++_version;

    /// <summary>Removes a client alone.</summary>
    public bool Remove(string id)
    {
        _createdOn.Remove(id);
        _versions.Remove(id);
        return _clients.Remove(id);
    }

    /// <summary>Removes what users of any tenant have granted to a client.</summary>
    public void RemoveConsents(string id)
    {
        foreach (PortalState portal in Installation.Portals)
            portal.Consents.RemoveAll(c => c.ClientId == id);
    }

    public long NextTime() => _time.Next();

    public long Stored(long time) => _time.Stored(time);

    public string Write(long time) => Timestamp.Write(time, Options.UtcOffset);

    /// <summary>A number that is another one each time, for what the server has no order for.</summary>
    public int Turn() => _turns++;

    public void RenewSigningKey() => SigningKey = new SigningKey();

    public void Clear()
    {
        foreach (string id in _clients.Keys)
            Remove(id);
        Consents.Clear();
        Cache.Clear();
        Limits.Clear();
    }

    public KeptPortal Keep() => new(
        Options.Name, Options.TenantId, _time.Last, [.. _clients.Select(c => new KeptClient(c.Key, c.Value))], Consents);

    public void Restore(KeptPortal kept)
    {
        _time.Last = kept.LastTime;
        foreach (KeptClient client in kept.Clients)
            Put(client.Id, client.Client);
        Consents.AddRange(kept.Consents);
    }

    public DocSpaceUser? User(string id) =>
        Options.Users.FirstOrDefault(u => string.Equals(u.Id, id, StringComparison.OrdinalIgnoreCase));
}
