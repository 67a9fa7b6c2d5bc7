using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>Everything that one portal stores. Hold <see cref="Gate"/> while using it.</summary>
internal sealed class PortalState(DocSpacePortalOptions options, TimeProvider clock)
{
    private readonly Dictionary<string, JsonObject> _clients = [];
    private readonly Dictionary<string, long> _createdOn = [];
    private long _lastTime;
    private int _extraNanoseconds;

    public Lock Gate { get; } = new();

    public DocSpacePortalOptions Options { get; } = options;

    public Traits Traits { get; } = Traits.Of(options.Generation);

    public bool IsSaas => Options.Storage == DocSpaceStorage.Saas;

    public TimeProvider Clock { get; } = clock;

    public SigningKey SigningKey { get; private set; } = new();

    public List<Consent> Consents { get; } = [];

    public RateLimits Limits { get; private set; } = new(options.Limits, clock);

    public ReadCache Cache { get; } = new(clock);

    public IReadOnlyDictionary<string, JsonObject> Clients => _clients;

    public JsonObject? Find(string id) => _clients.GetValueOrDefault(id);

    /// <summary>The time that orders lists; a planted client without a readable one is the oldest.</summary>
    public long CreatedOn(string id) => _createdOn[id];

    public void Put(string id, JsonObject client)
    {
        _clients[id] = client;
        _createdOn[id] = Timestamp.Parse(client["created_on"].AsText()) ?? long.MinValue;
    }

    public bool Remove(string id)
    {
        if (!Options.ConsentsOutliveClients)
            Consents.RemoveAll(c => c.ClientId == id);
        _createdOn.Remove(id);
        return _clients.Remove(id);
    }

    /// <summary>A time after every earlier one: microseconds on self-hosted MySQL, nanoseconds on SaaS.</summary>
    public long NextTime()
    {
        long step = IsSaas ? 1 : 1000;
        long now = Timestamp.Of(Clock.GetUtcNow());
        now = IsSaas ? now + (++_extraNanoseconds % 99) + 1 : now - (now % step);
        return _lastTime = Math.Max(now, _lastTime + step);
    }

    public string Write(long time) => Timestamp.Write(time, Options.UtcOffset);

    public void RenewSigningKey() => SigningKey = new SigningKey();

    public void Clear()
    {
        _clients.Clear();
        _createdOn.Clear();
        Consents.Clear();
        Cache.Clear();
        Limits = new RateLimits(Options.Limits, Clock);
    }

    public DocSpaceUser? User(string id) =>
        Options.Users.FirstOrDefault(u => string.Equals(u.Id, id, StringComparison.OrdinalIgnoreCase));
}
