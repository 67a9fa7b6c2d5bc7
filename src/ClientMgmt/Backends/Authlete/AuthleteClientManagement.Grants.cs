using ClientMgmt.Mapping;
using ClientMgmt.Serialization;

namespace ClientMgmt.Authlete;

// The grants of end users, and the scopes that a client may request.
internal sealed partial class AuthleteClientManagement
{
    public override IAsyncEnumerable<AuthorizedClient> ListAuthorizedClientsAsync(
        string? subject, ClientListOptions? options = null, CancellationToken cancellationToken = default)
    {
        string user = ClientIds.CheckSubject(subject);
        return ReadPagesAsync(
            ClientOperation.ListAuthorizedClients,
            options,
            async (api, start, end, token) =>
            {
                ClientAuthorizationGetListResponse page = await api
                    .ListAuthorizedClientsAsync(user, options?.Developer, start, end, token).ConfigureAwait(false);
                return (page.TotalCount, page.Clients);
            },
            cancellationToken).Select(client => new AuthorizedClient { ClientId = client.ClientId, Client = client });
    }

    public override Task UpdateAuthorizationAsync(
        string clientId, string subject, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        var body = new ClientAuthorizationUpdateRequest { Subject = ClientIds.CheckSubject(subject), Scopes = [.. scopes] };
        return OnClientAsync(
            ClientOperation.UpdateAuthorization,
            clientId,
            (api, token) => api.UpdateAuthorizationAsync(clientId, body, token),
            cancellationToken);
    }

    public override Task RevokeAuthorizationAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default)
    {
        string user = ClientIds.CheckSubject(subject);
        return OnClientAsync(
            ClientOperation.RevokeAuthorization,
            clientId,
            (api, token) => api.RevokeAuthorizationAsync(clientId, user, token),
            cancellationToken);
    }

    public override async Task<GrantedScopes> GetGrantedScopesAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default)
    {
        string user = ClientIds.CheckSubject(subject);
        ClientGrantedScopesGetResponse answer = await OnClientAsync(
            ClientOperation.GetGrantedScopes,
            clientId,
            (api, token) => api.GetGrantedScopesAsync(clientId, user, token),
            cancellationToken).ConfigureAwait(false);
        return new GrantedScopes
        {
            Latest = answer.LatestGrantedScopes?.ToArray(),
            Merged = answer.MergedGrantedScopes?.ToArray(),
            ModifiedAt = answer.LatestGrantedScopes is null ? null : WireValues.Milliseconds(answer.ModifiedAt),
        };
    }

    public override Task DeleteGrantedScopesAsync(
        string clientId, string subject, CancellationToken cancellationToken = default)
    {
        string user = ClientIds.CheckSubject(subject);
        return OnClientAsync(
            ClientOperation.DeleteGrantedScopes,
            clientId,
            (api, token) => api.DeleteGrantedScopesAsync(clientId, user, token),
            cancellationToken);
    }

    public override async Task<IReadOnlyList<string>?> GetRequestableScopesAsync(
        string clientId, CancellationToken cancellationToken = default)
    {
        ClientExtensionRequestableScopesGetResponse answer = await OnClientAsync(
            ClientOperation.GetRequestableScopes,
            clientId,
            (api, token) => api.GetRequestableScopesAsync(clientId, token),
            cancellationToken).ConfigureAwait(false);
        return answer.RequestableScopes?.ToArray();
    }

    public override async Task<IReadOnlyList<string>?> SetRequestableScopesAsync(
        string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes.Count == 0)
        {
            // The operation reads an empty list as null, which would allow every scope; the vendor's advice is to set
            // the client's extension instead.
            OAuthClient client = await UpdateAsync(
                ClientOperation.SetRequestableScopes, clientId, c => c with { Scope = "" }, cancellationToken).ConfigureAwait(false);
            return MetadataValues.WordsOrNull(client.Metadata.Scope);
        }

        var body = new ClientExtensionRequestableScopesUpdateRequest { RequestableScopes = [.. scopes] };
        ClientExtensionRequestableScopesUpdateResponse answer = await OnClientAsync(
            ClientOperation.SetRequestableScopes,
            clientId,
            (api, token) => api.SetRequestableScopesAsync(clientId, body, token),
            cancellationToken).ConfigureAwait(false);
        return answer.RequestableScopes?.ToArray();
    }

    public override Task ClearRequestableScopesAsync(string clientId, CancellationToken cancellationToken = default) =>
        OnClientAsync(
            ClientOperation.ClearRequestableScopes,
            clientId,
            (api, token) => api.ClearRequestableScopesAsync(clientId, token),
            cancellationToken);
}
