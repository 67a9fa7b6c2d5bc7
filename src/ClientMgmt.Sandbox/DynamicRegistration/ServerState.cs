using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>Everything that the registration server stores. Hold <see cref="Gate"/> while using it.</summary>
internal sealed class ServerState(DynamicRegistrationOptions options, TimeProvider clock)
{
    private readonly Dictionary<string, RegisteredClient> _clients = [];
    private readonly Dictionary<string, int> _initialTokens = options.InitialAccessTokens.ToDictionary(token => token, _ => 0);
    private readonly HashSet<string> _tokensOfGone = [];
    private readonly List<DateTimeOffset> _registrations = [];

    public Lock Gate { get; } = new();

    public DynamicRegistrationOptions Options { get; } = options;

    public DynamicRegistrationBehavior Behavior { get; set; } = options.Behavior;

    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyCollection<RegisteredClient> Clients => _clients.Values;

    public RegisteredClient? Find(string id) => _clients.GetValueOrDefault(id);

    public RegisteredClient? OfToken(string token) => _clients.Values.FirstOrDefault(client => BasicCredentials.Same(client.Token, token));

    public bool IsOfGone(string token) => _tokensOfGone.Contains(token);

    public bool IsManagement(string token) =>
        Behavior.ManagementTokenAccepted && Options.ManagementTokens.Any(known => BasicCredentials.Same(known, token));

    public RegisteredClient Add(string id, JsonObject metadata)
    {
        var client = new RegisteredClient(id) { Metadata = metadata, IssuedAt = Now.ToUnixTimeSeconds() };
        _clients[id] = client;
        return client;
    }

    public bool Remove(string id)
    {
        if (!_clients.Remove(id, out RegisteredClient? client))
            return false;
        if (client.Token is not null)
            _tokensOfGone.Add(client.Token);
        return true;
    }

    public void RenewToken(RegisteredClient client) => (client.Token, client.TokenIssuedAt) = (Generated.Token(), Now);

    public void RenewSecret(RegisteredClient client)
    {
        client.Secret = Generated.Secret();
        client.SecretExpiresAt = Behavior.SecretLifetime is { } lifetime ? (Now + lifetime).ToUnixTimeSeconds() : 0;
    }

    /// <summary>How often an initial access token was used; null when it is none.</summary>
    public int? Uses(string initialToken) => _initialTokens.TryGetValue(initialToken, out int uses) ? uses : null;

    public void Use(string initialToken) => _initialTokens[initialToken]++;

    public string IssueInitialToken()
    {
        string token = Generated.Token();
        _initialTokens[token] = 0;
        return token;
    }

    /// <summary>Counts a registration; false when there were too many within an hour.</summary>
    public bool Registers()
    {
        _registrations.RemoveAll(time => time <= Now - TimeSpan.FromHours(1));
        if (_registrations.Count >= Behavior.RegistrationsPerHour)
            return false;
        _registrations.Add(Now);
        return true;
    }

    public KeptRegistrations Keep() => new([.. _clients.Values], _initialTokens, _tokensOfGone);

    public void Restore(KeptRegistrations kept)
    {
        foreach (RegisteredClient client in kept.Clients)
            _clients[client.Id] = client;
        foreach ((string token, int uses) in kept.InitialTokenUses)
            _initialTokens[token] = uses;
        _tokensOfGone.UnionWith(kept.TokensOfGone);
    }

    public void Clear()
    {
        _clients.Clear();
        _tokensOfGone.Clear();
        _registrations.Clear();
        _initialTokens.Clear();
        foreach (string token in Options.InitialAccessTokens)
            _initialTokens[token] = 0;
    }
}
