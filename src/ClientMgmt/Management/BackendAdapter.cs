using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Mapping;
using ClientMgmt.Telemetry;
using ClientMgmt.Values;
using ClientMgmt.Wire;

namespace ClientMgmt.Management;

/// <summary>
/// What a backend supplies: one step of an operation each. <see cref="ClientManagement"/> has checked the arguments before, and
/// that <see cref="Capabilities"/> name the operation; what a backend lacks it does not override.
/// </summary>
/// <param name="provider">The name of the provider.</param>
internal abstract class BackendAdapter(string provider)
{
    public abstract Capabilities Capabilities { get; }

    public abstract MetadataMap Map { get; }

    /// <summary>Ids that would be taken for a part of the API's paths.</summary>
    public abstract IReadOnlyCollection<string> ReservedIds { get; }

    /// <summary>The id itself; null if it may be another name of the client, which only the server can tell.</summary>
    public virtual string? CanonicalId(string clientId) => clientId;

    /// <summary>
    /// Waits until nobody else, in this process or another, changes the client; null where others cannot be kept from it. The
    /// operation then is <see cref="OperationInfo.IsAlone"/>.
    /// </summary>
    public virtual ValueTask<IAsyncDisposable?> LockAsync(OperationInfo operation, CancellationToken cancellationToken) => default;

    /// <summary>How many pages are read at once if the caller does not say.</summary>
    public abstract int ReadAhead { get; }

    /// <summary>A client as the server tells it.</summary>
    public abstract Task<JsonElement> GetAsync(OperationInfo operation, CancellationToken cancellationToken);

    /// <exception cref="ArgumentException">The options hold what the backend does not take.</exception>
    public abstract IPageSource<OAuthClient> OpenList(OperationInfo operation, ClientListOptions options);

    /// <summary>Asks for as little as shows whether the backend answers and accepts the credential.</summary>
    public virtual async Task<ProviderHealth> ProbeAsync(OperationInfo operation, CancellationToken cancellationToken)
    {
        await ReadOneAsync(options => OpenList(operation, options), cancellationToken).ConfigureAwait(false);
        return new ProviderHealth(Answers: true, AcceptsCredential: true);
    }

    /// <summary>Creates a client and returns what the server stored.</summary>
    public abstract Task<JsonElement> CreateAsync(
        OperationInfo operation, IReadOnlyList<MetadataChange> changes, CancellationToken cancellationToken);

    /// <summary>Sends what the backend needs to make the changes, and returns what the server stored.</summary>
    public abstract Task<JsonElement> UpdateAsync(
        OperationInfo operation, JsonElement current, IReadOnlyList<MetadataChange> changes, CancellationToken cancellationToken);

    public abstract Task DeleteAsync(OperationInfo operation, CancellationToken cancellationToken);

    public virtual Task SetEnabledAsync(OperationInfo operation, bool enabled, CancellationToken cancellationToken) => throw Missing(operation);

    /// <summary>Has the server make a new secret; null if its answer holds none.</summary>
    public virtual Task<Secret?> RotateSecretAsync(OperationInfo operation, CancellationToken cancellationToken) => throw Missing(operation);

    public virtual Task SetSecretAsync(OperationInfo operation, Secret secret, CancellationToken cancellationToken) =>
        throw Missing(operation);

    /// <exception cref="ClientManagementException">The backend does not know this subject's grants.</exception>
    /// <exception cref="ArgumentException">The subject is missing.</exception>
    public virtual void CheckSubject(OperationInfo operation, string? subject) => throw Missing(operation);

    public virtual IPageSource<AuthorizedClient> OpenGrants(OperationInfo operation, string? subject, ClientListOptions options) =>
        throw Missing(operation);

    public virtual Task UpdateAuthorizationAsync(
        OperationInfo operation, string subject, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken) =>
        throw Missing(operation);

    public virtual Task RevokeAuthorizationAsync(OperationInfo operation, string? subject, CancellationToken cancellationToken) =>
        throw Missing(operation);

    public virtual Task<GrantedScopes> GetGrantedScopesAsync(
        OperationInfo operation, string? subject, CancellationToken cancellationToken) =>
        throw Missing(operation);

    public virtual Task DeleteGrantedScopesAsync(OperationInfo operation, string subject, CancellationToken cancellationToken) =>
        throw Missing(operation);

    public virtual async Task<IReadOnlyList<string>?> GetRequestableScopesAsync(
        OperationInfo operation, CancellationToken cancellationToken) =>
        MetadataValues.WordsOrNull(Map.Read(await GetAsync(operation, cancellationToken).ConfigureAwait(false)).Scope);

    /// <summary>Whether the scopes are a part of the client's metadata, which an update sets.</summary>
    public virtual bool AreMetadata(IReadOnlyCollection<string> requestableScopes) => true;

