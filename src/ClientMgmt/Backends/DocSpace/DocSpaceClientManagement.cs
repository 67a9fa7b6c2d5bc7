using System.Runtime.CompilerServices;
using ClientMgmt.Http;
using ClientMgmt.Mapping;
using ClientMgmt.Registration;
using ClientMgmt.Serialization;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.DocSpace;

/// <summary>The adapter for DocSpace.</summary>
internal sealed partial class DocSpaceClientManagement : ClientManagementBase
{
    // Segments that stand where an id would. A DELETE of clients/tenant would delete all clients of the tenant.
    private static readonly string[] s_reserved = ["tenant", "info", "consents"];

    private readonly MetadataMap _map;
    private readonly ApiCaller<DocSpaceClient> _api;

    public DocSpaceClientManagement(ProviderContext context, BackendDefinition definition, SignatureCache signatures)
    {
        _map = DocSpaceProperties.For(context.Options.ServerVersion);
        _api = new ApiCaller<DocSpaceClient>(context, new DocSpaceProtocol(definition, _map, signatures));
        Capabilities = Describe(_map, _map.CanUpdate("scope") ? [] : [ClientOperation.SetRequestableScopes]);
    }

    public override string Provider => _api.Provider;

    public override Capabilities Capabilities { get; }

    protected override IReadOnlyDictionary<ClientOperation, string> Remarks { get; } = new Dictionary<ClientOperation, string>
    {
        [ClientOperation.SetSecret] = "the server alone chooses secrets; rotate it instead.",
        [ClientOperation.ListAuthorizedClients] = "the caller's own only",
        [ClientOperation.RevokeAuthorization] = "the caller's own only",
        [ClientOperation.UpdateAuthorization] = "the scopes of issued tokens cannot be changed.",
        [ClientOperation.GetGrantedScopes] = "the caller's own only, and the last grant only",
        [ClientOperation.DeleteGrantedScopes] = "there is no record of grants apart from the consent; revoke it.",
        [ClientOperation.SetRequestableScopes] = "only on servers after 3.8",
        [ClientOperation.ClearRequestableScopes] = "a client always has at least one scope.",
    };

    public override async Task<OAuthClient> GetAsync(string clientId, CancellationToken cancellationToken = default) =>
        ToClient(ClientOperation.Get, await ReadAsync(ClientOperation.Get, clientId, cancellationToken).ConfigureAwait(false));

    public override async IAsyncEnumerable<OAuthClient> ListAsync(
        ClientListOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<ClientResponse> clients = ReadPagesAsync(
            ClientOperation.List,
            options,
            async (api, cursor, limit, token) =>
            {
                ClientPage page = await api.ListClientsAsync(limit, cursor.ClientId, cursor.Time, cursor.Page, token)
                    .ConfigureAwait(false);
                return (page.Data, new Cursor(page.Last_client_id, page.Last_created_on));
            },
            client => WireValues.Text(client.Json[DocSpaceProperties.ClientId]),
            cancellationToken);
        await foreach (ClientResponse client in clients.ConfigureAwait(false))
        {
            // What a list holds for a secret is its ciphertext.
            yield return ToClient(ClientOperation.List, client.Json) with { ClientSecret = null };
        }
    }

    public override async Task<OAuthClient> CreateAsync(
        ClientMetadata metadata, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        IReadOnlyList<MetadataChange> changes = _map.Compare(new ClientMetadata(), metadata);
        _map.EnsureCreatable(Provider, changes);
        JObject body = [];
        foreach (MetadataChange change in changes)
        {
            MetadataMap.Apply(change, body);
        }

        ClientResponse created = await _api.SendAsync(
            ClientOperation.Create,
            (api, token) => api.CreateClientAsync(new CreateClientRequest { Json = body }, token),
            cancellationToken).ConfigureAwait(false);
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
            ClientOperation.Delete, clientId, (api, token) => api.DeleteClientAsync(clientId, token), cancellationToken);

    public override Task EnableAsync(string clientId, CancellationToken cancellationToken = default) =>
        ActivateAsync(ClientOperation.Enable, clientId, true, cancellationToken);

