using System.Net;
using ClientMgmt.Management;
using ClientMgmt.Mapping;
using ClientMgmt.Telemetry;
using ClientMgmt.Wire;

namespace ClientMgmt.DynamicRegistration;

// The known clients, and scopes; all else the standards do not have.
internal sealed partial class RegistrationAdapter
{
    public override IPageSource<OAuthClient> OpenList(OperationInfo operation, ClientListOptions options) =>
        OpenList(operation, options, Known(operation).ListAsync);

    private KnownClients OpenList(
        OperationInfo operation, ClientListOptions options, Func<CancellationToken, ValueTask<IReadOnlyList<RegistrationEntry>>> list)
    {
        int limit = options.PageSize ?? KnownClients.AtOnce;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit, nameof(ClientListOptions.PageSize));
        if (options.Developer is not null)
        {
            throw new OperationNotSupportedException(Error(operation.Operation, "registered clients have no developer to list by."));
        }

        return new KnownClients(
            options.Cursor,
            limit,
            list,
            ReadListedAsync,
            token => operation.Provider.Options.Issuer is null ? Task.CompletedTask : ServerMetadata.AskAsync(_connection, operation, token),
            count => operation.Provider.Services.Telemetry.LeftOut(operation.Provider.Name, operation.Operation, count),
            options.OnUnreadable,
            errors => Lacking(operation.Operation, errors));

        async Task<(OAuthClient? Client, ClientManagementException? Error)> ReadListedAsync(string clientId, CancellationToken cancellationToken)
        {
            try
            {
                OperationInfo about = operation with { ClientId = clientId };
                return (ToClient(operation.Operation, await GetAsync(about, cancellationToken).ConfigureAwait(false)), null);
            }
            catch (ClientManagementException e) when (IsGone(e))
            {
                return (null, e as AccessDeniedException);
            }
            catch (RegistrationStoreException e)
            {
                return (null, e);
            }
        }
    }

    // What is wrong with the store comes first: it may be why the rest is refused.
    private ClientManagementException Lacking(ClientOperation operation, IReadOnlyDictionary<string, ClientManagementException> errors)
    {
        string ids = string.Join(", ", errors.Keys.Select(id => Disclosure.Clean(id, [])));
        return errors.Values.OfType<RegistrationStoreException>().FirstOrDefault() is { } failed
            ? new RegistrationStoreException(Error(operation, $"the list lacks {errors.Count} of the known clients: {ids}. Of the first, {failed.Error.Summary}"), failed.InnerException)
            : new AccessDeniedException(Error(operation, $"""
                the list lacks {errors.Count} of the known clients, because the server refuses their keys: {ids}. They are gone, or their keys were replaced elsewhere; remove a client that is gone from the store of registrations.
                """) with { StatusCode = HttpStatusCode.Unauthorized });
    }

    public override async Task ClearRequestableScopesAsync(OperationInfo operation, CancellationToken cancellationToken)
    {
        System.Text.Json.JsonElement current = await GetAsync(operation, cancellationToken).ConfigureAwait(false);
        ClientMetadata before = Map.Read(current);
        IReadOnlyList<MetadataChange> changes = Map.Compare(before, before with { Scope = null });
        MetadataGuard.EnsureUpdatable(operation.Provider.Name, operation.Operation, changes);
        if (changes.Count > 0)
        {
            EnsureStored(operation, changes, before, ToClient(
                operation.Operation, await UpdateAsync(operation, current, changes, cancellationToken).ConfigureAwait(false)));
        }
    }

    public override async Task<ProviderHealth> ProbeAsync(OperationInfo operation, CancellationToken cancellationToken)
    {
        if (_isManaged)
        {
            await AskForNobodyAsync(operation, cancellationToken).ConfigureAwait(false);
            return new ProviderHealth(Answers: true, AcceptsCredential: true);
        }

        // A list of nothing asks for the metadata of the issuer, if there is one.
        IReadOnlyList<RegistrationEntry> known = Capabilities.Supports(ClientOperation.List)
            ? await Known(operation).ListAsync(cancellationToken).ConfigureAwait(false)
            : [];
        await ReadOneAsync(options => OpenList(operation, options, _ => ValueTask.FromResult(known)), cancellationToken).ConfigureAwait(false);
        bool isAsked = known.Count > 0 || operation.Provider.Options.Issuer is not null;
        return new ProviderHealth(isAsked ? true : null, AcceptsCredential: null);
    }

    // Of an id that nobody has, a server that accepts the token says that there is no such client.
    private async Task AskForNobodyAsync(OperationInfo operation, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(operation with { ClientId = $"{Guid.NewGuid()}" }, cancellationToken).ConfigureAwait(false);
        }
        catch (ClientNotFoundException)
        {
        }
    }

    public override async Task<IReadOnlyList<OAuthScope>> ListScopesAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        [.. (await _metadata.FindScopesAsync(_connection, operation, cancellationToken).ConfigureAwait(false)).Select(name => new OAuthScope { Name = name })];
}
