using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Management;
using ClientMgmt.Mapping;
using ClientMgmt.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.DynamicRegistration;

/// <summary>Any server with OAuth 2.0 Dynamic Client Registration.</summary>
internal sealed partial class RegistrationAdapter : BackendAdapter
{
    private readonly ServerProfile _profile;
    private readonly bool _isManaged;
    private readonly PipelineConnection _connection;
    private readonly RegistrationStores _stores;
    private readonly ServerMetadata _metadata;

    private RegistrationAdapter(Provider provider) : base(provider.Name)
    {
        _profile = ServerProfiles.Of(provider.Options);
        _isManaged = RegistrationBackend.IsManaged(provider.Options);
        _stores = provider.Services.Application.GetRequiredService<RegistrationStores>();
        _metadata = provider.Services.Application.GetRequiredService<ServerMetadata>();
        Map = RegistrationProperties.For(_profile);
        Capabilities = RegistrationOperations.Describe(Map, _profile, provider.Options);
        _connection = new PipelineConnection(new RegistrationProtocol(Map, _isManaged));
    }

    public override Capabilities Capabilities { get; }

    public override MetadataMap Map { get; }

    // No address is made of an id, but for servers where one token manages all: there it is one segment, whatever it holds.
    public override IReadOnlyCollection<string> ReservedIds => [];

    // A page has several clients, which are read at once.
    public override int ReadAhead => 1;

    public static RegistrationAdapter Create(Provider provider) => new(provider);

    public override async ValueTask<IAsyncDisposable?> LockAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        _isManaged ? null : await Known(operation).LockAsync(cancellationToken).ConfigureAwait(false);

    public override Task<JsonElement> GetAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        AloneAsync(operation, alone => ReadAsync(alone, cancellationToken), cancellationToken);

    public override async Task<JsonElement> CreateAsync(
        OperationInfo operation, IReadOnlyList<MetadataChange> changes, CancellationToken cancellationToken)
    {
        Uri endpoint = await _metadata.FindEndpointAsync(_connection, operation, cancellationToken).ConfigureAwait(false);
        WireObject body = TaggedMembers.Unfold(MetadataMap.Apply(changes, new WireObject(changes.Count)), RegistrationProperties.Tagged);
        if (_profile.CountsOnResponses && ClientDocument.NeedsNoResponses(changes))
        {
            body[ClientInformation.ResponseTypes] = WireJson.WriteList([]);
        }

        var registering = new KeyedRequest(client => client.RegisterClientAsync(Doubting(operation, NamesOf(changes)), body, WireJson.Keep, cancellationToken));
        var connection = new TargetedConnection(_connection, endpoint) { ChangesBringKeys = !_isManaged };
        ClientAnswer told = await ExplainAsync(operation, () => AnswerAsync(registering, connection)).ConfigureAwait(false);
        JsonElement answer = told.Json;
        string clientId = WireValues.Text(answer.Member(ClientInformation.ClientId)) ?? throw new UnexpectedResponseException(Error(
            operation.Operation, "the client was probably created, but the answer holds no client id that can be read, so that the key to it is lost, and no list shows it.") with
        {
            StatusCode = told.Fault?.Error.StatusCode,
        });
        OperationInfo created = operation with { ClientId = clientId };
        if (!_isManaged && await Known(created).TakeNewAsync(answer, clientId, endpoint).ConfigureAwait(false) is null)
        {
            operation.Provider.Services.Telemetry.NoKey(operation.Provider.Name);
            return told.Fault is null ? ClientDocument.Read(answer, _profile) : throw InPart(created, changes, told, "and holds no key to it");
        }

        return !_profile.Missing.Contains(ClientOperation.Get) ? await ReadCreatedAsync(created, changes, told, cancellationToken).ConfigureAwait(false)
            : told.Fault is null ? ClientDocument.Read(answer, _profile)
            : throw InPart(created, changes, told, "and no client can be read there");
    }

