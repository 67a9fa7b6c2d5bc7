using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>Everything that one service stores. Hold <see cref="Gate"/> while using it.</summary>
internal sealed class ServiceState(AuthleteServiceOptions options, int serviceNumber, TimeProvider clock)
{
    private readonly Dictionary<long, JsonObject> _clients = [];
    private readonly List<long> _order = [];
    private int _lastNumber = 1000;

    public Lock Gate { get; } = new();

    public AuthleteServiceOptions Options { get; } = options;

    public AuthleteBehavior Behavior => Options.Behavior;

    public bool IsV3 => Options.Version == AuthleteVersion.V3;

    public int ServiceNumber { get; } = serviceNumber;

    public long ServiceKey { get; } = long.Parse(options.ServiceId, NumberStyles.None, CultureInfo.InvariantCulture);

    public bool KeepsUnknown => Behavior.KeepUnknown || Behavior.FutureProperties;

    public List<IssuedToken> Tokens { get; } = [];

    public List<GrantedScopes> Granted { get; } = [];

    public long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public int Count => _clients.Count;

    public IEnumerable<KeyValuePair<long, JsonObject>> Clients =>
        (Behavior.NewestFirst ? _order.AsEnumerable().Reverse() : _order).Select(id => KeyValuePair.Create(id, _clients[id]));

    public JsonObject? Find(long id) => _clients.GetValueOrDefault(id);

    /// <summary>The id that a path segment names: decimal id first, then, where it counts, an alias.</summary>
    public long? Resolve(string identifier, bool alias)
    {
        if (long.TryParse(identifier, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && _clients.ContainsKey(id))
            return id;
        return alias && AliasOwner(identifier) is { } owner ? owner : null;
    }

    public long? AliasOwner(string alias, long? except = null)
    {
        foreach ((long id, JsonObject client) in _clients)
        {
            if (id != except && AliasCounts(client) && client["clientIdAlias"].AsText() == alias)
                return id;
        }

        return null;
    }

    public void Put(long id, JsonObject client)
    {
        if (_clients.TryAdd(id, client))
            _order.Add(id);
        else
            _clients[id] = client;
    }

    public bool Remove(long id)
    {
        Tokens.RemoveAll(t => t.ClientId == id);
        Granted.RemoveAll(g => g.ClientId == id);
        return _clients.Remove(id) && _order.Remove(id);
    }

    public int NextNumber() => ++_lastNumber;

    public GrantedScopes? Record(long clientId, string subject) =>
        Granted.Find(g => g.ClientId == clientId && g.Subject == subject);

    public void AddGrant(long clientId, string subject, IReadOnlyList<string> scopes)
    {
        Tokens.Add(new IssuedToken(clientId, subject) { Scopes = scopes });
        GrantedScopes? old = Record(clientId, subject);
        if (old is not null)
            Granted.Remove(old);
        Granted.Add(new GrantedScopes(clientId, subject, scopes, [.. (old?.Merged ?? []).Union(scopes)], Now));
    }

    public void Clear()
    {
        _clients.Clear();
        _order.Clear();
        Tokens.Clear();
        Granted.Clear();
    }

    public KeptService Keep() => new(
        Options.ServiceId, Options.Version, _lastNumber, [.. _order.Select(id => new KeptClient(id, _clients[id]))], Tokens, Granted);

    public void Restore(KeptService kept)
    {
        _lastNumber = kept.LastNumber;
        foreach (KeptClient client in kept.Clients)
            Put(client.Id, client.Client);
        Tokens.AddRange(kept.Tokens);
        Granted.AddRange(kept.Granted);
    }

    // v3 has aliases always on; v2 wants both the client's and the service's consent.
    private bool AliasCounts(JsonObject client) =>
        IsV3 || (Options.ClientIdAliasEnabled && client["clientIdAliasEnabled"].AsFlag() == true);
}
