using System.Text.Json;
using ClientMgmt.Http;
using ClientMgmt.Mapping;
using ClientMgmt.Values;
using ClientMgmt.JsonText;
using ClientMgmt.Serialization;

namespace ClientMgmt.DocSpace;

// The consents of the caller, scopes, the views for consent pages and the bulk deletes.
internal sealed partial class DocSpaceClientManagement
{
    public override IAsyncEnumerable<AuthorizedClient> ListAuthorizedClientsAsync(
        string? subject, ClientListOptions? options = null, CancellationToken cancellationToken = default) =>
        ListGrantsAsync(ClientOperation.ListAuthorizedClients, subject, options, cancellationToken);

    protected override IAsyncEnumerable<AuthorizedClient> ListGrantsAsync(
        ClientOperation operation, string? subject, ClientListOptions? options, CancellationToken cancellationToken)
    {
        EnsureOwn(operation, subject);
        return ReadPagesAsync(
            operation,
            options,
            async (api, cursor, limit, token) =>
            {
                ConsentPage page = await api.ListConsentsAsync(limit, cursor.Time, cursor.Page, token).ConfigureAwait(false);
                return (page.Items, page.Next);
            },
            Names.ConsentClientId,
            cancellationToken).Select(ToAuthorizedClient);
    }

