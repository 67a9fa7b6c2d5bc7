using System.Text.Json;
using ClientMgmt.Authlete.V3;
using ClientMgmt.JsonText;
using ClientMgmt.Management;
using ClientMgmt.Mapping;
using ClientMgmt.Wire;

namespace ClientMgmt.Authlete;

/// <summary>Authlete v2 and v3, which behave alike. The names of members are v3's, of which v2's are a part.</summary>
internal sealed partial class AuthleteAdapter : BackendAdapter
{
    private static readonly Lazy<Capabilities> s_v2 = new(() => AuthleteOperations.Describe(AuthleteProperties.MapOfV2, AuthleteProperties.AliasOfV2));
    private static readonly Lazy<Capabilities> s_ownedV2 = new(() => AuthleteOperations.Describe(AuthleteProperties.MapOfOwnedV2, AuthleteProperties.AliasOfV2));
    private static readonly Lazy<Capabilities> s_v3 = new(() => AuthleteOperations.Describe(AuthleteProperties.MapOfV3, AuthleteProperties.AliasOfV3));

    private readonly bool _failsOnUnknown;
    private readonly ApiConnection _connection;
    private readonly Func<ApiConnection, ProviderOptions, IAuthleteClient> _createClient;

    private AuthleteAdapter(
        Provider provider,
        MetadataMap map,
        Capabilities capabilities,
        CredentialKind credential,
        bool failsOnUnknown,
        Func<ApiConnection, ProviderOptions, IAuthleteClient> createClient)
        : base(provider.Name)
    {
        (Map, Capabilities, _failsOnUnknown, _createClient) = (map, capabilities, failsOnUnknown, createClient);
        _connection = new PipelineConnection(new AuthleteProtocol(map, credential), Explain);
    }

    public override Capabilities Capabilities { get; }

    public override MetadataMap Map { get; }

    // The last segment of the list's path, which would take the place of an id in get/{clientId}.
    public override IReadOnlyCollection<string> ReservedIds { get; } = ["list"];

    public override int ReadAhead => 8;

    // Ids are decimal numbers; a client may have an alias as well.
    public override string? CanonicalId(string clientId) => clientId.All(char.IsAsciiDigit) ? clientId.TrimStart('0') : null;

    public static Capabilities DescribeV2(ProviderOptions options) => (HasDeveloper(options) ? s_ownedV2 : s_v2).Value;

    public static Capabilities DescribeV3(ProviderOptions _) => s_v3.Value;

    public static AuthleteAdapter CreateV2(Provider provider) => new(
        provider,
        HasDeveloper(provider.Options) ? AuthleteProperties.MapOfOwnedV2 : AuthleteProperties.MapOfV2,
        DescribeV2(provider.Options),
        CredentialKind.ServiceApiKey,
        failsOnUnknown: false,
        (connection, _) => new V2.AuthleteV2Client(connection));

    public static AuthleteAdapter CreateV3(Provider provider) => new(
        provider,
        AuthleteProperties.MapOfV3,
        DescribeV3(provider.Options),
        CredentialKind.AccessToken,
        failsOnUnknown: true,
        (connection, provider) => new AuthleteV3Client(connection) { ServiceId = provider.ServiceId! });

    public override Task<JsonElement> GetAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        Api(operation).GetClientAsync(operation, operation.RequiredClientId, WireJson.Keep, cancellationToken);

    public override IPageSource<OAuthClient> OpenList(OperationInfo operation, ClientListOptions options) => OpenWindows(
        operation,
        options,
        (start, end, token) => Api(operation).ListClientsAsync(operation, options.Developer, start, end, ReadWindow, token),
        client => ToClient(operation.Operation, client));

    public override Task<JsonElement> CreateAsync(
        OperationInfo operation, IReadOnlyList<MetadataChange> changes, CancellationToken cancellationToken)
    {
        WireObject body = WithClientType(changes, MetadataMap.Apply(changes, new WireObject(changes.Count + 2)));
        if (operation.Provider.Options.Developer is { Length: > 0 } developer)
        {
            body[Client.Developer] ??= WireJson.Write(developer);
        }

        return Api(operation).CreateClientAsync(operation with { Doubts = FindUnknown(changes) }, body, WireJson.Keep, cancellationToken);
    }

