using System.Net;
using System.Runtime.CompilerServices;
using ClientMgmt.Http;
using ClientMgmt.Mapping;
using ClientMgmt.Registration;
using ClientMgmt.Serialization;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.Authlete;

/// <summary>The adapter for Authlete v2 and v3, which behave alike.</summary>
internal sealed partial class AuthleteClientManagement : ClientManagementBase
{
    private const int DefaultPageSize = 100;

    // The last segment of the list's path, which would take the place of an id in get/{clientId}.
    private static readonly string[] s_reserved = ["list"];

    private readonly MetadataMap _map;
    private readonly ApiCaller<IAuthleteApi> _api;

    public AuthleteClientManagement(ProviderContext context, BackendDefinition definition, MetadataMap map)
    {
        _map = map;
        _api = new ApiCaller<IAuthleteApi>(context, new AuthleteProtocol(definition, map));
        Capabilities = Describe(map);
    }

    public override string Provider => _api.Provider;

    public override Capabilities Capabilities { get; }

    protected override IReadOnlyDictionary<ClientOperation, string> Remarks { get; } = new Dictionary<ClientOperation, string>
    {
        [ClientOperation.ListAuthorizedClients] = "needs a subject",
        [ClientOperation.ListScopes] = "the scopes belong to the service's configuration, not to client management.",
        [ClientOperation.GetInfo] = "there is no view of a client for consent pages.",
        [ClientOperation.ListInfo] = "there is no view of a client for consent pages.",
        [ClientOperation.GetPublicInfo] = "every request needs a credential.",
        [ClientOperation.DeleteAllOwnClients] = "clients are deleted one by one.",
        [ClientOperation.DeleteAllTenantClients] = "clients are deleted one by one.",
    };

    public override async Task<OAuthClient> GetAsync(string clientId, CancellationToken cancellationToken = default) =>
        ToClient(ClientOperation.Get, await ReadAsync(ClientOperation.Get, clientId, cancellationToken).ConfigureAwait(false));

    public override async IAsyncEnumerable<OAuthClient> ListAsync(
        ClientListOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<JObject> clients = ReadPagesAsync(
            ClientOperation.List,
            options,
            async (api, start, end, token) =>
            {
                ClientGetListResponse page = await api.ListClientsAsync(options?.Developer, start, end, token).ConfigureAwait(false);
                return (page.TotalCount, page.Clients);
            },
            cancellationToken);
        await foreach (JObject client in clients.ConfigureAwait(false))
        {
            yield return ToClient(ClientOperation.List, client);
        }
    }

    public override async Task<OAuthClient> CreateAsync(
        ClientMetadata metadata, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        IReadOnlyList<MetadataChange> changes = _map.Compare(new ClientMetadata(), metadata);
        _map.EnsureCreatable(Provider, changes);
        JObject body = Apply(changes, []);

        // RFC 7591 knows no type: a client that authenticates is confidential. Authlete's own default is PUBLIC, which
        // its token endpoint refuses together with any method but NONE.
        if (body[AuthleteProperties.TokenAuthMethod] is { } method && !body.ContainsKey(AuthleteProperties.ClientType))
        {
            body[AuthleteProperties.ClientType] = (string?)method == "NONE" ? "PUBLIC" : "CONFIDENTIAL";
        }

        Client created = await _api.SendAsync(
            ClientOperation.Create, (api, token) => api.CreateClientAsync(new Client { Json = body }, token), cancellationToken)
            .ConfigureAwait(false);
        return ToClient(ClientOperation.Create, created.Json);
    }

    public override Task<OAuthClient> UpdateAsync(
        string clientId, Func<ClientMetadata, ClientMetadata> change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return UpdateAsync(ClientOperation.Update, clientId, change, cancellationToken);
    }