    public override Task RevokeAuthorizationAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default)
    {
        EnsureOwn(ClientOperation.RevokeAuthorization, subject);
        return SettleAsync(
            () => OnClientAsync(
                ApiCall.Write(ClientOperation.RevokeAuthorization, clientId),
                (api, token) => api.RevokeConsentAsync(clientId, token),
                cancellationToken),
            () => IsRevokedAsync(ClientOperation.RevokeAuthorization, clientId, subject, cancellationToken));
    }

    // The consents are the record; there is one for each client, and none tells of earlier grants.
    public override async Task<GrantedScopes> GetGrantedScopesAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default)
    {
        ClientIds.Check(clientId, ReservedIds);
        EnsureOwn(ClientOperation.GetGrantedScopes, subject);
        AuthorizedClient? grant = await ListGrantsAsync(ClientOperation.GetGrantedScopes, subject, null, cancellationToken)
            .FirstOrDefaultAsync(c => string.Equals(c.ClientId, clientId, StringComparison.OrdinalIgnoreCase), cancellationToken)
            .ConfigureAwait(false);
        return new GrantedScopes
        {
            Latest = grant is null ? null : [.. MetadataValues.Words(grant.Scope ?? "")],
            ModifiedAt = grant?.ModifiedAt,
        };
    }

    public override async Task<IReadOnlyList<string>?> GetRequestableScopesAsync(
        string clientId, CancellationToken cancellationToken = default)
    {
        JsonElement document = await ReadAsync(ClientOperation.GetRequestableScopes, clientId, cancellationToken).ConfigureAwait(false);
        return MetadataValues.WordsOrNull(Map.Read(document).Scope);
    }

    public override async Task<IReadOnlyList<string>?> SetRequestableScopesAsync(
        string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default)
    {
        ClientIds.CheckScopes(scopes);
        if (!Capabilities.Supports(ClientOperation.SetRequestableScopes))
        {
            throw NotSupported(ClientOperation.SetRequestableScopes);
        }

        OAuthClient client = await UpdateAsync(
            ClientOperation.SetRequestableScopes,
            clientId,
            c => c with { Scope = string.Join(' ', scopes) },
            cancellationToken).ConfigureAwait(false);
        return MetadataValues.WordsOrNull(client.Metadata.Scope);
    }

    public override async Task<IReadOnlyList<OAuthScope>> ListScopesAsync(CancellationToken cancellationToken = default)
    {
        JsonList<ScopeResponse> scopes = await Api.SendAsync(
            ApiCall.Read(ClientOperation.ListScopes), (api, token) => api.ListScopesAsync(token), cancellationToken).ConfigureAwait(false);
        return
        [
            .. scopes.Select(s => (Name: WireValues.Text(s.Json.Member(Names.ScopeName)), s.Json)).Where(s => s.Name is not null)
                .Select(s => new OAuthScope
                {
                    Name = s.Name!,
                    Group = WireValues.StringOrNull(s.Json.Member(Names.ScopeGroup)),
                    Type = WireValues.StringOrNull(s.Json.Member(Names.ScopeType)),
                }),
        ];
    }

    public override async Task<OAuthClient> GetInfoAsync(string clientId, CancellationToken cancellationToken = default)
    {
        ClientInfoResponse info = await OnClientAsync(
            ApiCall.Read(ClientOperation.GetInfo, clientId),
            (api, token) => api.GetClientInfoAsync(clientId, token),
            cancellationToken).ConfigureAwait(false);
        return ToClient(ClientOperation.GetInfo, info.Json);
    }

    public override IAsyncEnumerable<OAuthClient> ListInfoAsync(CancellationToken cancellationToken = default) =>
        ReadPagesAsync(
            ClientOperation.ListInfo,
            null,
            async (api, cursor, limit, token) =>
            {
                ClientInfoPage page = await api.ListClientInfoAsync(limit, cursor.ClientId, cursor.Time, cursor.Page, token)
                    .ConfigureAwait(false);
                return (page.Items, page.Next);
            },
            DocSpaceProperties.ClientId,
            cancellationToken).Select(client => ToClient(ClientOperation.ListInfo, client));

    // A signature that is sent here and not valid is refused, although none is needed.
    public override async Task<OAuthClient> GetPublicInfoAsync(string clientId, CancellationToken cancellationToken = default)
    {
        ClientIds.Check(clientId, ReservedIds);
        ClientInfoResponse info = await Api.SendAsync(
            ApiCall.Read(ClientOperation.GetPublicInfo, clientId) with { IsAnonymous = true },
            (api, token) => api.GetPublicClientInfoAsync(clientId, token),
            cancellationToken).ConfigureAwait(false);
        return ToClient(ClientOperation.GetPublicInfo, info.Json);
    }

    public override Task DeleteAllOwnClientsAsync(CancellationToken cancellationToken = default) => Api.SendAsync(
        ApiCall.Write(ClientOperation.DeleteAllOwnClients), (api, token) => api.DeleteOwnClientsAsync(token), cancellationToken);

    public override Task DeleteAllTenantClientsAsync(CancellationToken cancellationToken = default) => Api.SendAsync(
        ApiCall.Write(ClientOperation.DeleteAllTenantClients), (api, token) => api.DeleteTenantClientsAsync(token), cancellationToken);

    // Scopes are one text; older servers send an array.
    private AuthorizedClient ToAuthorizedClient(JsonElement consent)
    {
        const ClientOperation Operation = ClientOperation.ListAuthorizedClients;
        JsonElement client = consent.Member(Names.ConsentClient), scopes = consent.Member(Names.ConsentScopes);
        return new AuthorizedClient
        {
            ClientId = Api.RequireId(Operation, consent.Member(Names.ConsentClientId)),
            Client = WireValues.Text(client.Member(DocSpaceProperties.ClientId)) is null ? null : ToClient(Operation, client),
            Scope = scopes.ValueKind == JsonValueKind.Array
                ? string.Join(' ', scopes.EnumerateArray().Select(WireValues.Text))
                : WireValues.Text(scopes),
            ModifiedAt = WireValues.Timestamp(consent.Member(Names.ConsentModifiedAt)),
        };
    }

    private void EnsureOwn(ClientOperation operation, string? subject)
    {
        if (subject is not null)
        {
            throw new OperationNotSupportedException(Api.Error(
                operation, "DocSpace tells and revokes only the caller's own grants; pass null as the subject."));
        }
    }

    // In a class of their own, so that they are looked up with the first answer that has them.
    private static class Names
    {
        public static readonly string ConsentClientId = JsonNames.Of<ConsentEntry>(nameof(ConsentEntry.Registered_client_id));
        public static readonly string ConsentClient = JsonNames.Of<ConsentEntry>(nameof(ConsentEntry.Client));
        public static readonly string ConsentScopes = JsonNames.Of<ConsentEntry>(nameof(ConsentEntry.Scopes));
        public static readonly string ConsentModifiedAt = JsonNames.Of<ConsentEntry>(nameof(ConsentEntry.Modified_at));
        public static readonly string ScopeName = JsonNames.Of<ScopeResponse>(nameof(ScopeResponse.Name));
        public static readonly string ScopeGroup = JsonNames.Of<ScopeResponse>(nameof(ScopeResponse.Group));
        public static readonly string ScopeType = JsonNames.Of<ScopeResponse>(nameof(ScopeResponse.Type));
    }
}