    public override Task DisableAsync(string clientId, CancellationToken cancellationToken = default) =>
        ActivateAsync(ClientOperation.Disable, clientId, false, cancellationToken);

    public override async Task<Secret> RotateSecretAsync(string clientId, CancellationToken cancellationToken = default)
    {
        ClientSecretResponse answer = await OnClientAsync(
            ClientOperation.RotateSecret, clientId, (api, token) => api.RegenerateSecretAsync(clientId, token), cancellationToken)
            .ConfigureAwait(false);
        return string.IsNullOrEmpty(answer.Client_secret)
            ? throw new UnexpectedResponseException(_api.Error(
                ClientOperation.RotateSecret, "the secret was rotated, but the answer does not hold it; get the client to read it."))
            : new Secret(answer.Client_secret);
    }

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

        JObject body = UpdateBody(current, before, changes);
        await OnClientAsync(
            operation,
            clientId,
            (api, token) => api.UpdateClientAsync(clientId, new UpdateClientRequest { Json = body }, token),
            cancellationToken,
            WireValues.Secret(current[DocSpaceProperties.ClientSecret])).ConfigureAwait(false);

        // The answer is empty, and does not mean that everything was stored.
        JObject stored = await ReadAsync(operation, clientId, cancellationToken).ConfigureAwait(false);
        EnsureStored(operation, changes, before, _map.Read(stored));
        return ToClient(operation, stored);
    }

    private Task ActivateAsync(ClientOperation operation, string clientId, bool status, CancellationToken cancellationToken) =>
        OnClientAsync(
            operation,
            clientId,
            (api, token) => api.ChangeActivationAsync(clientId, new ChangeClientActivationRequest { Status = status }, token),
            cancellationToken);

    /// <summary>A PUT replaces a part of the client: all of that part is sent, changed or as the server sent it.</summary>
    private static JObject UpdateBody(JObject current, ClientMetadata before, IReadOnlyList<MetadataChange> changes)
    {
        JObject body = [];
        foreach (MetadataMapping row in DocSpaceProperties.SentInUpdate)
        {
            if (changes.FirstOrDefault(c => c.Mapping.Name == row.Name) is { } change)
            {
                MetadataMap.Apply(change, body);
            }
            else if (row.RequestName != row.JsonName)
            {
                MetadataMap.Apply(new MetadataChange(row, before.Value(row.Name)), body);
            }
            else if (current[row.JsonName] is { Type: not JTokenType.Null } unchanged)
            {
                body[row.RequestName] = unchanged.DeepClone();
            }
        }

        return body;
    }

    private void EnsureStored(
        ClientOperation operation, IReadOnlyList<MetadataChange> changes, ClientMetadata before, ClientMetadata stored)
    {
        FieldError[] ignored =
        [
            .. changes.Select(c => c.Mapping.Name)
                .Where(name => MetadataValues.AreEqual(name, before.Value(name), stored.Value(name)))
                .Select(name => new FieldError(name, "is as it was: this server ignores the change")),
        ];
        if (ignored.Length > 0)
        {
            throw new OperationNotSupportedException(_api.Error(
                operation,
                "the server reported success but did not store everything; all other changes of the call are stored. "
                + "Set ServerVersion to be told beforehand.") with
            {
                FieldErrors = ignored,
            });
        }
    }

    private OAuthClient ToClient(ClientOperation operation, JObject document) => new()
    {
        ClientId = WireValues.Text(document[DocSpaceProperties.ClientId])
            ?? throw new UnexpectedResponseException(_api.Error(operation, "the answer holds no client id.")),
        ClientSecret = WireValues.Secret(document[DocSpaceProperties.ClientSecret]),
        Enabled = document[DocSpaceProperties.Enabled] is JValue { Value: bool enabled } ? enabled : null,
        CreatedAt = WireValues.Timestamp(WireValues.Text(document[DocSpaceProperties.CreatedOn])),
        ModifiedAt = WireValues.Timestamp(WireValues.Text(document[DocSpaceProperties.ModifiedOn])),
        Metadata = _map.Read(document),
    };
}
