using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Management;
using ClientMgmt.Mapping;
using ClientMgmt.Values;
using ClientMgmt.Wire;

namespace ClientMgmt.DocSpace;

/// <summary>ONLYOFFICE DocSpace.</summary>
internal sealed partial class DocSpaceAdapter : BackendAdapter
{
    private static readonly Lazy<Capabilities> s_current = new(() => DocSpaceOperations.Describe(DocSpaceProperties.Current));

    private static readonly Lazy<Capabilities> s_upTo38 =
        new(() => DocSpaceOperations.Describe(DocSpaceProperties.UpTo38, ClientOperation.SetRequestableScopes));

    private static readonly Lazy<Capabilities> s_upTo36 =
        new(() => DocSpaceOperations.Describe(DocSpaceProperties.UpTo36, ClientOperation.SetRequestableScopes));

    private readonly DocSpaceClient _client;

    private DocSpaceAdapter(Provider provider) : base(provider.Name)
    {
        Map = DocSpaceProperties.For(provider.Options.ServerVersion);
        Capabilities = Describe(provider.Options);
        _client = new DocSpaceClient(new PipelineConnection(new DocSpaceProtocol(Map), Explain));
    }

    public override Capabilities Capabilities { get; }

    public override MetadataMap Map { get; }

    // Segments that stand where an id would. A DELETE of clients/tenant would delete all clients of the tenant.
    public override IReadOnlyCollection<string> ReservedIds { get; } = ["tenant", "info", "consents"];

    // Each page tells where the next one begins, so no more than one can be requested while another is read.
    public override int ReadAhead => 2;

    public static DocSpaceAdapter Create(Provider provider) => new(provider);

    public static Capabilities Describe(ProviderOptions options)
    {
        MetadataMap map = DocSpaceProperties.For(options.ServerVersion);
        return (map == DocSpaceProperties.Current ? s_current : map == DocSpaceProperties.UpTo38 ? s_upTo38 : s_upTo36).Value;
    }

    public override Task<JsonElement> GetAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        _client.GetClientAsync(operation, operation.RequiredClientId, WireJson.Keep, cancellationToken);

    // What a list holds for a secret is its ciphertext.
    public override IPageSource<OAuthClient> OpenList(OperationInfo operation, ClientListOptions options) => OpenPages(
        operation,
        options,
        (cursor, limit, token) => _client.ListClientsAsync(
            operation, limit, cursor.ClientId, cursor.Time, cursor.Page, DocSpacePage.Read, token),
        ClientResponse.ClientId,
        ClientResponse.CreatedOn,
        client => ToClient(operation.Operation, client) with { ClientSecret = null });

    public override async Task<JsonElement> CreateAsync(
        OperationInfo operation, IReadOnlyList<MetadataChange> changes, CancellationToken cancellationToken)
    {
        try
        {
            WireObject body = MetadataMap.Apply(changes, new WireObject(changes.Count));
            return await _client.CreateClientAsync(operation, body, WireJson.Keep, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidClientMetadataException e) when (e.Error.FieldErrors.Count == 0)
        {
            throw new InvalidClientMetadataException(e.Error with
            {
                FieldErrors = e.HasEmptyBody
                    ? await FindUnknownScopesAsync(operation, changes, cancellationToken).ConfigureAwait(false)
                    : Blank(changes),
            });
        }
    }

    // The answer is empty, and does not mean that everything was stored: what counts is what can be read back.
    public override async Task<JsonElement> UpdateAsync(
        OperationInfo operation, JsonElement current, IReadOnlyList<MetadataChange> changes, CancellationToken cancellationToken)
    {
        await _client.UpdateClientAsync(
            operation with { Secret = IssuedValues.ReadSecret(current.Member(ClientResponse.ClientSecret)) },
            operation.RequiredClientId,
            UpdateBody(current, Map.Read(current), changes),
            cancellationToken).ConfigureAwait(false);
        return await ReadStoredAsync(operation, cancellationToken).ConfigureAwait(false);
    }

    public override Task DeleteAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        _client.DeleteClientAsync(operation, operation.RequiredClientId, cancellationToken);

    public override Task SetEnabledAsync(OperationInfo operation, bool enabled, CancellationToken cancellationToken)
    {
        var body = new WireObject { [ChangeClientActivationRequest.Status] = WireJson.Write(enabled) };
        return _client.ChangeActivationAsync(operation, operation.RequiredClientId, body, cancellationToken);
    }

    public override Task<Secret?> RotateSecretAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        _client.RegenerateSecretAsync(
            operation,
            operation.RequiredClientId,
            SecretIn(ClientSecretResponse.ClientSecret),
            cancellationToken);

    public override OAuthClient ToClient(ClientOperation operation, JsonElement document)
    {
        ClientMetadata metadata = Map.Read(document, out IssuedValues issued);
        return new OAuthClient
        {
            ClientId = RequireClientId(operation, issued.ClientId),
            ClientSecret = issued.ClientSecret,
            Enabled = WireValues.Flag(issued.Enabled),
            CreatedAt = WireValues.Timestamp(issued.CreatedAt),
            ModifiedAt = WireValues.Timestamp(issued.ModifiedAt),
            Metadata = metadata,
        };
    }

    // An update is read back, and another one may have got in between.
    public override void EnsureStored(
        OperationInfo operation, IReadOnlyList<MetadataChange> changes, ClientMetadata before, OAuthClient stored)
    {
        if (operation.Operation == ClientOperation.Create)
        {
            base.EnsureStored(operation, changes, before, stored);
            return;
        }

        string[] undone =
        [
            .. changes.Where(c => MetadataMap.IsUndone(c, stored.Metadata)).Select(c => c.Mapping.Name),
        ];
        if (undone.Any(name => DocSpaceProperties.UpTo38.Find(name).Capability.Updatable
            || !MetadataValues.AreEqual(name, before.Value(name), stored.Metadata.Value(name))))
        {
            // Every server stores these. Another update, made from what the client was before, has set them back.
            throw new ClientConflictException(Error(
                operation, "another change of the client got in between and undid this one; read the client and try again.") with
            {
                FieldErrors = [.. undone.Select(name => new FieldError(name, "is as it was"))],
            });
        }

        if (undone.Length > 0)
        {
            throw new MetadataNotStoredException(
                Error(
                    operation,
                    "the server reported success but did not store everything; all other changes of the call are stored. "
                    + "Set ServerVersion to be told beforehand.") with
                {
                    FieldErrors = [.. undone.Select(name => new FieldError(name, "is as it was: this server ignores the change"))],
                },
                stored);
        }
    }

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
            : row.JsonName == ClientResponse.Description && !DescriptionCodec.IsThere(current.Member(row.JsonName)) ? null
            : current.Member(row.JsonName) is { ValueKind: not JsonValueKind.Undefined } value ? value.GetRawText()
            : WireJson.Null;
    }
}
