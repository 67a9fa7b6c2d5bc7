using System.Reflection;
using System.Text.Json;
using ClientMgmt.Http;
using ClientMgmt.Mapping;
using ClientMgmt.Serialization;

namespace ClientMgmt;

/// <summary>
/// The base of all adapters: how a client is read, created and changed by way of the mapping table. Each adapter
/// overrides what its backend can do; what it does not override is not supported, and the capabilities are read off
/// just that.
/// </summary>
/// <typeparam name="TApi">The generated client, or the interface that several of them share.</typeparam>
/// <param name="api">Runs the calls.</param>
/// <param name="map">The table of the backend.</param>
/// <param name="capabilities">What <see cref="Describe"/> says of the adapter, made when somebody asks.</param>
internal abstract partial class ClientManagementBase<TApi>(ApiCaller<TApi> api, MetadataMap map, Lazy<Capabilities> capabilities)
    : IClientManagement
{
    private Func<ApiCall, ClientManagementException, CancellationToken, Task<ClientManagementException?>>? _explain;

    public string Provider => api.Provider;

    public Capabilities Capabilities => capabilities.Value;

    protected ApiCaller<TApi> Api => api;

    protected MetadataMap Map => map;

    /// <summary>Ids that would be taken for a part of the API's paths.</summary>
    protected abstract IReadOnlyCollection<string> ReservedIds { get; }

    public async Task<OAuthClient> GetAsync(string clientId, CancellationToken cancellationToken = default) => ToClient(
        ClientOperation.Get, await ReadAsync(ClientOperation.Get, clientId, cancellationToken).ConfigureAwait(false));

    public abstract IAsyncEnumerable<OAuthClient> ListAsync(
        ClientListOptions? options = null, CancellationToken cancellationToken = default);

    public async Task<OAuthClient> CreateAsync(ClientMetadata metadata, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        IReadOnlyList<MetadataChange> changes = Map.Compare(new ClientMetadata(), metadata);
        MetadataGuard.EnsureCreatable(Map, Provider, changes);
        JsonElement created = await SendCreateAsync(changes, cancellationToken).ConfigureAwait(false);
        return ToClient(ClientOperation.Create, created);
    }

    public Task<OAuthClient> UpdateAsync(
        string clientId, Func<ClientMetadata, ClientMetadata> change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return UpdateAsync(ClientOperation.Update, clientId, change, cancellationToken);
    }

    public abstract Task DeleteAsync(string clientId, CancellationToken cancellationToken = default);

    public abstract Task EnableAsync(string clientId, CancellationToken cancellationToken = default);

    public abstract Task DisableAsync(string clientId, CancellationToken cancellationToken = default);

    public abstract Task<Secret> RotateSecretAsync(string clientId, CancellationToken cancellationToken = default);

    public virtual Task SetSecretAsync(string clientId, Secret secret, CancellationToken cancellationToken = default) =>
        Task.FromException(NotSupported(ClientOperation.SetSecret));

    public virtual IAsyncEnumerable<AuthorizedClient> ListAuthorizedClientsAsync(
        string? subject, ClientListOptions? options = null, CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.ListAuthorizedClients);

    public virtual Task UpdateAuthorizationAsync(
        string clientId, string subject, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default) =>
        Task.FromException(NotSupported(ClientOperation.UpdateAuthorization));

    public virtual Task RevokeAuthorizationAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default) =>
        Task.FromException(NotSupported(ClientOperation.RevokeAuthorization));

    public virtual Task<GrantedScopes> GetGrantedScopesAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default) =>
        Task.FromException<GrantedScopes>(NotSupported(ClientOperation.GetGrantedScopes));

    public virtual Task DeleteGrantedScopesAsync(
        string clientId, string subject, CancellationToken cancellationToken = default) =>
        Task.FromException(NotSupported(ClientOperation.DeleteGrantedScopes));

    public virtual Task<IReadOnlyList<string>?> GetRequestableScopesAsync(
        string clientId, CancellationToken cancellationToken = default) =>
        Task.FromException<IReadOnlyList<string>?>(NotSupported(ClientOperation.GetRequestableScopes));

    public virtual Task<IReadOnlyList<string>?> SetRequestableScopesAsync(
        string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default) =>
        Task.FromException<IReadOnlyList<string>?>(NotSupported(ClientOperation.SetRequestableScopes));

    public virtual Task ClearRequestableScopesAsync(string clientId, CancellationToken cancellationToken = default) =>
        Task.FromException(NotSupported(ClientOperation.ClearRequestableScopes));

    public virtual Task<IReadOnlyList<OAuthScope>> ListScopesAsync(CancellationToken cancellationToken = default) =>
        Task.FromException<IReadOnlyList<OAuthScope>>(NotSupported(ClientOperation.ListScopes));

    public virtual Task<OAuthClient> GetInfoAsync(string clientId, CancellationToken cancellationToken = default) =>
        Task.FromException<OAuthClient>(NotSupported(ClientOperation.GetInfo));

    public virtual IAsyncEnumerable<OAuthClient> ListInfoAsync(CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.ListInfo);

    public virtual Task<OAuthClient> GetPublicInfoAsync(string clientId, CancellationToken cancellationToken = default) =>
        Task.FromException<OAuthClient>(NotSupported(ClientOperation.GetPublicInfo));

    public virtual Task DeleteAllOwnClientsAsync(CancellationToken cancellationToken = default) =>
        Task.FromException(NotSupported(ClientOperation.DeleteAllOwnClients));

    public virtual Task DeleteAllTenantClientsAsync(CancellationToken cancellationToken = default) =>
        Task.FromException(NotSupported(ClientOperation.DeleteAllTenantClients));

    /// <summary>The same as the contract's update, for operations that are updates beneath.</summary>
    protected async Task<OAuthClient> UpdateAsync(
        ClientOperation operation,
        string clientId,
        Func<ClientMetadata, ClientMetadata> change,
        CancellationToken cancellationToken)
    {
        // No backend has conditional requests: at least the updates of this process do not overwrite each other.
        using IDisposable turn = await EnterAsync(clientId, cancellationToken).ConfigureAwait(false);
        JsonElement current = await ReadAsync(operation, clientId, cancellationToken).ConfigureAwait(false);

        // Without an id it is no client. Sent back, such an answer would clear the client that is there.
        OAuthClient client = ToClient(operation, current);
        ClientMetadata before = client.Metadata;
        ClientMetadata after = change(before)
            ?? throw new ArgumentException("The change returned null; return the metadata as it is to be.", nameof(change));
        IReadOnlyList<MetadataChange> changes = Map.Compare(before, after);
        MetadataGuard.EnsureUpdatable(Provider, operation, changes);
        return changes.Count == 0 ? client : await SettleAsync(
            async () => ToClient(
                operation, await SendUpdateAsync(operation, clientId, current, changes, cancellationToken).ConfigureAwait(false)),
            async () =>
            {
                OAuthClient now = ToClient(
                    operation, await ReadAsync(operation, clientId, cancellationToken).ConfigureAwait(false));
                return changes.All(c => MetadataMap.IsMade(c, now.Metadata)) ? now : null;
            }).ConfigureAwait(false);
    }

    /// <summary>Runs a call about one client.</summary>
    /// <exception cref="ArgumentException">The id would be taken for something else.</exception>
    protected Task<T> OnClientAsync<T>(
        ApiCall about, Func<TApi, CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        ClientIds.Check(about.ClientId!, ReservedIds);
        return api.SendAsync(about, send, _explain ??= ExplainAsync, cancellationToken);
    }

    /// <summary>The same for calls that answer nothing.</summary>
    protected Task OnClientAsync(
        ApiCall about, Func<TApi, CancellationToken, Task> send, CancellationToken cancellationToken) =>
        OnClientAsync(about, Calls.WithResult(send), cancellationToken);

    /// <summary>What an error of a call about one client really means, where that is more than its status says.</summary>
    protected abstract Task<ClientManagementException?> ExplainAsync(
        ApiCall about, ClientManagementException error, CancellationToken cancellationToken);

    /// <summary>Reads the clients that a subject has granted access to.</summary>
    protected abstract IAsyncEnumerable<AuthorizedClient> ListGrantsAsync(
        ClientOperation operation, string? subject, ClientListOptions? options, CancellationToken cancellationToken);

    /// <summary>Reads a client as the server tells it.</summary>
    protected abstract Task<JsonElement> ReadAsync(
        ClientOperation operation, string clientId, CancellationToken cancellationToken);

    /// <summary>Creates a client and returns what the server stored.</summary>
    protected abstract Task<JsonElement> SendCreateAsync(
        IReadOnlyList<MetadataChange> changes, CancellationToken cancellationToken);

    /// <summary>Sends what the backend needs to make the changes, and returns what the server stored.</summary>
    protected abstract Task<JsonElement> SendUpdateAsync(
        ClientOperation operation,
        string clientId,
        JsonElement current,
        IReadOnlyList<MetadataChange> changes,
        CancellationToken cancellationToken);

    protected abstract OAuthClient ToClient(ClientOperation operation, JsonElement document);

    /// <param name="adapter">The adapter.</param>
    /// <param name="map">The table of the backend.</param>
    /// <param name="remarks">Why an operation is not supported, or what limits it.</param>
    /// <param name="missing">Operations that the adapter has, but this very server has not.</param>
    protected static Capabilities Describe(
        Type adapter,
        MetadataMap map,
        Func<ClientOperation, string?> remarks,
        params ClientOperation[] missing) => new(
            Enum.GetValues<ClientOperation>().Select(operation => new OperationCapability(
                operation, Has(adapter, operation) && !missing.Contains(operation), remarks(operation))),
            map);

    protected OperationNotSupportedException NotSupported(ClientOperation operation) => new(new ClientManagementError
    {
        Provider = Provider,
        Operation = operation,
        Summary = $"not supported: {Capabilities.Operations[operation].Remark ?? "the backend has no such operation."}",
    });

    private static bool Has(Type adapter, ClientOperation operation)
    {
        MethodInfo method = adapter.GetMethod($"{operation}Async")
            ?? throw new MissingMethodException(nameof(IClientManagement), $"{operation}Async");
        return method.IsFinal || method.DeclaringType == adapter;
    }
}
