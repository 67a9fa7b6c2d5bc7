using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using ClientMgmt.Sandbox.Time;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>Everything that one portal stores. Hold <see cref="Gate"/> while using it.</summary>
internal sealed class PortalState(DocSpacePortalOptions options, ShiftedClock clock)
{
    private readonly Dictionary<string, JsonObject> _clients = [];
    private readonly Dictionary<string, long> _createdOn = [];
    private long _lastTime;
    private int _extraNanoseconds;

    public Lock Gate { get; } = new();

    public DocSpacePortalOptions Options { get; } = options;

    public Traits Traits { get; } = Traits.Of(options.Generation);

    public bool IsSaas => Options.Storage == DocSpaceStorage.Saas;

    public ShiftedClock Clock { get; } = clock;

    public SigningKey SigningKey { get; private set; } = new();

    public List<Consent> Consents { get; } = [];

    public RateLimits Limits { get; private set; } = new(options.Limits, clock.Unshifted);

    public ReadCache Cache { get; } = new(clock.Unshifted);

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

    /// <summary>A time after every earlier one, unless the clock is put back: microseconds on self-hosted MySQL, nanoseconds on SaaS.</summary>
    public long NextTime()
    {
        long step = IsSaas ? 1 : 1000;
        long now = Timestamp.Of(Clock.Unshifted.GetUtcNow());
        now = IsSaas ? now + (++_extraNanoseconds % 99) + 1 : now - (now % step);
        _lastTime = Math.Max(now, _lastTime + step);

        // The clock is put wrong only here, so that putting it back does not stop the time.
        long offset = Clock.Offset.Ticks * TimeSpan.NanosecondsPerTick;
        return _lastTime + offset - (offset % step);
    }

    public string Write(long time) => Timestamp.Write(time, Options.UtcOffset);

    public void RenewSigningKey() => SigningKey = new SigningKey();

    public void Clear()
    {
        _clients.Clear();
        _createdOn.Clear();
        Consents.Clear();
        Cache.Clear();
        Limits = new RateLimits(Options.Limits, Clock.Unshifted);
    }

    public DocSpaceUser? User(string id) =>
        Options.Users.FirstOrDefault(u => string.Equals(u.Id, id, StringComparison.OrdinalIgnoreCase));
}
