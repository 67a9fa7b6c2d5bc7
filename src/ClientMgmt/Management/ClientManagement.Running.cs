using System.Runtime.CompilerServices;
using ClientMgmt.Wire;

namespace ClientMgmt.Management;

// How operations are run: observed, refused if the backend lacks them, and about an id that means a client.
internal sealed partial class ClientManagement
{
    private Task<T> RunAsync<T>(ClientOperation operation, string? clientId, Func<OperationInfo, Task<T>> run) =>
        _observer.ObserveAsync(operation, () =>
        {
            try
            {
                EnsureSupported(operation);
                if (clientId is not null || IsAboutOne(operation))
                {
                    ClientIds.Check(clientId!, adapter.ReservedIds);
                }

                return run(new OperationInfo(configured(), operation, clientId));
            }
            catch (Exception e)
            {
                return Task.FromException<T>(e);
            }
        });

    /// <summary>Changes a client in its turn and, if no answer tells whether the change was made, looks.</summary>
    private Task ChangeAsync(
        ClientOperation operation,
        string clientId,
        Func<OperationInfo, Task> change,
        Func<OperationInfo, Task<bool>> isMade,
        CancellationToken cancellationToken,
        Action<OperationInfo>? check = null) => RunAsync(operation, clientId, async info =>
        {
            check?.Invoke(info);
            Turn turn = await EnterTurnAsync(info, cancellationToken).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable entered = turn.ConfigureAwait(false);
            await _settlement.SettleAsync(() => change(turn.Operation), () => isMade(turn.Operation), cancellationToken).ConfigureAwait(false);
            return true;
        });

    // Where a client has several names, its changes follow one another whatever it is called.
    private async Task<Turn> EnterTurnAsync(OperationInfo operation, CancellationToken cancellationToken)
    {
        string id = await CanonicalIdAsync(operation, cancellationToken).ConfigureAwait(false);
        IDisposable own = await operation.Provider.State.Changes.EnterAsync(id, cancellationToken).ConfigureAwait(false);
        try
        {
            return new Turn(operation, own, await adapter.LockAsync(operation, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    /// <summary>The id as the server tells it, where the caller may have used another name of the client.</summary>
    private async ValueTask<string> CanonicalIdAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        adapter.CanonicalId(operation.RequiredClientId)
        ?? (await ReadAsync(operation, cancellationToken).ConfigureAwait(false)).ClientId;

    private IAsyncEnumerable<T> List<T>(
        ClientOperation operation,
        ClientListOptions? options,
        Func<OperationInfo, ClientListOptions, IPageSource<T>> open,
        CancellationToken cancellationToken)
    {
        options ??= new ClientListOptions();
        int most = options.ReadAhead ?? adapter.ReadAhead;
        try
        {
            EnsureSupported(operation);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most, nameof(ClientListOptions.ReadAhead));

            // What is wrong with the arguments is told at once, and not when the list is enumerated.
            _ = open(new OperationInfo(configured(), operation), options);
        }
        catch (Exception e)
        {
            _observer.Refused(operation, e);
            throw;
        }

        IAsyncEnumerable<T> items = ReadAhead.ReadAsync(
            isLeft => open(new OperationInfo(configured(), operation) { IsAbandoned = isLeft }, options), most, cancellationToken);
        return _observer.ObserveAsync(operation, items, CancellationToken.None);
    }

    private void EnsureSupported(ClientOperation operation)
    {
        if (!adapter.Capabilities.Supports(operation))
        {
            throw new OperationNotSupportedException(new ClientManagementError
            {
                Provider = provider,
                Operation = operation,
                Summary = $"not supported: {adapter.Capabilities.Operations[operation].Remark ?? "the backend has no such operation."}",
            });
        }
    }

    private static bool IsAboutOne(ClientOperation operation) => operation is not (ClientOperation.List or ClientOperation.Create
        or ClientOperation.ListAuthorizedClients or ClientOperation.ListScopes or ClientOperation.ListInfo
        or ClientOperation.DeleteAllOwnClients or ClientOperation.DeleteAllTenantClients);
}
