using System.Reflection;
using ClientMgmt.Http;
using ClientMgmt.Mapping;

namespace ClientMgmt;

/// <summary>
/// The base of all adapters. Each overrides what its backend can do; what it does not override is not supported, and
/// the capabilities are read off just that.
/// </summary>
internal abstract class ClientManagementBase : IClientManagement
{
    public abstract string Provider { get; }

    public abstract Capabilities Capabilities { get; }

    /// <summary>Why an operation is not supported, or what limits it.</summary>
    protected abstract IReadOnlyDictionary<ClientOperation, string> Remarks { get; }

    public abstract Task<OAuthClient> GetAsync(string clientId, CancellationToken cancellationToken = default);

    public abstract IAsyncEnumerable<OAuthClient> ListAsync(
        ClientListOptions? options = null, CancellationToken cancellationToken = default);

    public abstract Task<OAuthClient> CreateAsync(ClientMetadata metadata, CancellationToken cancellationToken = default);

    public abstract Task<OAuthClient> UpdateAsync(
        string clientId, Func<ClientMetadata, ClientMetadata> change, CancellationToken cancellationToken = default);

    public abstract Task DeleteAsync(string clientId, CancellationToken cancellationToken = default);

    public abstract Task EnableAsync(string clientId, CancellationToken cancellationToken = default);

    public abstract Task DisableAsync(string clientId, CancellationToken cancellationToken = default);

    public abstract Task<Secret> RotateSecretAsync(string clientId, CancellationToken cancellationToken = default);

    public virtual Task SetSecretAsync(string clientId, Secret secret, CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.SetSecret);

    public virtual IAsyncEnumerable<AuthorizedClient> ListAuthorizedClientsAsync(
        string? subject, ClientListOptions? options = null, CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.ListAuthorizedClients);

    public virtual Task UpdateAuthorizationAsync(
        string clientId, string? subject, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.UpdateAuthorization);

    public virtual Task RevokeAuthorizationAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.RevokeAuthorization);

    public virtual Task<GrantedScopes> GetGrantedScopesAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.GetGrantedScopes);

    public virtual Task DeleteGrantedScopesAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.DeleteGrantedScopes);

    public virtual Task<IReadOnlyList<string>?> GetRequestableScopesAsync(
        string clientId, CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.GetRequestableScopes);

    public virtual Task<IReadOnlyList<string>?> SetRequestableScopesAsync(
        string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.SetRequestableScopes);

    public virtual Task ClearRequestableScopesAsync(string clientId, CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.ClearRequestableScopes);

    public virtual Task<IReadOnlyList<OAuthScope>> ListScopesAsync(CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.ListScopes);

    public virtual Task<OAuthClient> GetInfoAsync(string clientId, CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.GetInfo);

    public virtual IAsyncEnumerable<OAuthClient> ListInfoAsync(CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.ListInfo);

    public virtual Task<OAuthClient> GetPublicInfoAsync(string clientId, CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.GetPublicInfo);

    public virtual Task DeleteAllOwnClientsAsync(CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.DeleteAllOwnClients);

    public virtual Task DeleteAllTenantClientsAsync(CancellationToken cancellationToken = default) =>
        throw NotSupported(ClientOperation.DeleteAllTenantClients);

    /// <param name="map">The table of the backend.</param>
    /// <param name="missing">Operations that the adapter has, but this very server has not.</param>
    protected Capabilities Describe(MetadataMap map, params ClientOperation[] missing) => new(
        Enum.GetValues<ClientOperation>().Select(operation => new OperationCapability(
            operation,
            IsOverridden(operation) && !missing.Contains(operation),
            Remarks.GetValueOrDefault(operation))),
        map.Rows.Select(row => row.Capability));

    protected OperationNotSupportedException NotSupported(ClientOperation operation) => new(new ClientManagementError
    {
        Provider = Provider,
        Operation = operation,
        Summary = $"not supported: {Remarks.GetValueOrDefault(operation, "the backend has no such operation.")}",
    });

    private bool IsOverridden(ClientOperation operation)
    {
        MethodInfo method = GetType().GetMethod($"{operation}Async")
            ?? throw new MissingMethodException(nameof(IClientManagement), $"{operation}Async");
        return method.DeclaringType != typeof(ClientManagementBase);
    }
}
