using System.Text.Json;
using ClientMgmt.Http;
using ClientMgmt.Serialization;

namespace ClientMgmt;

// How changes are made so that none is lost, made twice, or reported wrongly.
internal abstract partial class ClientManagementBase<TApi>
{
    /// <summary>Waits for other changes of the client that this process makes.</summary>
    protected Task<IDisposable> EnterAsync(string clientId, CancellationToken cancellationToken)
    {
        ClientIds.Check(clientId, ReservedIds);
        return api.Changes.EnterAsync(clientId, cancellationToken);
    }

    /// <summary>Makes a change and, if no answer tells whether it was made, reads back; null stands for not made.</summary>
    protected async Task<T> SettleAsync<T>(Func<Task<T>> change, Func<Task<T?>> readBack)
        where T : class
    {
        try
        {
            return await change().ConfigureAwait(false);
        }
        catch (OutcomeUnknownException e)
        {
            api.Telemetry.OutcomeUnknown(e.Error);
            if (await ReadBackAsync(e, readBack).ConfigureAwait(false) is { } result)
            {
                api.Telemetry.OutcomeSettled(e.Error);
                return result;
            }

            throw new OutcomeUnknownException(e.Error with
            {
                Summary = e.Error.Summary + " When it was read back, the change had not been made.",
            });
        }
    }

    /// <summary>The same for changes that answer nothing.</summary>
    protected Task SettleAsync(Func<Task> change, Func<Task<bool>> isMade) => SettleAsync<object>(
        async () =>
        {
            await change().ConfigureAwait(false);
            return this;
        },
        async () => await isMade().ConfigureAwait(false) ? this : null);

    /// <summary>Whether the server says that there is no such client.</summary>
    protected async Task<bool> IsGoneAsync(ClientOperation operation, string clientId, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(operation, clientId, cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (ClientNotFoundException)
        {
            return true;
        }
    }

    /// <summary>Whether a list of grants does not hold the client any more.</summary>
    protected async Task<bool> IsRevokedAsync(
        ClientOperation operation, string clientId, string? subject, CancellationToken cancellationToken) =>
        !await ListGrantsAsync(operation, subject, null, cancellationToken)
            .AnyAsync(c => string.Equals(c.ClientId, clientId, StringComparison.OrdinalIgnoreCase), cancellationToken)
            .ConfigureAwait(false);

    /// <summary>Whether the client reads as it should.</summary>
    protected async Task<bool> IsAsync(
        ClientOperation operation, string clientId, Func<OAuthClient, bool> test, CancellationToken cancellationToken) =>
        test(ToClient(operation, await ReadAsync(operation, clientId, cancellationToken).ConfigureAwait(false)));

    /// <summary>Reads a client that the server has changed already.</summary>
    protected async Task<JsonElement> ReadStoredAsync(
        ClientOperation operation, string clientId, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(operation, clientId, cancellationToken).ConfigureAwait(false);
        }
        catch (ClientManagementException e) when (e is not ClientNotFoundException)
        {
            throw new OutcomeUnknownException(e.Error with
            {
                Summary = $"the server accepted the change, but it could not be read back: {e.Error.Summary}",
            });
        }
    }

    /// <summary>The secret of an answer or, if that holds none, the one that can be read now.</summary>
    protected async Task<Secret> RequireSecretAsync(string clientId, string? secret, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(secret))
        {
            return new Secret(secret);
        }

        JsonElement client = await ReadStoredAsync(ClientOperation.RotateSecret, clientId, cancellationToken).ConfigureAwait(false);
        return ToClient(ClientOperation.RotateSecret, client).ClientSecret ?? throw new UnexpectedResponseException(
            api.Error(ClientOperation.RotateSecret, "the secret was rotated, but no answer holds the new one."));
    }

    private static async Task<T?> ReadBackAsync<T>(OutcomeUnknownException unknown, Func<Task<T?>> readBack)
        where T : class
    {
        try
        {
            return await readBack().ConfigureAwait(false);
        }
        catch (ClientManagementException e)
        {
            throw new OutcomeUnknownException(unknown.Error with
            {
                Summary = $"{unknown.Error.Summary} Reading back failed too: {e.Error.Summary}",
            });
        }
    }
}