    public override Task DeleteAsync(string clientId, CancellationToken cancellationToken = default) =>
        OnClientAsync(
            ClientOperation.Delete,
            clientId,
            async (api, token) =>
            {
                await api.DeleteClientAsync(clientId, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken);

    public override Task EnableAsync(string clientId, CancellationToken cancellationToken = default) =>
        SetLockAsync(ClientOperation.Enable, clientId, locked: false, cancellationToken);

    public override Task DisableAsync(string clientId, CancellationToken cancellationToken = default) =>
        SetLockAsync(ClientOperation.Disable, clientId, locked: true, cancellationToken);

    private async Task<OAuthClient> UpdateAsync(
        ClientOperation operation,
        string clientId,
        Func<ClientMetadata, ClientMetadata> change,
        CancellationToken cancellationToken)
    {
        JObject current = await ReadAsync(operation, clientId, cancellationToken).ConfigureAwait(false);
        ClientMetadata before = _map.Read(current);
        IReadOnlyList<MetadataChange> changes = _map.Compare(before, change(before));
        MetadataGuard.EnsureUpdatable(Provider, operation, changes);
        if (changes.Count == 0)
        {
            return ToClient(operation, current);
        }

        // An update replaces everything: what is left out is cleared. So the whole document goes back, with what this
        // library does not know.
        JObject body = Apply(changes, (JObject)current.DeepClone());
        Client updated = await _api.SendAsync(
            operation,
            (api, token) => api.UpdateClientAsync(clientId, new Client { Json = body }, token),
            cancellationToken,
            SecretOf(current)).ConfigureAwait(false);
        return updated.Json.ContainsKey(AuthleteProperties.ClientId)
            ? ToClient(operation, updated.Json)
            : await GetAsync(clientId, cancellationToken).ConfigureAwait(false);
    }

    private Task SetLockAsync(ClientOperation operation, string clientId, bool locked, CancellationToken cancellationToken) =>
        OnClientAsync(
            operation,
            clientId,
            (api, token) => api.SetClientLockAsync(clientId, new ClientFlagUpdateRequest { ClientLocked = locked }, token),
            cancellationToken);

    private async Task<JObject> ReadAsync(ClientOperation operation, string clientId, CancellationToken cancellationToken) =>
        (await OnClientAsync(operation, clientId, (api, token) => api.GetClientAsync(clientId, token), cancellationToken)
            .ConfigureAwait(false)).Json;

    /// <summary>
    /// Runs a call about one client. No source says which of 400, 403 and 404 stands for an unknown client, so after
    /// either of the first two it is looked up whether the client is there.
    /// </summary>
    private async Task<T> OnClientAsync<T>(
        ClientOperation operation,
        string clientId,
        Func<IAuthleteApi, CancellationToken, Task<T>> send,
        CancellationToken cancellationToken,
        Secret? secret = null)
    {
        ClientIds.Check(clientId, s_reserved);
        try
        {
            return await _api.SendAsync(operation, send, cancellationToken, secret).ConfigureAwait(false);
        }
        catch (ClientManagementException e) when (e.Error.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden)
        {
            if (!await IsUnknownAsync(clientId, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            throw new ClientNotFoundException(e.Error with
            {
                Summary = "there is no such client, or the credential may not see it.",
            });
        }
    }

    private async Task<bool> IsUnknownAsync(string clientId, CancellationToken cancellationToken)
    {
        try
        {
            await _api.SendAsync(ClientOperation.Get, (api, token) => api.GetClientAsync(clientId, token), cancellationToken)
                .ConfigureAwait(false);
            return false;
        }
        catch (ClientNotFoundException)
        {
            return true;
        }
        catch (ClientManagementException e) when (e is InvalidClientMetadataException or AccessDeniedException)
        {
            return await CanListAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ClientManagementException)
        {
            return false;
        }
    }

    // An empty window is the cheapest request that shows whether the credential is accepted.
    private async Task<bool> CanListAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _api.SendAsync(ClientOperation.List, (api, token) => api.ListClientsAsync(null, 0, 0, token), cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
        catch (ClientManagementException)
        {
            return false;
        }
    }

    private static JObject Apply(IReadOnlyList<MetadataChange> changes, JObject document)
    {
        foreach (MetadataChange change in changes)
        {
            MetadataMap.Apply(change, document);
        }

        return document;
    }

    private OAuthClient ToClient(ClientOperation operation, JObject document) => new()
    {
        ClientId = WireValues.Text(document[AuthleteProperties.ClientId])
            ?? throw new UnexpectedResponseException(_api.Error(operation, "the answer holds no client id.")),
        ClientSecret = SecretOf(document),
        Enabled = document[AuthleteProperties.Locked] is JValue { Value: bool locked } ? !locked : null,
        CreatedAt = WireValues.Milliseconds(document[AuthleteProperties.CreatedAt]),
        ModifiedAt = WireValues.Milliseconds(document[AuthleteProperties.ModifiedAt]),
        Metadata = _map.Read(document),
    };

    private static Secret? SecretOf(JObject document) => WireValues.Secret(document[AuthleteProperties.ClientSecret]);
}
