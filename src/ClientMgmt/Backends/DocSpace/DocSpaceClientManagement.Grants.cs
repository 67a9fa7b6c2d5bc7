using System.Runtime.CompilerServices;
using ClientMgmt.Mapping;
using ClientMgmt.Serialization;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.DocSpace;

// Consents, scopes, the views for consent pages and the bulk deletes; and how calls and pages are run.
internal sealed partial class DocSpaceClientManagement
{
    private const int DefaultPageSize = 30;
    private const int LargestPage = 50;

    public override async IAsyncEnumerable<AuthorizedClient> ListAuthorizedClientsAsync(
        string? subject,
        ClientListOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        EnsureOwn(ClientOperation.ListAuthorizedClients, subject);
        IAsyncEnumerable<ConsentEntry> consents = ReadPagesAsync(
            ClientOperation.ListAuthorizedClients,
            options,
            async (api, cursor, limit, token) =>
            {
                ConsentPage page = await api.ListConsentsAsync(limit, cursor.Time, cursor.Page, token).ConfigureAwait(false);
                return (page.Data, new Cursor(null, page.Last_modified_on));
            },
            consent => consent.Registered_client_id,
            cancellationToken);
        await foreach (ConsentEntry consent in consents.ConfigureAwait(false))
        {
            yield return new AuthorizedClient
            {
                ClientId = consent.Registered_client_id ?? throw new UnexpectedResponseException(
                    _api.Error(ClientOperation.ListAuthorizedClients, "a consent in the answer holds no client id.")),
                Client = consent.Client is { } client ? ToClient(ClientOperation.ListAuthorizedClients, client.Json) : null,
                Scope = consent.Scopes,
                ModifiedAt = WireValues.Timestamp(consent.Modified_at),
            };
        }
    }

