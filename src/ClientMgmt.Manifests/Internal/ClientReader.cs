using System.Runtime.CompilerServices;

namespace ClientMgmt.Manifests;

/// <summary>Reads clients with all that the backend tells of them.</summary>
internal static class ClientReader
{
    /// <summary>The clients of some ids, in the order of the ids, or all.</summary>
    public static async IAsyncEnumerable<OAuthClient> ReadAsync(
        IClientManagement clients,
        IReadOnlyCollection<string>? ids,
        int degree,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        if (ids is not null)
        {
            await foreach (OAuthClient client in InOrderAsync(
                ids.Distinct(StringComparer.Ordinal), degree, clients.GetAsync, cancellationToken).ConfigureAwait(false))
            {
                yield return client;
            }

            yield break;
        }

        await foreach (OAuthClient client in clients.ListAsync(null, cancellationToken).ConfigureAwait(false))
        {
            yield return await CompleteAsync(clients, client, cancellationToken).ConfigureAwait(false);
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
        IEnumerable<TKey> keys,
        int degree,
        Func<TKey, CancellationToken, Task<T>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<Task<T>>();
        try
        {
            foreach (TKey key in keys)
            {
                if (running.Count == degree)
                {
                    yield return await running.Dequeue().ConfigureAwait(false);
                }

                running.Enqueue(read(key, stop.Token));
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
}
