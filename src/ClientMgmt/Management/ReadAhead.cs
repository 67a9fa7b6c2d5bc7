using System.Runtime.CompilerServices;

namespace ClientMgmt.Management;

/// <summary>Requests pages before they are needed, and tells their items in order.</summary>
internal static class ReadAhead
{
    /// <summary>
    /// Reads the first page alone. Once an item behind it is asked for, up to <paramref name="most"/> pages are in flight or
    /// in memory, the one included that the consumer works on.
    /// </summary>
    /// <param name="open">Begins an enumeration. It is told how to learn that nobody waits for its requests any more.</param>
    /// <param name="most">How many pages there may be at once.</param>
    /// <param name="listToken">The token given with the list.</param>
    /// <param name="enumerationToken">
    /// The token given with the enumeration. Apart from the other, so that an exception holds the one that was cancelled.
    /// </param>
    public static async IAsyncEnumerable<TItem> ReadAsync<TItem>(
        Func<Func<bool>, IPageSource<TItem>> open,
        int most,
        CancellationToken listToken,
        [EnumeratorCancellation] CancellationToken enumerationToken = default)
    {
        bool isLeft = false;
        IPageSource<TItem> source = open(() => Volatile.Read(ref isLeft));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(listToken, enumerationToken);
        var pages = new Queue<Task<Func<IReadOnlyList<TItem>>>>();
        int room = 1;
        try
        {
            while (Request(room))
            {
                // Counted as in flight until it is here, so it leaves the queue only then.
                Func<IReadOnlyList<TItem>> page = await EndAsync(pages.Peek(), listToken, enumerationToken).ConfigureAwait(false);
                _ = pages.Dequeue();
                IReadOnlyList<TItem> items = page();
                Request(room - 1);
                foreach (TItem item in items)
                {
                    ThrowIfCancelled(listToken, enumerationToken);
                    yield return item;
                }

                room = most;
            }
        }
        finally
        {
            // When the enumeration has ended, nothing more is sent, and no request goes on or fails unseen.
            Volatile.Write(ref isLeft, true);
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(pages)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // Behind a page that failed nothing is requested: its error will end the list.
        bool Request(int places)
        {
            ThrowIfCancelled(listToken, enumerationToken);
            while (pages.Count < places
                && !pages.Any(p => p.IsFaulted || p.IsCanceled)
                && source.RequestAsync(stop.Token) is { } page)
            {
                pages.Enqueue(page);
            }

            return pages.Count > 0;
        }
    }

    private static async Task<T> EndAsync<T>(Task<T> page, CancellationToken listToken, CancellationToken enumerationToken)
    {
        try
        {
            return await page.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            ThrowIfCancelled(listToken, enumerationToken);
            throw;
        }
    }

    private static void ThrowIfCancelled(CancellationToken listToken, CancellationToken enumerationToken)
    {
        listToken.ThrowIfCancellationRequested();
        enumerationToken.ThrowIfCancellationRequested();
    }
}