    // An update replaces everything: what is left out is cleared. So the whole document goes back, with what this
    // library does not know.
    public override async Task<JsonElement> UpdateAsync(
        OperationInfo operation, JsonElement current, IReadOnlyList<MetadataChange> changes, CancellationToken cancellationToken)
    {
        WireObject body = WithClientType(changes, MetadataMap.Apply(changes, new WireObject(current)));
        Secret? secret = IssuedValues.ReadSecret(current.Member(Client.ClientSecret));
        JsonElement updated = await Api(operation).UpdateClientAsync(
            operation with { Secret = secret, Doubts = FindUnknown(changes) },
            operation.RequiredClientId,
            body,
            WireJson.Keep,
            cancellationToken).ConfigureAwait(false);
        return updated.Member(Client.ClientId).ValueKind != JsonValueKind.Undefined
            ? updated
            : await ReadStoredAsync(operation, cancellationToken).ConfigureAwait(false);
    }

    public override Task DeleteAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        Api(operation).DeleteClientAsync(operation, operation.RequiredClientId, cancellationToken);

    public override Task SetEnabledAsync(OperationInfo operation, bool enabled, CancellationToken cancellationToken)
    {
        var body = new WireObject { [ClientFlagUpdateRequest.ClientLocked] = WireJson.Write(!enabled) };
        return Api(operation).SetClientLockAsync(operation, operation.RequiredClientId, body, Nothing, cancellationToken);
    }

    public override Task<Secret?> RotateSecretAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        Api(operation).RotateSecretAsync(
            operation,
            operation.RequiredClientId,
            SecretIn(ClientSecretRefreshResponse.NewClientSecret),
            cancellationToken);

    public override Task SetSecretAsync(OperationInfo operation, Secret secret, CancellationToken cancellationToken)
    {
        var body = new WireObject { [ClientSecretUpdateRequest.ClientSecret] = WireJson.Write(secret.Reveal()) };
        return Api(operation).SetSecretAsync(operation, operation.RequiredClientId, body, Nothing, cancellationToken);
    }

    public override OAuthClient ToClient(ClientOperation operation, JsonElement document)
    {
        ClientMetadata metadata = Map.Read(document, out IssuedValues issued);
        return new OAuthClient
        {
            ClientId = RequireClientId(operation, issued.ClientId),
            ClientSecret = issued.ClientSecret,

            // The member is called "locked".
            Enabled = !WireValues.Flag(issued.Enabled),
            CreatedAt = WireValues.Milliseconds(issued.CreatedAt),
            ModifiedAt = WireValues.Milliseconds(issued.ModifiedAt),
            Metadata = metadata,
        };
    }

    private static bool HasDeveloper(ProviderOptions options) => !string.IsNullOrEmpty(options.Developer);

    // The standards know no type: a client that authenticates is confidential (RFC 7591 section 2). Authlete has a
    // property for it, and its token endpoint refuses a type that does not fit the method.
    private static WireObject WithClientType(IReadOnlyList<MetadataChange> changes, WireObject body)
    {
        bool isGiven = changes.Any(c => c.Mapping.JsonName == Client.ClientType);
        object? method = changes.FirstOrDefault(c => c.Mapping.JsonName == Client.TokenAuthMethod)?.Value;
        if (!isGiven && method is not null)
        {
            body[Client.ClientType] = WireJson.Write(method is ClientAuthenticationMethods.None
                ? AuthleteVocabulary.PublicClient
                : AuthleteVocabulary.ConfidentialClient);
        }

        return body;
    }

    // Made for each operation, because the service's id may be configured anew.
    private IAuthleteClient Api(OperationInfo operation) => _createClient(_connection, operation.Provider.Options);

    // Words in lists that neither the specification knows nor the server has shown.
    private FieldError[] FindUnknown(IEnumerable<MetadataChange> changes) => !_failsOnUnknown ? [] :
    [
        .. from change in changes
           where change is { Mapping.KnownWords: not null, Value: not null }
           from word in Words(change.Mapping, change.Value).Except(change.Mapping.KnownWords!).Except(Words(change.Mapping, change.Before))
           select new FieldError(change.Mapping.Name, $"the specification does not know {word}"),
    ];

    private static IEnumerable<string> Words(MetadataMapping row, object? value) =>
        value is null ? [] : WireValues.Texts(JsonElement.Parse(row.Codec.Write(value, null))) ?? [];

    // What such an answer says is known already.
    private static bool Nothing(JsonElement answer) => true;
}
