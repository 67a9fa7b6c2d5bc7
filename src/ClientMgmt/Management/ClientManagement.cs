using System.Runtime.CompilerServices;
using System.Text.Json;
using ClientMgmt.Mapping;
using ClientMgmt.Telemetry;
using ClientMgmt.Wire;

namespace ClientMgmt.Management;

/// <summary>
/// The contract, over what a backend supplies: arguments are checked, changes of one client follow one another, and none is
/// lost, made twice, or reported wrongly.
/// </summary>
/// <param name="provider">The name of the provider.</param>
/// <param name="adapter">The backend.</param>
/// <param name="configured">The provider, as it is configured now.</param>
/// <param name="telemetry">Logs, counts and traces what happens.</param>
/// <param name="time">The clock.</param>
internal sealed partial class ClientManagement(
    string provider, BackendAdapter adapter, Func<Provider> configured, Instruments telemetry, TimeProvider time) : IClientManagement, IProbe
{
    private readonly OperationObserver _observer = new(provider, telemetry, time);
    private readonly Settlement _settlement = new(telemetry);

    public string Provider => provider;

    public Capabilities Capabilities => adapter.Capabilities;

    public IGrants Grants => this;

    public IScopes Scopes => this;

    public IConsentViews ConsentViews => this;

    public IBulkDeletion BulkDeletion => this;

    public Task<OAuthClient> GetAsync(string clientId, CancellationToken cancellationToken = default) =>
        RunAsync(ClientOperation.Get, clientId, operation => ReadAsync(operation, cancellationToken));

    public IAsyncEnumerable<OAuthClient> ListAsync(
        ClientListOptions? options = null, CancellationToken cancellationToken = default) =>
        List(ClientOperation.List, options, adapter.OpenList, cancellationToken);

    public Task<ClientPage> ListPageAsync(ClientListOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(ClientOperation.List, null, async operation =>
        {
            IPageSource<OAuthClient> source = adapter.OpenList(operation, options ?? new ClientListOptions());
            if (source.RequestAsync(cancellationToken) is not { } request)
            {
                return new ClientPage { Clients = [] };
            }

            Func<IReadOnlyList<OAuthClient>> page = await request.ConfigureAwait(false);
            return new ClientPage { Clients = page(), NextCursor = source.NextCursor };
        });

    public Task<ProviderHealth> ProbeAsync(CancellationToken cancellationToken) => _observer.ObserveAsync(
        ClientOperation.List,
        async () => await adapter.ProbeAsync(new OperationInfo(configured(), ClientOperation.List), cancellationToken).ConfigureAwait(false));

    public Task<OAuthClient> CreateAsync(ClientMetadata metadata, CancellationToken cancellationToken = default) =>
        RunAsync(ClientOperation.Create, null, async operation =>
        {
            ArgumentNullException.ThrowIfNull(metadata);
            IReadOnlyList<MetadataChange> values = adapter.Map.Compare(new ClientMetadata(), metadata);
            MetadataGuard.EnsureCreatable(adapter.Map, provider, values);
            OAuthClient created = adapter.ToClient(
                ClientOperation.Create, await adapter.CreateAsync(operation, values, cancellationToken).ConfigureAwait(false));
            adapter.EnsureStored(operation with { ClientId = created.ClientId }, values, new ClientMetadata(), created);
            return created;
        });

    public Task<OAuthClient> UpdateAsync(
        string clientId, Func<ClientMetadata, ClientMetadata> change, CancellationToken cancellationToken = default) =>
        RunAsync(ClientOperation.Update, clientId, operation =>
        {
            ArgumentNullException.ThrowIfNull(change);
            return UpdateAsync(operation, change, cancellationToken);
        });

    public Task DeleteAsync(string clientId, CancellationToken cancellationToken = default) => ChangeAsync(
        ClientOperation.Delete,
        clientId,
        operation => DeleteAsync(operation, cancellationToken),
        operation => IsGoneAsync(operation, cancellationToken),
        cancellationToken);

    public Task EnableAsync(string clientId, CancellationToken cancellationToken = default) =>
        SetEnabledAsync(ClientOperation.Enable, clientId, true, cancellationToken);

    public Task DisableAsync(string clientId, CancellationToken cancellationToken = default) =>
        SetEnabledAsync(ClientOperation.Disable, clientId, false, cancellationToken);

    // An update of Authlete sends the whole client, its secret included, so that secrets change in turn with updates.
    public Task<Secret> RotateSecretAsync(string clientId, CancellationToken cancellationToken = default) =>
        RunAsync(ClientOperation.RotateSecret, clientId, async operation =>
        {
            Turn turn = await EnterTurnAsync(operation, cancellationToken).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable entered = turn.ConfigureAwait(false);
            operation = turn.Operation;
            return await adapter.RotateSecretAsync(operation, cancellationToken).ConfigureAwait(false)
                ?? adapter.ToClient(
                    operation.Operation, await adapter.ReadStoredAsync(operation, cancellationToken).ConfigureAwait(false)).ClientSecret
                ?? throw new UnexpectedResponseException(new ClientManagementError
                {
                    Provider = provider,
                    Operation = operation.Operation,
                    ClientId = Disclosure.Clean(operation.ClientId, []),
                    Summary = "the secret was rotated, but no answer holds the new one.",
                });
        });

    public Task SetSecretAsync(string clientId, Secret secret, CancellationToken cancellationToken = default) => ChangeAsync(
        ClientOperation.SetSecret,
        clientId,
        operation => adapter.SetSecretAsync(operation with { Secret = secret }, secret, cancellationToken),
        async operation => secret.Equals((await ReadAsync(operation, cancellationToken).ConfigureAwait(false)).ClientSecret),
        cancellationToken,
        check: _ =>
        {
            ArgumentNullException.ThrowIfNull(secret);
            if (Capabilities.SecretRule is { } rule && !rule.Accepts(secret))
            {
                throw new ArgumentException($"{rule}", nameof(secret));
            }
        });

    private Task SetEnabledAsync(ClientOperation change, string clientId, bool enabled, CancellationToken cancellationToken) =>
        ChangeAsync(
            change,
            clientId,
            operation => adapter.SetEnabledAsync(operation, enabled, cancellationToken),
            async operation => (await ReadAsync(operation, cancellationToken).ConfigureAwait(false)).Enabled == enabled,
            cancellationToken);

    // No backend has conditional requests: at least the updates of this process do not overwrite each other.
    private async Task<OAuthClient> UpdateAsync(
        OperationInfo operation, Func<ClientMetadata, ClientMetadata> change, CancellationToken cancellationToken)
    {
        Turn turn = await EnterTurnAsync(operation, cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable entered = turn.ConfigureAwait(false);
        operation = turn.Operation;
        for (int lost = 0; ; lost++)
        {
            ResilienceOptions resilience = operation.Provider.Options.Resilience;
            try
            {
                return await UpdateOnceAsync(operation, change, cancellationToken).ConfigureAwait(false);
            }
            catch (ClientConflictException e) when (adapter.IsLostRace(e) && lost < resilience.MaxRetryAttempts)
            {
                await Task.Delay(RetryRules.OwnDelay(resilience, lost, Random.Shared.NextDouble()), time, cancellationToken)
                    .ConfigureAwait(false);
            }
        }
    }

    private async Task<OAuthClient> UpdateOnceAsync(
        OperationInfo operation, Func<ClientMetadata, ClientMetadata> change, CancellationToken cancellationToken)
    {
        JsonElement current = await adapter.GetAsync(operation, cancellationToken).ConfigureAwait(false);

        // Without an id it is no client. Sent back, such an answer would clear the client that is there.
        OAuthClient client = adapter.ToClient(operation.Operation, current);
        ClientMetadata after = change(client.Metadata)
            ?? throw new ArgumentException("The change returned null; return the metadata that the client is to have.", nameof(change));
        IReadOnlyList<MetadataChange> altered = adapter.Map.Compare(client.Metadata, after);
        MetadataGuard.EnsureUpdatable(provider, operation.Operation, altered);
        return altered.Count == 0 ? client : await _settlement.SettleAsync(
            async () =>
            {
                OAuthClient updated = adapter.ToClient(
                    operation.Operation, await adapter.UpdateAsync(operation, current, altered, cancellationToken).ConfigureAwait(false));
                adapter.EnsureStored(operation, altered, client.Metadata, updated);
                return updated;
            },
            async () =>
            {
                OAuthClient now = await ReadAsync(operation, cancellationToken).ConfigureAwait(false);
                return altered.All(c => MetadataMap.IsMade(c, now.Metadata)) ? now : null;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<OAuthClient> ReadAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        adapter.ToClient(operation.Operation, await adapter.GetAsync(operation, cancellationToken).ConfigureAwait(false));

    private async Task DeleteAsync(OperationInfo operation, CancellationToken cancellationToken)
    {
        try
        {
            await adapter.DeleteAsync(operation, cancellationToken).ConfigureAwait(false);
        }
        catch (ClientConflictException e) when (adapter.IsLostRace(e))
        {
            if (!await IsGoneAsync(operation, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }
        }
    }

    private async Task<bool> IsGoneAsync(OperationInfo operation, CancellationToken cancellationToken)
    {
        try
        {
            await adapter.GetAsync(operation, cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (ClientNotFoundException)
        {
            return true;
        }
    }
}
