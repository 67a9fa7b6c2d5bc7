using System.Net;
using System.Text.Json;
using ClientMgmt.Http;
using ClientMgmt.Mapping;
using ClientMgmt.Values;
using ClientMgmt.Registration;
using ClientMgmt.JsonText;
using ClientMgmt.Serialization;

namespace ClientMgmt.DocSpace;

/// <summary>The adapter for DocSpace.</summary>
internal sealed partial class DocSpaceClientManagement : ClientManagementBase<DocSpaceClient>
{
    private static readonly Lazy<Capabilities> s_current = new(() => Describe(DocSpaceProperties.Current));

    private static readonly Lazy<Capabilities> s_upTo38 =
        new(() => Describe(DocSpaceProperties.UpTo38, ClientOperation.SetRequestableScopes));

    private DocSpaceClientManagement(
        DocSpaceProtocol protocol, ProviderContext context, MetadataMap map, Lazy<Capabilities> capabilities)
        : base(new ApiCaller<DocSpaceClient>(context, protocol), map, capabilities)
    {
    }

    // Segments that stand where an id would. A DELETE of clients/tenant would delete all clients of the tenant.
    protected override IReadOnlyCollection<string> ReservedIds { get; } = ["tenant", "info", "consents"];

    public static DocSpaceClientManagement Create(
        ProviderContext context, BackendDefinition definition, SignatureCache signatures)
    {
        MetadataMap map = DocSpaceProperties.For(context.Options.ServerVersion);
        return new DocSpaceClientManagement(
            new DocSpaceProtocol(definition, map, signatures),
            context,
            map,
            map == DocSpaceProperties.Current ? s_current : s_upTo38);
    }

    // What a list holds for a secret is its ciphertext.
    public override IAsyncEnumerable<OAuthClient> ListAsync(
        ClientListOptions? options = null, CancellationToken cancellationToken = default) => ReadPagesAsync(
            ClientOperation.List,
            options,
            async (api, cursor, limit, token) =>
            {
                ClientPage page = await api.ListClientsAsync(limit, cursor.ClientId, cursor.Time, cursor.Page, token)
                    .ConfigureAwait(false);
                return (page.Items, page.Next);
            },
            DocSpaceProperties.ClientId,
            cancellationToken).Select(client => ToClient(ClientOperation.List, client) with { ClientSecret = null });

    public override Task DeleteAsync(string clientId, CancellationToken cancellationToken = default) => SettleAsync(
        () => OnClientAsync(
            ApiCall.Write(ClientOperation.Delete, clientId),
            (api, token) => api.DeleteClientAsync(clientId, token),
            cancellationToken),
        () => IsGoneAsync(ClientOperation.Delete, clientId, cancellationToken));

    public override Task EnableAsync(string clientId, CancellationToken cancellationToken = default) =>
        ActivateAsync(ClientOperation.Enable, clientId, true, cancellationToken);

    public override Task DisableAsync(string clientId, CancellationToken cancellationToken = default) =>
        ActivateAsync(ClientOperation.Disable, clientId, false, cancellationToken);

    public override async Task<Secret> RotateSecretAsync(string clientId, CancellationToken cancellationToken = default)
    {
        ClientSecretResponse answer = await OnClientAsync(
            ApiCall.Write(ClientOperation.RotateSecret, clientId),
            (api, token) => api.RegenerateSecretAsync(clientId, token),
            cancellationToken).ConfigureAwait(false);
        return await RequireSecretAsync(clientId, WireValues.Text(answer.Json.Member(DocSpaceProperties.ClientSecret)), cancellationToken).ConfigureAwait(false);
    }

    protected override async Task<JsonElement> ReadAsync(
        ClientOperation operation, string clientId, CancellationToken cancellationToken) =>
        (await OnClientAsync(
            ApiCall.Read(operation, clientId), (api, token) => api.GetClientAsync(clientId, token), cancellationToken)
            .ConfigureAwait(false)).Json;

    protected override async Task<JsonElement> SendCreateAsync(
        IReadOnlyList<MetadataChange> changes, CancellationToken cancellationToken)
    {
        WireObject body = MetadataMap.Apply(changes, new WireObject(changes.Count));
        ClientResponse created = await Api.SendAsync(
            ApiCall.Write(ClientOperation.Create),
            (api, token) => api.CreateClientAsync(new CreateClientRequest { Content = body }, token),
            cancellationToken).ConfigureAwait(false);
        return created.Json;
    }