    public virtual Task<IReadOnlyList<string>?> SetRequestableScopesAsync(
        OperationInfo operation, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken) =>
        throw Missing(operation);

    public virtual Task ClearRequestableScopesAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        throw Missing(operation);

    public virtual Task<IReadOnlyList<OAuthScope>> ListScopesAsync(
        OperationInfo operation, CancellationToken cancellationToken) => throw Missing(operation);

    public virtual Task<JsonElement> GetInfoAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        throw Missing(operation);

    public virtual IPageSource<OAuthClient> OpenInfo(OperationInfo operation) => throw Missing(operation);

    public virtual Task<JsonElement> GetPublicInfoAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        throw Missing(operation);

    public virtual Task DeleteAllOwnClientsAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        throw Missing(operation);

    public virtual Task DeleteAllTenantClientsAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        throw Missing(operation);

    /// <exception cref="UnexpectedResponseException">The answer is no client.</exception>
    public abstract OAuthClient ToClient(ClientOperation operation, JsonElement document);

    /// <summary>Refuses to report a success where the server took a value and did not store it.</summary>
    /// <param name="operation">The operation, and the client.</param>
    /// <param name="changes">What was sent.</param>
    /// <param name="before">What the client was.</param>
    /// <param name="stored">What it is.</param>
    /// <exception cref="MetadataNotStoredException">Something was not stored; all of it is named.</exception>
    /// <exception cref="ClientConflictException">Another change of the client undid this one.</exception>
    public virtual void EnsureStored(
        OperationInfo operation, IReadOnlyList<MetadataChange> changes, ClientMetadata before, OAuthClient stored)
    {
        if (StoredValues.FindLost(changes, stored.Metadata) is { Count: > 0 } lost)
        {
            throw new MetadataNotStoredException(
                Error(operation, operation.Operation == ClientOperation.Create
                    ? "the client was created, but the server did not store everything; all else is stored."
                    : "the server reported success but did not store everything; all other changes of the call are stored.") with
                {
                    FieldErrors =
                    [
                        .. lost.Select(c => new FieldError(c.Mapping.Name, "is not stored: this server ignores it, or has no place for it")),
                    ],
                },
                stored);
        }
    }

    /// <summary>Whether the server refused a change because another one got in between, so that nothing was done.</summary>
    public virtual bool IsLostRace(ClientConflictException conflict) => false;

    /// <summary>Reads a client that the server has changed already.</summary>
    public async Task<JsonElement> ReadStoredAsync(OperationInfo operation, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(operation, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not ClientNotFoundException && !Settlement.IsCancelled(e, cancellationToken))
        {
            throw NotReadBack(operation, e);
        }
    }

    /// <summary>The error of a change that the server accepted and that could not be read back.</summary>
    protected OutcomeUnknownException NotReadBack(OperationInfo operation, Exception failure)
    {
        var known = failure as ClientManagementException;
        string summary = $"the server accepted the change, but it could not be read back: {Settlement.Describe(failure)}";
        return new OutcomeUnknownException(
            known is null ? Error(operation, summary) : known.Error with { Summary = summary }, known is null ? failure : null);
    }

    /// <summary>Reads a page of one client.</summary>
    protected static async Task ReadOneAsync(Func<ClientListOptions, IPageSource<OAuthClient>> open, CancellationToken cancellationToken) =>
        (await open(new ClientListOptions { PageSize = 1 }).RequestAsync(cancellationToken)!.ConfigureAwait(false))();

    /// <summary>What is known of an error that is the adapter's own.</summary>
    protected ClientManagementError Error(ClientOperation operation, string summary) =>
        new() { Provider = provider, Operation = operation, Summary = summary };

    /// <summary>The same of an error about one client.</summary>
    protected ClientManagementError Error(OperationInfo operation, string summary) => Error(operation.Operation, summary) with
    {
        ClientId = Disclosure.Clean(operation.ClientId, []),
    };

    /// <exception cref="UnexpectedResponseException">The answer holds no id.</exception>
    protected string RequireClientId(ClientOperation operation, JsonElement id) => WireValues.Text(id)
        ?? throw new UnexpectedResponseException(Error(operation, operation == ClientOperation.Create
            ? "the client was probably created, but the answer holds no client id; list the clients before trying again."
            : "the answer holds no client id."));

    /// <summary>Reads a secret that the server has made; null if the answer holds none.</summary>
    protected static Func<JsonElement, Secret?> SecretIn(string member) =>
        answer => WireValues.Text(answer.Member(member)) is { } secret ? new Secret(secret) : null;

    protected NotSupportedException Missing(OperationInfo operation) =>
        new($"{GetType().Name} has no {operation.Operation}, and its capabilities say so.");
}
