using System.Text.Json;
using ClientMgmt.Http;
using ClientMgmt.Mapping;
using ClientMgmt.Registration;
using ClientMgmt.JsonText;
using ClientMgmt.Serialization;

namespace ClientMgmt.Authlete;

/// <summary>The adapter for Authlete v2 and v3, which behave alike.</summary>
internal sealed partial class AuthleteClientManagement : ClientManagementBase<IAuthleteApi>
{
    private const int LongestSecret = 86;

    private static readonly Lazy<Capabilities> s_v2 = new(() => Describe(AuthleteProperties.V2));
    private static readonly Lazy<Capabilities> s_v3 = new(() => Describe(AuthleteProperties.V3));

    private AuthleteClientManagement(
        ProviderContext context, BackendDefinition definition, MetadataMap map, Lazy<Capabilities> capabilities)
        : base(new ApiCaller<IAuthleteApi>(context, new AuthleteProtocol(definition, map)), map, capabilities)
    {
    }

    // The last segment of the list's path, which would take the place of an id in get/{clientId}.
    protected override IReadOnlyCollection<string> ReservedIds { get; } = ["list"];

    public static AuthleteClientManagement Create(ProviderContext context, BackendDefinition definition) =>
        definition.Backend == Backend.AuthleteV2
            ? new AuthleteClientManagement(context, definition, AuthleteProperties.V2, s_v2)
            : new AuthleteClientManagement(context, definition, AuthleteProperties.V3, s_v3);

    public override IAsyncEnumerable<OAuthClient> ListAsync(
        ClientListOptions? options = null, CancellationToken cancellationToken = default) => ReadPagesAsync(
            ClientOperation.List,
            options,
            async (api, start, end, token) =>
            {
                ClientGetListResponse page = await api.ListClientsAsync(options?.Developer, start, end, token).ConfigureAwait(false);
                return (page.Total, page.Items);
            },
            cancellationToken);

    public override Task DeleteAsync(string clientId, CancellationToken cancellationToken = default) => SettleAsync(
        () => OnClientAsync(
            ApiCall.Write(ClientOperation.Delete, clientId),
            (api, token) => api.DeleteClientAsync(clientId, token),
            cancellationToken),
        () => IsGoneAsync(ClientOperation.Delete, clientId, cancellationToken));

    public override Task EnableAsync(string clientId, CancellationToken cancellationToken = default) =>
        SetLockAsync(ClientOperation.Enable, clientId, locked: false, cancellationToken);

    public override Task DisableAsync(string clientId, CancellationToken cancellationToken = default) =>
        SetLockAsync(ClientOperation.Disable, clientId, locked: true, cancellationToken);

    public override async Task<Secret> RotateSecretAsync(string clientId, CancellationToken cancellationToken = default)
    {
        ClientSecretRefreshResponse answer = await OnClientAsync(
            ApiCall.Write(ClientOperation.RotateSecret, clientId),
            (api, token) => api.RotateSecretAsync(clientId, token),
            cancellationToken).ConfigureAwait(false);
        return await RequireSecretAsync(clientId, WireValues.Text(answer.Json.Member(Names.NewSecret)), cancellationToken).ConfigureAwait(false);
    }

    public override async Task SetSecretAsync(string clientId, Secret secret, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(secret);
        string value = secret.Reveal();
        if (value.Length > LongestSecret || !value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new ArgumentException($"A secret has 1 to {LongestSecret} characters of A-Z, a-z, 0-9, - and _.", nameof(secret));
        }

        var body = new ClientSecretUpdateRequest { ClientSecret = value };
        await SettleAsync(
            () => OnClientAsync(
                ApiCall.Write(ClientOperation.SetSecret, clientId) with { Secret = secret },
                (api, token) => api.SetSecretAsync(clientId, body, token),
                cancellationToken),
            () => IsAsync(ClientOperation.SetSecret, clientId, c => secret.Equals(c.ClientSecret), cancellationToken))
            .ConfigureAwait(false);
    }

    protected override async Task<JsonElement> ReadAsync(
        ClientOperation operation, string clientId, CancellationToken cancellationToken) =>
        (await OnClientAsync(
            ApiCall.Read(operation, clientId), (api, token) => api.GetClientAsync(clientId, token), cancellationToken)
            .ConfigureAwait(false)).Json;

