using System.Runtime.CompilerServices;

namespace ClientMgmt.Manifests;

/// <summary>Reads clients with all that the backend tells of them.</summary>
/// <param name="clients">The provider.</param>
/// <param name="maxConcurrency">How many to read at once.</param>
/// <param name="onError">Is told what cannot be read, one call at a time; without it, the first error ends the reading.</param>
internal sealed class ClientReader(IClientManagement clients, int maxConcurrency, Action<string, Exception>? onError = null)
{
    /// <summary>Whether the secrets are needed, which a list may not tell. Default: false.</summary>
    public bool NeedsSecrets { get; init; }

    /// <summary>The clients of some ids, in the order of the ids, or all.</summary>
    public IAsyncEnumerable<OAuthClient> ReadAsync(IReadOnlyCollection<string>? ids, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConcurrency, 1);
        return ids is null
            ? TryEachAsync(
                clients.ListAsync(null, cancellationToken),
                client => client.ClientId,
                (client, token) => NeedsSecrets && client.ClientSecret is null
                    ? clients.GetAsync(client.ClientId, token)
                    : CompleteAsync(clients, client, token).AsTask(),
                cancellationToken)
            : TryEachAsync(
                EachAsync(ids.Distinct(clients.Capabilities.ClientIdComparer)), id => id, clients.GetAsync, cancellationToken);
    }

    private async IAsyncEnumerable<OAuthClient> TryEachAsync<TKey>(
        IAsyncEnumerable<TKey> keys,
        Func<TKey, string> id,
        Func<TKey, CancellationToken, Task<OAuthClient>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach ((TKey key, OAuthClient? client, Exception? error) in InOrderAsync(
            keys, maxConcurrency, (key, token) => TryAsync(key, read, token), cancellationToken).ConfigureAwait(false))
        {
            if (client is not null)
            {
                yield return client;
            }
            else
            {
                onError!(id(key), error!);
            }
        }
    }

    private async Task<(TKey Key, OAuthClient? Client, Exception? Error)> TryAsync<TKey>(
        TKey key, Func<TKey, CancellationToken, Task<OAuthClient>> read, CancellationToken cancellationToken)
    {
        try
        {
            return (key, await read(key, cancellationToken).ConfigureAwait(false), null);
        }
        catch (Exception e) when (onError is not null && !cancellationToken.IsCancellationRequested)
        {
            return (key, null, e);
        }
    }

    /// <summary>
    /// A list may show a short form of each client (Authlete v3 does for some services), which does not say whether the client
    /// is enabled; then the client is read by itself.
    /// </summary>
    public static async ValueTask<OAuthClient> CompleteAsync(
        IClientManagement clients, OAuthClient listed, CancellationToken cancellationToken) =>
        listed.Enabled is not null ? listed : await clients.GetAsync(listed.ClientId, cancellationToken).ConfigureAwait(false);

    /// <summary>Runs several at once and gives the results in the order of the keys.</summary>
    public static async IAsyncEnumerable<T> InOrderAsync<TKey, T>(
        IAsyncEnumerable<TKey> keys,
        int maxConcurrency,
        Func<TKey, CancellationToken, Task<T>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<Task<T>>();
        try
        {
            await foreach (TKey key in keys.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                running.Enqueue(read(key, stop.Token));
                while (running.Count == maxConcurrency || (running.Count > 0 && running.Peek().IsCompleted))
                {
                    yield return await running.Dequeue().ConfigureAwait(false);
                }
            }

            while (running.Count > 0)
            {
                yield return await running.Dequeue().ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The same for keys that are there already.</summary>
    public static IAsyncEnumerable<T> InOrderAsync<TKey, T>(
        IEnumerable<TKey> keys, int maxConcurrency, Func<TKey, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        InOrderAsync(EachAsync(keys), maxConcurrency, read, cancellationToken);

    private static async IAsyncEnumerable<T> EachAsync<T>(IEnumerable<T> items)
    {
        // There is nothing to wait for, but the compiler wants to see it.
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (T item in items)
        {
            yield return item;
        }
    }
}
