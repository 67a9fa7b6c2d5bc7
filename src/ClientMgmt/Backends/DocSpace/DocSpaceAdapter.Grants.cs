using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Management;
using ClientMgmt.Values;
using ClientMgmt.Wire;

namespace ClientMgmt.DocSpace;

// The consents of the caller, scopes, the views for consent pages and the bulk deletes.
internal sealed partial class DocSpaceAdapter
{
    public override void CheckSubject(OperationInfo operation, string? subject)
    {
        if (subject is not null)
        {
            throw Refused(operation, "DocSpace tells and revokes only the caller's own grants; pass null as the subject.");
        }
    }

    public override IPageSource<AuthorizedClient> OpenGrants(OperationInfo operation, string? subject, ClientListOptions options) =>
        OpenPages(
            operation,
            options,
            (cursor, limit, token) => _client.ListConsentsAsync(
                operation, limit, cursor.Time, cursor.Page, DocSpacePage.Read, token),
            ConsentEntry.RegisteredClientId,
            ConsentEntry.ModifiedAt,
            ToAuthorizedClient);

    public override Task RevokeAuthorizationAsync(OperationInfo operation, string? subject, CancellationToken cancellationToken) =>
        _client.RevokeConsentAsync(operation, operation.RequiredClientId, cancellationToken);

    // The consents are the record; there is one for each client, and none tells of earlier grants.
    public override async Task<GrantedScopes> GetGrantedScopesAsync(
        OperationInfo operation, string? subject, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<AuthorizedClient> grants = Management.ReadAhead.ReadAsync(
            isLeft => OpenGrants(operation with { ClientId = null, IsAbandoned = isLeft }, subject, new ClientListOptions()),
            ReadAhead,
            cancellationToken);
        await foreach (AuthorizedClient grant in grants.ConfigureAwait(false))
        {
            if (Capabilities.ClientIdComparer.Equals(grant.ClientId, operation.ClientId))
            {
                return new GrantedScopes
                {
                    Latest = [.. MetadataValues.Words(grant.Scope ?? "")],
                    ModifiedAt = grant.ModifiedAt,
                };
            }
        }

        return new GrantedScopes();
    }

    public override Task<IReadOnlyList<OAuthScope>> ListScopesAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        _client.ListScopesAsync(operation, ReadScopes, cancellationToken);

    public override Task<JsonElement> GetInfoAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        _client.GetClientInfoAsync(operation, operation.RequiredClientId, WireJson.Keep, cancellationToken);

    public override IPageSource<OAuthClient> OpenInfo(OperationInfo operation) => OpenPages(
        operation,
        new ClientListOptions(),
        (cursor, limit, token) => _client.ListClientInfoAsync(
            operation, limit, cursor.ClientId, cursor.Time, cursor.Page, DocSpacePage.Read, token),
        ClientResponse.ClientId,
        ClientResponse.CreatedOn,
        client => ToClient(operation.Operation, client));

    // A signature that is sent here and not valid is refused, although none is needed.
    public override Task<JsonElement> GetPublicInfoAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        _client.GetPublicClientInfoAsync(operation, operation.RequiredClientId, WireJson.Keep, cancellationToken);

    public override Task DeleteAllOwnClientsAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        _client.DeleteOwnClientsAsync(operation, cancellationToken);

    public override Task DeleteAllTenantClientsAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        _client.DeleteTenantClientsAsync(operation, cancellationToken);

    private static IReadOnlyList<OAuthScope> ReadScopes(JsonElement answer) =>
    [
        .. WireValues.Items(answer)
            .Where(scope => WireValues.Text(scope.Member(ScopeResponse.Name)) is not null)
            .Select(scope => new OAuthScope
            {
                Name = WireValues.Text(scope.Member(ScopeResponse.Name))!,
                Group = WireValues.StringOrNull(scope.Member(ScopeResponse.Group)),
                Type = WireValues.StringOrNull(scope.Member(ScopeResponse.Type)),
            }),
    ];

    // Scopes are one text; older servers send an array.
    private AuthorizedClient ToAuthorizedClient(JsonElement consent)
    {
        const ClientOperation Operation = ClientOperation.ListAuthorizedClients;
        JsonElement client = consent.Member(ConsentEntry.Client), scopes = consent.Member(ConsentEntry.Scopes);
        return new AuthorizedClient
        {
            ClientId = RequireClientId(Operation, consent.Member(ConsentEntry.RegisteredClientId)),
            Client = WireValues.Text(client.Member(ClientResponse.ClientId)) is null ? null : ToClient(Operation, client),
            Scope = scopes.ValueKind == JsonValueKind.Array
                ? string.Join(' ', scopes.EnumerateArray().Select(WireValues.Text))
                : WireValues.Text(scopes),
            ModifiedAt = WireValues.Timestamp(consent.Member(ConsentEntry.ModifiedAt)),
        };
    }
}