    protected override async Task<JsonElement> SendCreateAsync(
        IReadOnlyList<MetadataChange> changes, CancellationToken cancellationToken)
    {
        WireObject body = WithClientType(changes, MetadataMap.Apply(changes, new WireObject(changes.Count + 1)));
        Client created = await Api.SendAsync(
            ApiCall.Write(ClientOperation.Create),
            (api, token) => api.CreateClientAsync(new Client { Content = body }, token),
            cancellationToken).ConfigureAwait(false);
        return created.Json;
    }

    // An update replaces everything: what is left out is cleared. So the whole document goes back, with what this
    // library does not know.
    protected override async Task<JsonElement> SendUpdateAsync(
        ClientOperation operation,
        string clientId,
        JsonElement current,
        IReadOnlyList<MetadataChange> changes,
        CancellationToken cancellationToken)
    {
        WireObject body = WithClientType(changes, MetadataMap.Apply(changes, new WireObject(current)));
        Client updated = await Api.SendAsync(
            ApiCall.Write(operation, clientId) with { Secret = SecretOf(current) },
            (api, token) => api.UpdateClientAsync(clientId, new Client { Content = body }, token),
            cancellationToken).ConfigureAwait(false);
        return updated.Json.Member(AuthleteProperties.ClientId).ValueKind != JsonValueKind.Undefined
            ? updated.Json
            : await ReadStoredAsync(operation, clientId, cancellationToken).ConfigureAwait(false);
    }

    protected override OAuthClient ToClient(ClientOperation operation, JsonElement document)
    {
        ClientMetadata metadata = Map.Read(document, out IssuedValues issued);
        return new OAuthClient
        {
            ClientId = Api.RequireId(operation, issued.ClientId),
            ClientSecret = WireValues.Secret(issued.ClientSecret),

            // The member is called "locked".
            Enabled = !WireValues.Flag(issued.Enabled),
            CreatedAt = WireValues.Milliseconds(issued.CreatedAt),
            ModifiedAt = WireValues.Milliseconds(issued.ModifiedAt),
            Metadata = metadata,
        };
    }

    private static Capabilities Describe(MetadataMap map) => Describe(
        typeof(AuthleteClientManagement),
        map,
        operation => operation switch
        {
            ClientOperation.ListAuthorizedClients => "needs a subject",
            ClientOperation.RevokeAuthorization => "needs a subject",
            ClientOperation.GetGrantedScopes => "needs a subject",
            ClientOperation.ListScopes => "the scopes belong to the service's configuration, not to client management.",
            ClientOperation.GetInfo => "there is no view of a client for consent pages.",
            ClientOperation.ListInfo => "there is no view of a client for consent pages.",
            ClientOperation.GetPublicInfo => "every request needs a credential.",
            ClientOperation.DeleteAllOwnClients => "clients are deleted one by one.",
            ClientOperation.DeleteAllTenantClients => "clients are deleted one by one.",
            _ => null,
        });

    private static Secret? SecretOf(JsonElement document) => WireValues.Secret(document.Member(AuthleteProperties.ClientSecret));

    // The standards know no type: a client that authenticates is confidential (RFC 7591 section 2). Authlete has a
    // property for it, and its token endpoint refuses a type that does not fit the method.
    private static WireObject WithClientType(IReadOnlyList<MetadataChange> changes, WireObject body)
    {
        bool isGiven = changes.Any(c => c.Mapping.JsonName == AuthleteProperties.ClientType);
        object? method = changes.FirstOrDefault(c => c.Mapping.JsonName == AuthleteProperties.TokenAuthMethod)?.Value;
        if (!isGiven && method is not null)
        {
            body[AuthleteProperties.ClientType] = WireJson.Write(method is ClientAuthenticationMethods.None
                ? AuthleteVocabulary.PublicClient
                : AuthleteVocabulary.ConfidentialClient);
        }

        return body;
    }

    // An update sends the whole document, the lock included.
    private async Task SetLockAsync(
        ClientOperation operation, string clientId, bool locked, CancellationToken cancellationToken)
    {
        using IDisposable turn = await EnterAsync(clientId, cancellationToken).ConfigureAwait(false);
        await SettleAsync(
            () => OnClientAsync(
                ApiCall.Write(operation, clientId),
                (api, token) => api.SetClientLockAsync(clientId, new ClientFlagUpdateRequest { ClientLocked = locked }, token),
                cancellationToken),
            () => IsAsync(operation, clientId, c => c.Enabled == !locked, cancellationToken)).ConfigureAwait(false);
    }
}