    // The answer is empty, and does not mean that everything was stored: what counts is what can be read back.
    protected override async Task<JsonElement> SendUpdateAsync(
        ClientOperation operation,
        string clientId,
        JsonElement current,
        IReadOnlyList<MetadataChange> changes,
        CancellationToken cancellationToken)
    {
        ClientMetadata before = Map.Read(current);
        WireObject body = UpdateBody(current, before, changes);
        await OnClientAsync(
            ApiCall.Write(operation, clientId) with { Secret = WireValues.Secret(current.Member(DocSpaceProperties.ClientSecret)) },
            (api, token) => api.UpdateClientAsync(clientId, new UpdateClientRequest { Content = body }, token),
            cancellationToken).ConfigureAwait(false);
        JsonElement stored = await ReadStoredAsync(operation, clientId, cancellationToken).ConfigureAwait(false);
        EnsureStored(operation, changes, before, Map.Read(stored));
        return stored;
    }

    protected override OAuthClient ToClient(ClientOperation operation, JsonElement document)
    {
        ClientMetadata metadata = Map.Read(document, out IssuedValues issued);
        return new OAuthClient
        {
            ClientId = Api.RequireId(operation, issued.ClientId),
            ClientSecret = WireValues.Secret(issued.ClientSecret),
            Enabled = WireValues.Flag(issued.Enabled),
            CreatedAt = WireValues.Timestamp(issued.CreatedAt),
            ModifiedAt = WireValues.Timestamp(issued.ModifiedAt),
            Metadata = metadata,
        };
    }

    private static Capabilities Describe(MetadataMap map, params ClientOperation[] missing) => Describe(
        typeof(DocSpaceClientManagement),
        map,
        operation => operation switch
        {
            ClientOperation.SetSecret => "the server alone chooses secrets; rotate it instead.",
            ClientOperation.ListAuthorizedClients => "the caller's own only",
            ClientOperation.RevokeAuthorization => "the caller's own only",
            ClientOperation.GetGrantedScopes => "the caller's own only, and the last grant only",
            ClientOperation.UpdateAuthorization => "the scopes of issued tokens cannot be changed.",
            ClientOperation.DeleteGrantedScopes => "there is no record of grants apart from the consent; revoke it.",
            ClientOperation.SetRequestableScopes => "only on servers after 3.8",
            ClientOperation.ClearRequestableScopes => "a client always has at least one scope.",
            _ => null,
        },
        missing);

    private Task ActivateAsync(ClientOperation operation, string clientId, bool status, CancellationToken cancellationToken) =>
        SettleAsync(
            () => OnClientAsync(
                ApiCall.Write(operation, clientId),
                (api, token) => api.ChangeActivationAsync(clientId, new ChangeClientActivationRequest { Status = status }, token),
                cancellationToken),
            () => IsAsync(operation, clientId, c => c.Enabled == status, cancellationToken));

    /// <summary>A PUT replaces a part of the client: all of that part is sent, changed or as the server sent it.</summary>
    private static WireObject UpdateBody(JsonElement current, ClientMetadata before, IReadOnlyList<MetadataChange> changes)
    {
        var body = new WireObject();
        foreach (MetadataMapping row in DocSpaceProperties.SentInUpdate)
        {
            body[row.RequestName] = Unchanged(row);
        }

        return MetadataMap.Apply(changes, body);

        // A description that is not there stays away: sent as null, some servers store it as the text "null".
        string? Unchanged(MetadataMapping row) =>
            row.RequestName != row.JsonName ? new MetadataChange(row, before.Value(row.Name)).Write(null)
            : row.JsonName == DocSpaceProperties.Description && !DescriptionCodec.IsThere(current.Member(row.JsonName)) ? null
            : current.Member(row.JsonName) is { ValueKind: not JsonValueKind.Undefined } value ? value.GetRawText()
            : WireJson.Null;
    }

    private void EnsureStored(
        ClientOperation operation, IReadOnlyList<MetadataChange> changes, ClientMetadata before, ClientMetadata stored)
    {
        string[] undone =
        [
            .. changes.Where(c => MetadataMap.IsUndone(c, stored)).Select(c => c.Mapping.Name),
        ];
        if (undone.Any(name => DocSpaceProperties.UpTo38.Find(name).Capability.Updatable
            || !MetadataValues.AreEqual(name, before.Value(name), stored.Value(name))))
        {
            // Every server stores these. Another update, made from what the client was before, has set them back.
            throw new ClientConflictException(Accepted(
                operation, "another change of the client got in between and undid this one; read the client and try again.") with
            {
                FieldErrors = [.. undone.Select(name => new FieldError(name, "is as it was"))],
            });
        }

        if (undone.Length > 0)
        {
            throw new OperationNotSupportedException(Accepted(
                operation,
                "the server reported success but did not store everything; all other changes of the call are stored. "
                + "Set ServerVersion to be told beforehand.") with
            {
                FieldErrors = [.. undone.Select(name => new FieldError(name, "is as it was: this server ignores the change"))],
            });
        }
    }

    private ClientManagementError Accepted(ClientOperation operation, string summary) =>
        Api.Error(operation, summary) with { StatusCode = HttpStatusCode.OK };
}