    public override Task RevokeAuthorizationAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default)
    {
        EnsureOwn(ClientOperation.RevokeAuthorization, subject);
        return OnClientAsync(
            ClientOperation.RevokeAuthorization,
            clientId,
            (api, token) => api.RevokeConsentAsync(clientId, token),
            cancellationToken);
    }

    // The consents are the record; there is one for each client, and none tells of earlier grants.
    public override async Task<GrantedScopes> GetGrantedScopesAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default)
    {
        ClientIds.Check(clientId, s_reserved);
        EnsureOwn(ClientOperation.GetGrantedScopes, subject);
        AuthorizedClient? grant = await ListAuthorizedClientsAsync(subject, null, cancellationToken)
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
        JObject document = await ReadAsync(ClientOperation.GetRequestableScopes, clientId, cancellationToken).ConfigureAwait(false);
        return ScopesOf(_map.Read(document));
    }

    public override async Task<IReadOnlyList<string>?> SetRequestableScopesAsync(
        string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        if (!Capabilities.Supports(ClientOperation.SetRequestableScopes))
        {
            throw NotSupported(ClientOperation.SetRequestableScopes);
        }

        OAuthClient client = await UpdateAsync(
            ClientOperation.SetRequestableScopes,
            clientId,
            c => c with { Scope = string.Join(' ', scopes) },
            cancellationToken).ConfigureAwait(false);
        return ScopesOf(client.Metadata);
    }

    public override async Task<IReadOnlyList<OAuthScope>> ListScopesAsync(CancellationToken cancellationToken = default)
    {
        ICollection<ScopeResponse> scopes = await _api.SendAsync(
            ClientOperation.ListScopes, (api, token) => api.ListScopesAsync(token), cancellationToken).ConfigureAwait(false);
        return
        [
            .. scopes.Where(s => !string.IsNullOrEmpty(s?.Name))
                .Select(s => new OAuthScope { Name = s.Name!, Group = s.Group, Type = s.Type }),
        ];
    }

    public override async Task<OAuthClient> GetInfoAsync(string clientId, CancellationToken cancellationToken = default)
    {
        ClientInfoResponse info = await OnClientAsync(
            ClientOperation.GetInfo, clientId, (api, token) => api.GetClientInfoAsync(clientId, token), cancellationToken)
            .ConfigureAwait(false);
        return ToClient(ClientOperation.GetInfo, info.Json);
    }

    public override async IAsyncEnumerable<OAuthClient> ListInfoAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<ClientInfoResponse> clients = ReadPagesAsync(
            ClientOperation.ListInfo,
            null,
            async (api, cursor, limit, token) =>
            {
                ClientInfoPage page = await api.ListClientInfoAsync(limit, cursor.ClientId, cursor.Time, cursor.Page, token)
                    .ConfigureAwait(false);
                return (page.Data, new Cursor(page.Last_client_id, page.Last_created_on));
            },
            client => WireValues.Text(client.Json[DocSpaceProperties.ClientId]),
            cancellationToken);
        await foreach (ClientInfoResponse client in clients.ConfigureAwait(false))
        {
            yield return ToClient(ClientOperation.ListInfo, client.Json);
        }
    }

    // A signature that is sent here and not valid is refused, although none is needed.
    public override async Task<OAuthClient> GetPublicInfoAsync(string clientId, CancellationToken cancellationToken = default)
    {
        ClientIds.Check(clientId, s_reserved);
        ClientInfoResponse info = await _api.SendAsync(
            ClientOperation.GetPublicInfo,
            (api, token) => api.GetPublicClientInfoAsync(clientId, token),
            cancellationToken,
            anonymous: true).ConfigureAwait(false);
        return ToClient(ClientOperation.GetPublicInfo, info.Json);
    }

    public override Task DeleteAllOwnClientsAsync(CancellationToken cancellationToken = default) => _api.SendAsync(
        ClientOperation.DeleteAllOwnClients, (api, token) => api.DeleteOwnClientsAsync(token), cancellationToken);

    public override Task DeleteAllTenantClientsAsync(CancellationToken cancellationToken = default) => _api.SendAsync(
        ClientOperation.DeleteAllTenantClients, (api, token) => api.DeleteTenantClientsAsync(token), cancellationToken);

    private static string[]? ScopesOf(ClientMetadata metadata) =>
        metadata.Scope is { } scope ? [.. MetadataValues.Words(scope)] : null;

    private void EnsureOwn(ClientOperation operation, string? subject)
    {
        if (subject is not null)
        {
            throw new OperationNotSupportedException(_api.Error(
                operation, "DocSpace tells and revokes only the caller's own grants; pass null as the subject."));
        }
    }

    private async Task<JObject> ReadAsync(ClientOperation operation, string clientId, CancellationToken cancellationToken) =>
        (await OnClientAsync(operation, clientId, (api, token) => api.GetClientAsync(clientId, token), cancellationToken)
            .ConfigureAwait(false)).Json;

    private Task OnClientAsync(
        ClientOperation operation,
        string clientId,
        Func<DocSpaceClient, CancellationToken, Task> send,
        CancellationToken cancellationToken,
        Secret? secret = null) => OnClientAsync(
            operation,
            clientId,
            async (api, token) =>
            {
                await send(api, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken,
            secret);

    private async Task<T> OnClientAsync<T>(
        ClientOperation operation,
        string clientId,
        Func<DocSpaceClient, CancellationToken, Task<T>> send,
        CancellationToken cancellationToken,
        Secret? secret = null)
    {
        ClientIds.Check(clientId, s_reserved);
        try
        {
            return await _api.SendAsync(operation, send, cancellationToken, secret).ConfigureAwait(false);
        }
        catch (InvalidClientMetadataException e) when (operation is not ClientOperation.Update)
        {
            // No metadata was sent: the server answers 400 when another change got in between.
            throw new ClientConflictException(e.Error with { Summary = "another change of the client got in between." });
        }
    }

    /// <summary>
    /// Reads page after page. The end is a cursor that is null, however many entries the page holds; a page without
    /// anything new also ends the list, because a server that starts again would never end.
    /// </summary>
    private async IAsyncEnumerable<T> ReadPagesAsync<T>(
        ClientOperation operation,
        ClientListOptions? options,
        Func<DocSpaceClient, Cursor, int, CancellationToken, Task<(ICollection<T>? Items, Cursor Next)>> read,
        Func<T, string?> idOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        int limit = options?.PageSize ?? DefaultPageSize;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit, nameof(ClientListOptions.PageSize));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LargestPage, nameof(ClientListOptions.PageSize));
        if (options?.Developer is not null)
        {
            throw new OperationNotSupportedException(_api.Error(operation, "DocSpace clients have no developer to list by."));
        }

        bool isNumbered = DocSpaceBackend.TakesOnlyCookies(_api.Options);
        var seen = new HashSet<string?>(StringComparer.OrdinalIgnoreCase);
        var cursor = new Cursor(null, null, isNumbered ? 0 : null);
        while (true)
        {
            Cursor asked = cursor;
            (ICollection<T>? items, Cursor next) = await _api.SendAsync(
                operation, (api, token) => read(api, asked, limit, token), cancellationToken).ConfigureAwait(false);
            T[] fresh = [.. (items ?? []).Where(item => item is not null && seen.Add(idOf(item)))];
            foreach (T item in fresh)
            {
                yield return item;
            }

            cursor = isNumbered ? asked with { Page = asked.Page + 1 } : next;
            if (fresh.Length == 0 || cursor == new Cursor(null, null))
            {
                yield break;
            }
        }
    }

    /// <summary>Where a page begins. Times are passed back as the text they came in: .NET would round them.</summary>
    private sealed record Cursor(string? ClientId, string? Time, int? Page = null);
}
