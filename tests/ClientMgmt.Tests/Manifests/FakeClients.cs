using System.Collections.Concurrent;

namespace ClientMgmt.Tests.Manifests;

/// <summary>A provider in memory, as a user of the package writes one for tests of a program that keeps clients as files.</summary>
internal sealed class FakeClients : IClientManagement, IGrants, IScopes, IConsentViews, IBulkDeletion
{
    private readonly ConcurrentDictionary<string, OAuthClient> _clients = [];
    private int _lastId;

    public string Provider => "fake";

    public Capabilities Capabilities { get; init; } = new(
        new[] { ClientOperation.Get, ClientOperation.List, ClientOperation.Create, ClientOperation.Update, ClientOperation.Delete }
            .Select(operation => new OperationCapability(operation, Supported: true)),
        [new MetadataCapability("client_name") { RequiredAtCreation = true }, new MetadataCapability("client_uri")]);

    /// <summary>What the server makes of a client that it is to store.</summary>
    public Func<OAuthClient, OAuthClient> Stores { get; set; } = client => client;

    public IGrants Grants => this;

    public IScopes Scopes => this;

    public IConsentViews ConsentViews => this;

    public IBulkDeletion BulkDeletion => this;

    public Task<OAuthClient> GetAsync(string clientId, CancellationToken cancellationToken = default) => Task.FromResult(_clients[clientId]);

    public IAsyncEnumerable<OAuthClient> ListAsync(ClientListOptions? options = null, CancellationToken cancellationToken = default) =>
        _clients.Values.ToArray().ToAsyncEnumerable();

    public Task<ClientPage> ListPageAsync(ClientListOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ClientPage { Clients = [.. _clients.Values] });

    public Task<OAuthClient> CreateAsync(ClientMetadata metadata, CancellationToken cancellationToken = default) =>
        Store(new OAuthClient { ClientId = $"{Interlocked.Increment(ref _lastId)}", ClientSecret = new Secret("s3cret"), Enabled = true, Metadata = metadata });

    public Task<OAuthClient> UpdateAsync(
        string clientId, Func<ClientMetadata, ClientMetadata> change, CancellationToken cancellationToken = default) =>
        Store(_clients[clientId] with { Metadata = change(_clients[clientId].Metadata) });

    public Task DeleteAsync(string clientId, CancellationToken cancellationToken = default) => Task.FromResult(_clients.TryRemove(clientId, out _));

    public Task EnableAsync(string clientId, CancellationToken cancellationToken = default) =>
        Store(_clients[clientId] with { Enabled = true });

    public Task DisableAsync(string clientId, CancellationToken cancellationToken = default) =>
        Store(_clients[clientId] with { Enabled = false });

    public Task<Secret> RotateSecretAsync(string clientId, CancellationToken cancellationToken = default) => throw Unsupported();

    public Task SetSecretAsync(string clientId, Secret secret, CancellationToken cancellationToken = default) => throw Unsupported();

    public IAsyncEnumerable<AuthorizedClient> ListAuthorizedClientsAsync(
        string? subject, ClientListOptions? options = null, CancellationToken cancellationToken = default) => throw Unsupported();

    public Task UpdateAuthorizationAsync(
        string clientId, string subject, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default) => throw Unsupported();

    public Task RevokeAuthorizationAsync(string clientId, string? subject, CancellationToken cancellationToken = default) => throw Unsupported();

    public Task<GrantedScopes> GetGrantedScopesAsync(string clientId, string? subject, CancellationToken cancellationToken = default) =>
        throw Unsupported();

    public Task DeleteGrantedScopesAsync(string clientId, string subject, CancellationToken cancellationToken = default) => throw Unsupported();

    public Task<IReadOnlyList<OAuthScope>> ListScopesAsync(CancellationToken cancellationToken = default) => throw Unsupported();

    public Task<IReadOnlyList<string>?> GetRequestableScopesAsync(string clientId, CancellationToken cancellationToken = default) =>
        throw Unsupported();

    public Task<IReadOnlyList<string>?> SetRequestableScopesAsync(
        string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default) => throw Unsupported();

    public Task ClearRequestableScopesAsync(string clientId, CancellationToken cancellationToken = default) => throw Unsupported();

    public Task<OAuthClient> GetInfoAsync(string clientId, CancellationToken cancellationToken = default) => throw Unsupported();

    public IAsyncEnumerable<OAuthClient> ListInfoAsync(CancellationToken cancellationToken = default) => throw Unsupported();

    public Task<OAuthClient> GetPublicInfoAsync(string clientId, CancellationToken cancellationToken = default) => throw Unsupported();

    public Task DeleteAllOwnClientsAsync(CancellationToken cancellationToken = default) => throw Unsupported();

    public Task DeleteAllTenantClientsAsync(CancellationToken cancellationToken = default) => throw Unsupported();

    public Task<OAuthClient> Store(OAuthClient client)
    {
        try
        {
            return Task.FromResult(_clients[client.ClientId] = Stores(client));
        }
        catch (ClientManagementException e)
        {
            return Task.FromException<OAuthClient>(e);
        }
    }

    private static NotSupportedException Unsupported() => new("The fake does not do this.");
}
