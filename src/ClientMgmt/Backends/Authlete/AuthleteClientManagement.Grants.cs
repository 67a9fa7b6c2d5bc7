using ClientMgmt.Http;
using ClientMgmt.Mapping;
using ClientMgmt.Values;
using ClientMgmt.JsonText;
using ClientMgmt.Serialization;

namespace ClientMgmt.Authlete;

// The grants of end users, and the scopes that a client may request.
internal sealed partial class AuthleteClientManagement
{
    public override IAsyncEnumerable<AuthorizedClient> ListAuthorizedClientsAsync(
        string? subject, ClientListOptions? options = null, CancellationToken cancellationToken = default) =>
        ListGrantsAsync(ClientOperation.ListAuthorizedClients, subject, options, cancellationToken);

    protected override IAsyncEnumerable<AuthorizedClient> ListGrantsAsync(
        ClientOperation operation, string? subject, ClientListOptions? options, CancellationToken cancellationToken)
    {
        string user = ClientIds.CheckSubject(subject);
        return ReadPagesAsync(
            operation,
            options,
            async (api, start, end, token) =>
            {
                ClientAuthorizationGetListResponse page = await api
                    .ListAuthorizedClientsAsync(user, options?.Developer, start, end, token).ConfigureAwait(false);
                return (page.Total, page.Items);
            },
            cancellationToken).Select(client => new AuthorizedClient { ClientId = client.ClientId, Client = client });
    }

    public override Task UpdateAuthorizationAsync(
        string clientId, string subject, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default)
    {
        ClientIds.CheckScopes(scopes);
        var body = new ClientAuthorizationUpdateRequest { Subject = ClientIds.CheckSubject(subject), Scopes = [.. scopes] };
        return OnClientAsync(
            ApiCall.Write(ClientOperation.UpdateAuthorization, clientId),
            (api, token) => api.UpdateAuthorizationAsync(clientId, body, token),
            cancellationToken);
    }

    public override Task RevokeAuthorizationAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default)
    {
        string user = ClientIds.CheckSubject(subject);
        return SettleAsync(
            () => OnClientAsync(
                ApiCall.Write(ClientOperation.RevokeAuthorization, clientId),
                (api, token) => api.RevokeAuthorizationAsync(clientId, user, token),
                cancellationToken),
            () => IsRevokedAsync(ClientOperation.RevokeAuthorization, clientId, user, cancellationToken));
    }

    public override async Task<GrantedScopes> GetGrantedScopesAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default)
    {
        string user = ClientIds.CheckSubject(subject);
        ClientGrantedScopesGetResponse answer = await OnClientAsync(
            ApiCall.Read(ClientOperation.GetGrantedScopes, clientId),
            (api, token) => api.GetGrantedScopesAsync(clientId, user, token),
            cancellationToken).ConfigureAwait(false);
        string[]? latest = WireValues.Texts(answer.Json.Member(Names.LatestScopes));
        return new GrantedScopes
        {
            Latest = latest,
            Merged = WireValues.Texts(answer.Json.Member(Names.MergedScopes)),
            ModifiedAt = latest is null ? null : WireValues.Milliseconds(answer.Json.Member(Names.ModifiedAt)),
        };
    }

    public override Task DeleteGrantedScopesAsync(
        string clientId, string subject, CancellationToken cancellationToken = default)
    {
        string user = ClientIds.CheckSubject(subject);
        return SettleAsync(
            () => OnClientAsync(
                ApiCall.Write(ClientOperation.DeleteGrantedScopes, clientId),
                (api, token) => api.DeleteGrantedScopesAsync(clientId, user, token),
                cancellationToken),
            async () => await GetGrantedScopesAsync(clientId, user, cancellationToken).ConfigureAwait(false)
                is { Latest: null, Merged: null });
    }

    public override async Task<IReadOnlyList<string>?> GetRequestableScopesAsync(
        string clientId, CancellationToken cancellationToken = default)
    {
        ClientExtensionRequestableScopesGetResponse answer = await OnClientAsync(
            ApiCall.Read(ClientOperation.GetRequestableScopes, clientId),
            (api, token) => api.GetRequestableScopesAsync(clientId, token),
            cancellationToken).ConfigureAwait(false);
        return WireValues.Texts(answer.Json.Member(Names.RequestableScopes));
    }

    public override async Task<IReadOnlyList<string>?> SetRequestableScopesAsync(
        string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default)
    {
        ClientIds.CheckScopes(scopes);
        if (scopes.Count == 0)
        {
            // The operation reads an empty list as null, which would allow every scope; the vendor's advice is to set
            // the client's extension instead.
            OAuthClient client = await UpdateAsync(
                ClientOperation.SetRequestableScopes, clientId, c => c with { Scope = "" }, cancellationToken).ConfigureAwait(false);
            return MetadataValues.WordsOrNull(client.Metadata.Scope);
        }

        using IDisposable turn = await EnterAsync(clientId, cancellationToken).ConfigureAwait(false);
        var body = new ClientExtensionRequestableScopesUpdateRequest { RequestableScopes = [.. scopes] };
        return (await SettleAsync(
            async () =>
            {
                ClientExtensionRequestableScopesUpdateResponse answer = await OnClientAsync(
                    ApiCall.Write(ClientOperation.SetRequestableScopes, clientId),
                    (api, token) => api.SetRequestableScopesAsync(clientId, body, token),
                    cancellationToken).ConfigureAwait(false);
                return new Scopes(WireValues.Texts(answer.Json.Member(Names.RequestableScopes)));
            },
            async () =>
            {
                IReadOnlyList<string>? now = await GetRequestableScopesAsync(clientId, cancellationToken).ConfigureAwait(false);
                return now is not null && scopes.ToHashSet().SetEquals(now) ? new Scopes(now) : null;
            }).ConfigureAwait(false)).Names;
    }

    public override async Task ClearRequestableScopesAsync(string clientId, CancellationToken cancellationToken = default)
    {
        using IDisposable turn = await EnterAsync(clientId, cancellationToken).ConfigureAwait(false);
        await SettleAsync(
            () => OnClientAsync(
                ApiCall.Write(ClientOperation.ClearRequestableScopes, clientId),
                (api, token) => api.ClearRequestableScopesAsync(clientId, token),
                cancellationToken),
            async () => await GetRequestableScopesAsync(clientId, cancellationToken).ConfigureAwait(false) is null)
            .ConfigureAwait(false);
    }

    private sealed record Scopes(IReadOnlyList<string>? Names);

    // In a class of their own, so that they are looked up with the first answer that has them.
    private static class Names
    {
        public static readonly string NewSecret =
            JsonNames.Of<ClientSecretRefreshResponse>(nameof(ClientSecretRefreshResponse.NewClientSecret));

        public static readonly string LatestScopes =
            JsonNames.Of<ClientGrantedScopesGetResponse>(nameof(ClientGrantedScopesGetResponse.LatestGrantedScopes));

        public static readonly string MergedScopes =
            JsonNames.Of<ClientGrantedScopesGetResponse>(nameof(ClientGrantedScopesGetResponse.MergedGrantedScopes));

        public static readonly string ModifiedAt =
            JsonNames.Of<ClientGrantedScopesGetResponse>(nameof(ClientGrantedScopesGetResponse.ModifiedAt));

        public static readonly string RequestableScopes = JsonNames.Of<ClientExtensionRequestableScopesGetResponse>(
            nameof(ClientExtensionRequestableScopesGetResponse.RequestableScopes));
    }
}
