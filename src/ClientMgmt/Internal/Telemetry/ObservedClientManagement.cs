using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ClientMgmt.Telemetry;

/// <summary>Tells what every operation of an adapter does: one span and one duration each.</summary>
internal sealed class ObservedClientManagement(IClientManagement inner, Instruments telemetry, TimeProvider time) : IClientManagement
{
    public string Provider => inner.Provider;

    public Capabilities Capabilities => inner.Capabilities;

    public Task<OAuthClient> GetAsync(string clientId, CancellationToken cancellationToken = default) =>
        ObserveAsync(ClientOperation.Get, () => inner.GetAsync(clientId, cancellationToken));

    public IAsyncEnumerable<OAuthClient> ListAsync(
        ClientListOptions? options = null, CancellationToken cancellationToken = default) =>
        ObserveAsync(ClientOperation.List, () => inner.ListAsync(options, cancellationToken));

    public Task<OAuthClient> CreateAsync(ClientMetadata metadata, CancellationToken cancellationToken = default) =>
        ObserveAsync(ClientOperation.Create, () => inner.CreateAsync(metadata, cancellationToken));

    public Task<OAuthClient> UpdateAsync(
        string clientId, Func<ClientMetadata, ClientMetadata> change, CancellationToken cancellationToken = default) =>
        ObserveAsync(ClientOperation.Update, () => inner.UpdateAsync(clientId, change, cancellationToken));

    public Task DeleteAsync(string clientId, CancellationToken cancellationToken = default) =>
        ObserveAsync(ClientOperation.Delete, () => inner.DeleteAsync(clientId, cancellationToken));

    public Task EnableAsync(string clientId, CancellationToken cancellationToken = default) =>
        ObserveAsync(ClientOperation.Enable, () => inner.EnableAsync(clientId, cancellationToken));

    public Task DisableAsync(string clientId, CancellationToken cancellationToken = default) =>
        ObserveAsync(ClientOperation.Disable, () => inner.DisableAsync(clientId, cancellationToken));

    public Task<Secret> RotateSecretAsync(string clientId, CancellationToken cancellationToken = default) =>
        ObserveAsync(ClientOperation.RotateSecret, () => inner.RotateSecretAsync(clientId, cancellationToken));

    public Task SetSecretAsync(string clientId, Secret secret, CancellationToken cancellationToken = default) =>
        ObserveAsync(ClientOperation.SetSecret, () => inner.SetSecretAsync(clientId, secret, cancellationToken));

    public IAsyncEnumerable<AuthorizedClient> ListAuthorizedClientsAsync(
        string? subject, ClientListOptions? options = null, CancellationToken cancellationToken = default) => ObserveAsync(
            ClientOperation.ListAuthorizedClients,
            () => inner.ListAuthorizedClientsAsync(subject, options, cancellationToken));

    public Task UpdateAuthorizationAsync(
        string clientId, string subject, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default) =>
        ObserveAsync(
            ClientOperation.UpdateAuthorization,
            () => inner.UpdateAuthorizationAsync(clientId, subject, scopes, cancellationToken));

    public Task RevokeAuthorizationAsync(string clientId, string? subject, CancellationToken cancellationToken = default) =>
        ObserveAsync(
            ClientOperation.RevokeAuthorization, () => inner.RevokeAuthorizationAsync(clientId, subject, cancellationToken));

