using System.Runtime.CompilerServices;

namespace ClientMgmt.Tests.Manifests;

/// <summary>A provider in memory, as a user of the package writes one for tests of a program that keeps clients as files.</summary>
internal sealed class FakeClients(string provider = "fake", Capabilities? capabilities = null)
    : IClientManagement, IGrants, IScopes, IConsentViews, IBulkDeletion
{
    private static readonly ClientOperation[] s_operations =
        [ClientOperation.Get, ClientOperation.List, ClientOperation.Create, ClientOperation.Update, ClientOperation.Delete];

    private readonly Lock _lock = new();
    private readonly List<OAuthClient> _clients = [];
    private readonly List<string> _calls = [];
    private int _lastId;

    public string Provider => provider;

    public Capabilities Capabilities { get; init; } = capabilities ?? new Capabilities(
        Operations(), [new MetadataCapability("client_name") { RequiredAtCreation = true }, new MetadataCapability("client_uri")]);

    /// <summary>What was called since the last <see cref="ClearCalls"/>, such as <c>list</c> and <c>get 1</c>.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    /// <summary>The error of a call, which is told as in <see cref="Calls"/>; null, the default, if it does not fail.</summary>
    public Func<string, Exception?> ErrorOf { get; set; } = _ => null;

    /// <summary>What a list shows of a client. By default everything.</summary>
    public Func<OAuthClient, OAuthClient> Listed { get; init; } = client => client;

    /// <summary>What is stored of a client that is created or updated. By default everything.</summary>
    public Func<OAuthClient, OAuthClient> Stored { get; set; } = client => client;

    /// <summary>The clients that a list can only name.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    public IReadOnlyList<OAuthScope> KnownScopes { get; init; } = [];

    public IGrants Grants => this;

    public IScopes Scopes => this;

    public IConsentViews ConsentViews => this;

    public IBulkDeletion BulkDeletion => this;

    /// <summary>The operations of a simple provider, and more.</summary>
    public static IEnumerable<OperationCapability> Operations(params ClientOperation[] more) =>
        s_operations.Concat(more).Select(operation => new OperationCapability(operation, Supported: true));

    /// <summary>Puts clients there as they are; a list shows them in this order.</summary>
    public FakeClients Put(params IEnumerable<OAuthClient> clients)
    {
        foreach (OAuthClient client in clients)
        {
            Store(client);
        }

        return this;
    }

    public void ClearCalls() => _calls.Clear();

    public Task<OAuthClient> GetAsync(string clientId, CancellationToken cancellationToken = default) => CallAsync($"get {clientId}", () => Find(clientId));

    public async IAsyncEnumerable<OAuthClient> ListAsync(
        ClientListOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (string id in Unreadable)
        {
            options!.OnUnreadable!(id, new ClientNotFoundException(Error()));
        }

        foreach (OAuthClient client in await CallAsync("list", () => _clients.ToArray()))
        {
            yield return Listed(client);
        }
    }

    public async Task<ClientPage> ListPageAsync(ClientListOptions? options = null, CancellationToken cancellationToken = default) =>
        new ClientPage { Clients = await ListAsync(options, cancellationToken).ToListAsync(cancellationToken) };

    public Task<OAuthClient> CreateAsync(ClientMetadata metadata, CancellationToken cancellationToken = default) => CallAsync(
        $"create {metadata.ClientName}",
        () => Store(Stored(new OAuthClient { ClientId = $"{++_lastId}", ClientSecret = new Secret("s3cret"), Enabled = true, Metadata = metadata })));

    public Task<OAuthClient> UpdateAsync(
        string clientId, Func<ClientMetadata, ClientMetadata> change, CancellationToken cancellationToken = default) =>
        CallAsync($"update {clientId}", () => Store(Stored(Find(clientId) with { Metadata = change(Find(clientId).Metadata) })));

    public Task DeleteAsync(string clientId, CancellationToken cancellationToken = default) =>
        CallAsync($"delete {clientId}", () => _clients.Remove(Find(clientId)));

    public Task EnableAsync(string clientId, CancellationToken cancellationToken = default) =>
        CallAsync($"enable {clientId}", () => Store(Find(clientId) with { Enabled = true }));

    public Task DisableAsync(string clientId, CancellationToken cancellationToken = default) =>
        CallAsync($"disable {clientId}", () => Store(Find(clientId) with { Enabled = false }));

    public Task SetSecretAsync(string clientId, Secret secret, CancellationToken cancellationToken = default) =>
        CallAsync($"set_secret {clientId}", () => Store(Find(clientId) with { ClientSecret = secret }));

    public Task<Secret> RotateSecretAsync(string clientId, CancellationToken cancellationToken = default) => throw Unsupported();

    public IAsyncEnumerable<AuthorizedClient> ListAuthorizedClientsAsync(
        string? subject, ClientListOptions? options = null, CancellationToken cancellationToken = default) => throw Unsupported();

    public Task UpdateAuthorizationAsync(
        string clientId, string subject, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default) => throw Unsupported();

    public Task RevokeAuthorizationAsync(string clientId, string? subject, CancellationToken cancellationToken = default) => throw Unsupported();

    public Task<GrantedScopes> GetGrantedScopesAsync(string clientId, string? subject, CancellationToken cancellationToken = default) =>
        throw Unsupported();

    public Task DeleteGrantedScopesAsync(string clientId, string subject, CancellationToken cancellationToken = default) => throw Unsupported();

    public Task<IReadOnlyList<OAuthScope>> ListScopesAsync(CancellationToken cancellationToken = default) => Task.FromResult(KnownScopes);

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

    private static NotSupportedException Unsupported() => new("The fake does not do this.");

    private static ClientManagementError Error() =>
        new() { Provider = "fake", Operation = ClientOperation.Get, Attempts = 1, Summary = "There is no such client." };

    private int IndexOf(string clientId) => _clients.FindIndex(c => Capabilities.ClientIdComparer.Equals(c.ClientId, clientId));

    private OAuthClient Find(string clientId) => IndexOf(clientId) is >= 0 and var index ? _clients[index] : throw new ClientNotFoundException(Error());

    private OAuthClient Store(OAuthClient client)
    {
        if (IndexOf(client.ClientId) is >= 0 and var index)
        {
            _clients[index] = client;
        }
        else
        {
            _clients.Add(client);
        }

        return client;
    }

    private Task<T> CallAsync<T>(string call, Func<T> answer)
    {
        lock (_lock)
        {
            _calls.Add(call);
            try
            {
                return ErrorOf(call) is { } error ? Task.FromException<T>(error) : Task.FromResult(answer());
            }
            catch (Exception e)
            {
                return Task.FromException<T>(e);
            }
        }
    }
}
