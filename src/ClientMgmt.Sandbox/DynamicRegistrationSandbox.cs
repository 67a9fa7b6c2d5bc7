using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.DynamicRegistration;

namespace ClientMgmt.Sandbox;

/// <summary>The state of the server of dynamic client registration, to look at, to prepare and to switch.</summary>
public sealed class DynamicRegistrationSandbox
{
    private readonly ServerState _server;
    private readonly Func<Uri> _baseAddress;

    internal DynamicRegistrationSandbox(ServerState server, Func<Uri> baseAddress)
    {
        _server = server;
        _baseAddress = baseAddress;
    }

    /// <summary>The issuer: its metadata documents say where the rest is.</summary>
    public Uri Issuer => new(_baseAddress(), Addresses.IssuerPath);

    /// <summary>The registration endpoint.</summary>
    public Uri RegistrationEndpoint => new(_baseAddress(), $"{Addresses.IssuerPath}/{Behavior.EndpointPath}");

    /// <summary>The switches. What is stored stays when they are changed; a reset brings those of the options back.</summary>
    public DynamicRegistrationBehavior Behavior
    {
        get => Locked(() => _server.Behavior);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Locked(() => _server.Behavior = value);
        }
    }

    /// <summary>The number of clients.</summary>
    public int Count => Locked(() => _server.Clients.Count);

    /// <summary>The ids of the clients, in the order of their registration.</summary>
    public IReadOnlyList<string> ClientIds => Locked<IReadOnlyList<string>>(() => [.. _server.Clients.Select(client => client.Id)]);

    /// <summary>A copy of the metadata of a client as they are stored, what is never shown included, or null when there is none.</summary>
    /// <param name="clientId">The client.</param>
    public JsonObject? FindClient(string clientId) => Locked(() => _server.Find(clientId)?.Metadata.DeepClone() as JsonObject);

    /// <summary>The secret of a client; null when there is no client, or it has none.</summary>
    /// <param name="clientId">The client.</param>
    public string? FindSecret(string clientId) => Locked(() => _server.Find(clientId)?.Secret);

    /// <summary>The registration access token of a client that lives; null when there is no client, or it has none.</summary>
    /// <param name="clientId">The client.</param>
    public string? FindToken(string clientId) => Locked(() => _server.Find(clientId)?.Token);

    /// <summary>Replaces the metadata of a client by exactly what is given, without any check; its secret and token stay.</summary>
    /// <param name="clientId">The client.</param>
    /// <param name="metadata">The metadata; a copy is stored.</param>
    /// <exception cref="ArgumentException">There is no such client.</exception>
    public void PutMetadata(string clientId, JsonObject metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        Locked(() => Client(clientId).Metadata = (JsonObject)metadata.DeepClone());
    }

    /// <summary>Adds clients, named "Client 1" and so on, with one redirect URI each, and returns their ids. No limit applies.</summary>
    /// <param name="count">How many.</param>
    public IReadOnlyList<string> Seed(int count) => Locked<IReadOnlyList<string>>(() => [.. Enumerable.Range(1, count).Select(Add)]);

    /// <summary>Removes a client. Its registration access token is that of a client that is gone then.</summary>
    /// <param name="clientId">The client.</param>
    /// <returns>Whether it was there.</returns>
    public bool RemoveClient(string clientId) => Locked(() => _server.Remove(clientId));

    /// <summary>Disables a client, whose registration access token opens nothing then, or enables it again.</summary>
    /// <param name="clientId">The client.</param>
    /// <param name="enabled">Whether it is to be enabled.</param>
    /// <exception cref="ArgumentException">There is no such client.</exception>
    public void SetEnabled(string clientId, bool enabled) => Locked(() => Client(clientId).Enabled = enabled);

    /// <summary>Gives a client a new registration access token, as an administrator does; the old one is void.</summary>
    /// <param name="clientId">The client.</param>
    /// <returns>The token.</returns>
    /// <exception cref="ArgumentException">There is no such client.</exception>
    public string RenewToken(string clientId) => Locked(() =>
    {
        _server.RenewToken(Client(clientId));
        return Client(clientId).Token!;
    });

    /// <summary>Issues a new initial access token, as good as those of the options.</summary>
    public string IssueInitialAccessToken() => Locked(_server.IssueInitialToken);

    internal DynamicRegistrationOptions Options => _server.Options;

    internal void Clear() => Locked(() =>
    {
        _server.Clear();
        return _server.Behavior = _server.Options.Behavior;
    });

    private string Add(int number)
    {
        string id = Generated.Id();
        RegisteredClient client = CreateEndpoint.Add(
            _server,
            id,
            new JsonObject
            {
                ["client_name"] = string.Create(CultureInfo.InvariantCulture, $"Client {number}"),
                ["redirect_uris"] = new JsonArray("https://client.example/cb"),
                ["grant_types"] = new JsonArray("authorization_code"),
                ["response_types"] = new JsonArray("code"),
                ["token_endpoint_auth_method"] = "client_secret_basic",
            },
            isPlain: false);
        _server.RenewSecret(client);
        return id;
    }

    private RegisteredClient Client(string clientId) => _server.Find(clientId)
        ?? throw new ArgumentException($"The registration server has no client '{clientId}'.", nameof(clientId));

    private T Locked<T>(Func<T> read)
    {
        lock (_server.Gate)
            return read();
    }
}
