using System.Runtime.CompilerServices;
using ClientMgmt.Values;
using ClientMgmt.Wire;

namespace ClientMgmt.Management;

// Grants, scopes, consent views and bulk deletion.
internal sealed partial class ClientManagement : IGrants, IScopes, IConsentViews, IBulkDeletion
{
    public IAsyncEnumerable<AuthorizedClient> ListAuthorizedClientsAsync(
        string? subject, ClientListOptions? options = null, CancellationToken cancellationToken = default) => List(
            ClientOperation.ListAuthorizedClients,
            options,
            (operation, narrowed) =>
            {
                adapter.CheckSubject(operation, subject);
                return adapter.OpenGrants(operation, subject, narrowed);
            },
            cancellationToken);

    public Task UpdateAuthorizationAsync(
        string clientId, string subject, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default) =>
        RunAsync(ClientOperation.UpdateAuthorization, clientId, async operation =>
        {
            ClientIds.CheckScopes(scopes);
            adapter.CheckSubject(operation, subject);
            await adapter.UpdateAuthorizationAsync(operation, subject, scopes, cancellationToken).ConfigureAwait(false);
            return true;
        });

    public Task RevokeAuthorizationAsync(string clientId, string? subject, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            ClientOperation.RevokeAuthorization,
            clientId,
            operation => adapter.RevokeAuthorizationAsync(operation, subject, cancellationToken),
            operation => IsRevokedAsync(operation, subject, cancellationToken),
            cancellationToken,
            check: operation => adapter.CheckSubject(operation, subject));

    public Task<GrantedScopes> GetGrantedScopesAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default) =>
        RunAsync(ClientOperation.GetGrantedScopes, clientId, operation =>
        {
            adapter.CheckSubject(operation, subject);
            return adapter.GetGrantedScopesAsync(operation, subject, cancellationToken);
        });

    public Task DeleteGrantedScopesAsync(string clientId, string subject, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            ClientOperation.DeleteGrantedScopes,
            clientId,
            operation => adapter.DeleteGrantedScopesAsync(operation, subject, cancellationToken),
            async operation => await adapter.GetGrantedScopesAsync(operation, subject, cancellationToken).ConfigureAwait(false)
                is { Latest: null, Merged: null },
            cancellationToken,
            check: operation => adapter.CheckSubject(operation, subject));

    public Task<IReadOnlyList<string>?> GetRequestableScopesAsync(
        string clientId, CancellationToken cancellationToken = default) => RunAsync(
            ClientOperation.GetRequestableScopes,
            clientId,
            operation => adapter.GetRequestableScopesAsync(operation, cancellationToken));

    public Task<IReadOnlyList<string>?> SetRequestableScopesAsync(
        string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default) =>
        RunAsync(ClientOperation.SetRequestableScopes, clientId, async operation =>
        {
            ClientIds.CheckScopes(scopes);
            if (adapter.AreMetadata(scopes))
            {
                OAuthClient client = await UpdateAsync(
                    operation, c => c with { Scope = string.Join(' ', scopes) }, cancellationToken).ConfigureAwait(false);
                return MetadataValues.WordsOrNull(client.Metadata.Scope);
            }

            Turn turn = await EnterTurnAsync(operation, cancellationToken).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable entered = turn.ConfigureAwait(false);
            operation = turn.Operation;
            IReadOnlyList<string>? stored = (await _settlement.SettleAsync(
                async () => new StoredScopes(
                    await adapter.SetRequestableScopesAsync(operation, scopes, cancellationToken).ConfigureAwait(false)),
                async () =>
                {
                    IReadOnlyList<string>? now = await adapter.GetRequestableScopesAsync(operation, cancellationToken).ConfigureAwait(false);
                    return now is not null && scopes.ToHashSet().SetEquals(now) ? new StoredScopes(now) : null;
                },
                cancellationToken).ConfigureAwait(false)).Names;
            if (stored is not null && !scopes.ToHashSet().SetEquals(stored))
            {
                OAuthClient now = await ReadAsync(operation, cancellationToken).ConfigureAwait(false);
                ClientMetadata wanted = now.Metadata with { Scope = string.Join(' ', scopes) };
                adapter.EnsureStored(operation, adapter.Map.Compare(now.Metadata, wanted), now.Metadata, now);
            }

            return stored;
        });

    public Task ClearRequestableScopesAsync(string clientId, CancellationToken cancellationToken = default) => ChangeAsync(
        ClientOperation.ClearRequestableScopes,
        clientId,
        operation => adapter.ClearRequestableScopesAsync(operation, cancellationToken),
        async operation => await adapter.GetRequestableScopesAsync(operation, cancellationToken).ConfigureAwait(false) is null,
        cancellationToken);

    public Task<IReadOnlyList<OAuthScope>> ListScopesAsync(CancellationToken cancellationToken = default) =>
        RunAsync(ClientOperation.ListScopes, null, operation => adapter.ListScopesAsync(operation, cancellationToken));

    public Task<OAuthClient> GetInfoAsync(string clientId, CancellationToken cancellationToken = default) =>
        RunAsync(ClientOperation.GetInfo, clientId, async operation => adapter.ToClient(
            operation.Operation, await adapter.GetInfoAsync(operation, cancellationToken).ConfigureAwait(false)));

    public IAsyncEnumerable<OAuthClient> ListInfoAsync(CancellationToken cancellationToken = default) =>
        List(ClientOperation.ListInfo, null, (operation, _) => adapter.OpenInfo(operation), cancellationToken);

    public Task<OAuthClient> GetPublicInfoAsync(string clientId, CancellationToken cancellationToken = default) =>
        RunAsync(ClientOperation.GetPublicInfo, clientId, async operation => adapter.ToClient(
            operation.Operation, await adapter.GetPublicInfoAsync(operation, cancellationToken).ConfigureAwait(false)));

    public Task DeleteAllOwnClientsAsync(CancellationToken cancellationToken = default) =>
        RunAsync(ClientOperation.DeleteAllOwnClients, null, async operation =>
        {
            await adapter.DeleteAllOwnClientsAsync(operation, cancellationToken).ConfigureAwait(false);
            return true;
        });

    public Task DeleteAllTenantClientsAsync(CancellationToken cancellationToken = default) =>
        RunAsync(ClientOperation.DeleteAllTenantClients, null, async operation =>
        {
            await adapter.DeleteAllTenantClientsAsync(operation, cancellationToken).ConfigureAwait(false);
            return true;
        });

    private async Task<bool> IsRevokedAsync(OperationInfo operation, string? subject, CancellationToken cancellationToken)
    {
        string id = await CanonicalIdAsync(operation, cancellationToken).ConfigureAwait(false);
        IAsyncEnumerable<AuthorizedClient> grants = ReadAhead.ReadAsync(
            _ => adapter.OpenGrants(operation with { ClientId = null }, subject, new ClientListOptions()),
            adapter.ReadAhead,
            cancellationToken);
        await foreach (AuthorizedClient grant in grants.ConfigureAwait(false))
        {
            if (adapter.Capabilities.ClientIdComparer.Equals(grant.ClientId, id))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record StoredScopes(IReadOnlyList<string>? Names);
}
