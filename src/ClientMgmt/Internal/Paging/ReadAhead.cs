using System.Runtime.CompilerServices;

namespace ClientMgmt.Paging;

/// <summary>Requests pages before they are needed, and tells their items in order.</summary>
internal static class ReadAhead
{
    /// <summary>
    /// Reads one page until a second item is asked for, so that the first item costs no more than its page. From then
    /// on up to <paramref name="most"/> pages are in flight, or wait for the consumer, while it works on another.
    /// </summary>
    /// <param name="open">Begins an enumeration.</param>
    /// <param name="most">How many pages may be requested ahead.</param>
    /// <param name="listToken">The token given with the list.</param>
    /// <param name="enumerationToken">
    /// The token given with the enumeration. Apart from the other, so that an exception holds the one that was cancelled.
    /// </param>
    public static async IAsyncEnumerable<TItem> ReadAsync<TPage, TItem>(
        Func<IPageSource<TPage, TItem>> open,
        int most,
        CancellationToken listToken,
        [EnumeratorCancellation] CancellationToken enumerationToken = default)
    {
        IPageSource<TPage, TItem> source = open();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(listToken, enumerationToken);
        var pages = new Queue<Task<TPage>>();
        bool isAhead = false;
        try
        {
            while (Request(isAhead ? most : 1))
            {
                // Counted as in flight until it is here, so it leaves the queue only then.
                TPage page = await EndAsync(pages.Peek(), listToken, enumerationToken).ConfigureAwait(false);
                _ = pages.Dequeue();
                IReadOnlyList<TItem> items = source.Open(page);
                Request(isAhead ? most : 0);
                foreach (TItem item in items)
                {
                    ThrowIfCancelled(listToken, enumerationToken);
                    yield return item;
                    if (!isAhead)
                    {
                        isAhead = true;
                        Request(most);
                    }
                }
            }
        }
        finally
        {
            // Whoever leaves may count on nothing being sent any more, and on no failure that nobody looks at.
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(pages)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // Behind a page that failed nothing is requested: its error will end the list.
        bool Request(int room)
        {
            ThrowIfCancelled(listToken, enumerationToken);
            while (pages.Count < room
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