    public Task<GrantedScopes> GetGrantedScopesAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default) => ObserveAsync(
            ClientOperation.GetGrantedScopes, () => inner.GetGrantedScopesAsync(clientId, subject, cancellationToken));

    public Task DeleteGrantedScopesAsync(string clientId, string subject, CancellationToken cancellationToken = default) =>
        ObserveAsync(
            ClientOperation.DeleteGrantedScopes, () => inner.DeleteGrantedScopesAsync(clientId, subject, cancellationToken));

    public Task<IReadOnlyList<string>?> GetRequestableScopesAsync(
        string clientId, CancellationToken cancellationToken = default) => ObserveAsync(
            ClientOperation.GetRequestableScopes, () => inner.GetRequestableScopesAsync(clientId, cancellationToken));

    public Task<IReadOnlyList<string>?> SetRequestableScopesAsync(
        string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default) => ObserveAsync(
            ClientOperation.SetRequestableScopes, () => inner.SetRequestableScopesAsync(clientId, scopes, cancellationToken));

    public Task ClearRequestableScopesAsync(string clientId, CancellationToken cancellationToken = default) => ObserveAsync(
        ClientOperation.ClearRequestableScopes, () => inner.ClearRequestableScopesAsync(clientId, cancellationToken));

    public Task<IReadOnlyList<OAuthScope>> ListScopesAsync(CancellationToken cancellationToken = default) =>
        ObserveAsync(ClientOperation.ListScopes, () => inner.ListScopesAsync(cancellationToken));

    public Task<OAuthClient> GetInfoAsync(string clientId, CancellationToken cancellationToken = default) =>
        ObserveAsync(ClientOperation.GetInfo, () => inner.GetInfoAsync(clientId, cancellationToken));

    public IAsyncEnumerable<OAuthClient> ListInfoAsync(CancellationToken cancellationToken = default) =>
        ObserveAsync(ClientOperation.ListInfo, () => inner.ListInfoAsync(cancellationToken));

    public Task<OAuthClient> GetPublicInfoAsync(string clientId, CancellationToken cancellationToken = default) =>
        ObserveAsync(ClientOperation.GetPublicInfo, () => inner.GetPublicInfoAsync(clientId, cancellationToken));

    public Task DeleteAllOwnClientsAsync(CancellationToken cancellationToken = default) =>
        ObserveAsync(ClientOperation.DeleteAllOwnClients, () => inner.DeleteAllOwnClientsAsync(cancellationToken));

    public Task DeleteAllTenantClientsAsync(CancellationToken cancellationToken = default) =>
        ObserveAsync(ClientOperation.DeleteAllTenantClients, () => inner.DeleteAllTenantClientsAsync(cancellationToken));

    private Task ObserveAsync(ClientOperation operation, Func<Task> run) => ObserveAsync(operation, async () =>
    {
        await run().ConfigureAwait(false);
        return true;
    });

    private Task<T> ObserveAsync<T>(ClientOperation operation, Func<Task<T>> run)
    {
        if (telemetry.IsObserved)
        {
            return RecordAsync(operation, run);
        }

        try
        {
            return run();
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    private async Task<T> RecordAsync<T>(ClientOperation operation, Func<Task<T>> run)
    {
        long started = time.GetTimestamp();
        using Activity? span = Spans.StartOperation(Provider, operation);
        Exception? failure = null;
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
        finally
        {
            End(span, operation, time.GetElapsedTime(started), failure);
        }
    }

    // What is refused at once is told too.
    private IAsyncEnumerable<T> ObserveAsync<T>(ClientOperation operation, Func<IAsyncEnumerable<T>> list)
    {
        IAsyncEnumerable<T> items;
        try
        {
            items = list();
        }
        catch (Exception e)
        {
            using Activity? span = Spans.StartOperation(Provider, operation);
            End(span, operation, TimeSpan.Zero, e);
            throw;
        }

        return ObserveAsync(operation, items, CancellationToken.None);
    }

    // The caller's code runs between two items: what is current there is the caller's, and its time does not count. The
    // token of the list is with the items already; here is only that of an enumeration, since one made of both would be
    // known to no caller.
    private async IAsyncEnumerable<T> ObserveAsync<T>(
        ClientOperation operation, IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using Activity? span = Spans.StartOperation(Provider, operation);
        TimeSpan elapsed = TimeSpan.Zero;
        Exception? failure = null;
        IAsyncEnumerator<T> enumerator = items.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                long started = time.GetTimestamp();
                try
                {
                    Activity.Current = span ?? Activity.Current;
                    if (!await enumerator.MoveNextAsync().ConfigureAwait(false))
                    {
                        yield break;
                    }
                }
                catch (Exception e)
                {
                    failure = e;
                    throw;
                }
                finally
                {
                    elapsed += time.GetElapsedTime(started);
                }

                yield return enumerator.Current;
            }
        }
        finally
        {
            await enumerator.DisposeAsync().ConfigureAwait(false);
            End(span, operation, elapsed, failure);
        }
    }

    private void End(Activity? span, ClientOperation operation, TimeSpan elapsed, Exception? failure)
    {
        if (failure is not null)
        {
            Spans.FailOperation(span, failure);
        }

        telemetry.EndOperation(Provider, operation, elapsed, failure);
    }
}