    public override async Task<JsonElement> UpdateAsync(
        OperationInfo operation, JsonElement current, IReadOnlyList<MetadataChange> changes, CancellationToken cancellationToken)
    {
        WireObject body = TaggedMembers.Unfold(
            MetadataMap.Apply(changes, ClientDocument.BeginUpdate(current, _profile)), RegistrationProperties.Tagged);
        Secret? secret = IssuedValues.ReadSecret(current.Member(ClientInformation.ClientSecret));
        if (_profile.SendsSecret && secret is not null)
        {
            body[ClientInformation.ClientSecret] = WireJson.Write(secret.Reveal());
        }

        var replacing = new KeyedRequest(client => client.ReplaceClientAsync(
            Doubting(operation, NamesOf(changes)) with { Secret = secret }, body, WireJson.Keep, cancellationToken));
        JsonElement answer = await ExplainAsync(operation, () => ChangeAsync(operation, replacing, cancellationToken)).ConfigureAwait(false);
        Secret? now = IssuedValues.ReadSecret(answer.Member(ClientInformation.ClientSecret));
        bool isReplaced = secret is not null && now is not null && !now.Equals(secret);
        if (isReplaced)
        {
            operation.Provider.Services.Telemetry.SecretReplaced(operation.Provider.Name, operation.Operation);
        }

        try
        {
            JsonElement stored = await ReadChangedAsync(operation, cancellationToken).ConfigureAwait(false);
            return now is null ? stored : WithSecret(stored, answer);
        }
        catch (OutcomeUnknownException e) when (isReplaced)
        {
            // The old secret is void, and the new one may be told nowhere else.
            operation.Provider.Services.Telemetry.NotReadBack(operation.Provider.Name, e);
            return ClientDocument.Read(answer, _profile);
        }
    }

    public override async Task DeleteAsync(OperationInfo operation, CancellationToken cancellationToken)
    {
        var deleting = new KeyedRequest(async client =>
        {
            await client.DeleteClientAsync(operation, cancellationToken).ConfigureAwait(false);
            return default;
        });
        await ExplainAsync(operation, () => ChangeAsync(operation, deleting, cancellationToken)).ConfigureAwait(false);
        if (!_isManaged)
        {
            await Known(operation).RemoveAsync().ConfigureAwait(false);
        }
    }

    // The representation of the vendor's own has its own names. The answer brings another key, which opens both places.
    public override async Task SetSecretAsync(OperationInfo operation, Secret secret, CancellationToken cancellationToken)
    {
        var body = new WireObject
        {
            [OwnRepresentation.ClientId] = WireJson.Write(operation.RequiredClientId),
            [OwnRepresentation.Secret] = WireJson.Write(secret.Reveal()),
        };
        var replacing = new KeyedRequest(
            client => client.ReplaceOwnRepresentationAsync(
                Doubting(operation, [ClientInformation.ClientSecret]), body, WireJson.Keep, cancellationToken),
            Place: _profile.SecretPlace)
        {
            Read = ClientDocument.ReadOwn,
        };
        await ExplainAsync(operation, () => ChangeAsync(operation, replacing, cancellationToken)).ConfigureAwait(false);
    }

    public override void EnsureStored(
        OperationInfo operation, IReadOnlyList<MetadataChange> changes, ClientMetadata before, OAuthClient stored)
    {
        MetadataChange[] hidden = _profile.NeverShown.Count == 0 ? [] : [.. changes.Where(c => _profile.NeverShown.Contains(c.Mapping.Name))];
        if (hidden.Length > 0)
        {
            operation.Provider.Services.Telemetry.Unconfirmed(
                operation.Provider.Name, operation.Operation, hidden.Select(c => c.Mapping.Name));
        }

        base.EnsureStored(operation, hidden.Length == 0 ? changes : [.. changes.Except(hidden)], before, stored);
    }

    public override OAuthClient ToClient(ClientOperation operation, JsonElement document)
    {
        ClientMetadata metadata = Map.Read(document, out IssuedValues issued);
        return new OAuthClient
        {
            ClientId = RequireClientId(operation, issued.ClientId),
            ClientSecret = issued.ClientSecret,
            ClientSecretExpiresAt = WireValues.Seconds(issued.SecretExpiresAt),
            CreatedAt = WireValues.Seconds(issued.CreatedAt),
            ModifiedAt = WireValues.Timestamp(issued.ModifiedAt),
            Metadata = metadata,
        };
    }

    private Registrations Known(OperationInfo operation) => new(_stores.Of(operation.Provider), operation);

    // What 500 may mean.
    private OperationInfo Doubting(OperationInfo operation, IEnumerable<string> names) => !_profile.FailsOnValues ? operation
        : operation with { Doubts = [.. names.Select(name => new FieldError(name, "is one of the values that were sent"))] };

    private static IEnumerable<string> NamesOf(IReadOnlyList<MetadataChange> changes) => changes.Select(c => c.Mapping.Name);
}
