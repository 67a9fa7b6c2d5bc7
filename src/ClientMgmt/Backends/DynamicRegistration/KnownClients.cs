using ClientMgmt.Management;

namespace ClientMgmt.DynamicRegistration;

/// <summary>The clients that a store knows, page after page in the order of their ids; those of a page are read at once.</summary>
/// <param name="after">The id that the list begins behind; null for the beginning.</param>
/// <param name="limit">How many clients a page has.</param>
/// <param name="list">Lists what is known.</param>
/// <param name="read">Reads one; null if the server no longer takes its key.</param>
/// <param name="ask">Asks the server for anything, where no client is known: that nothing is there shows only the store.</param>
/// <param name="leftOut">Is told how many of a page could not be read.</param>
internal sealed class KnownClients(
    string? after,
    int limit,
    Func<CancellationToken, ValueTask<IReadOnlyList<RegistrationEntry>>> list,
    Func<string, CancellationToken, Task<OAuthClient?>> read,
    Func<CancellationToken, Task> ask,
    Action<int> leftOut) : IPageSource<OAuthClient>
{
    /// <summary>How many are read at once.</summary>
    public const int AtOnce = 8;

    private string? _after = after;
    private bool _isOpen = true;

    public string? NextCursor => _isOpen ? _after : null;

    public Task<Func<IReadOnlyList<OAuthClient>>>? RequestAsync(CancellationToken cancellationToken)
    {
        if (!_isOpen)
        {
            return null;
        }

        // The next page begins where this one turns out to end.
        _isOpen = false;
        return ReadPageAsync(_after, cancellationToken);
    }

    private async Task<Func<IReadOnlyList<OAuthClient>>> ReadPageAsync(string? begin, CancellationToken cancellationToken)
    {
        IReadOnlyList<RegistrationEntry> all = await list(cancellationToken).ConfigureAwait(false);
        if (all.Count == 0)
        {
            await ask(cancellationToken).ConfigureAwait(false);
        }

        string[] left = [.. all.Select(e => e.ClientId).Where(id => begin is null || string.CompareOrdinal(id, begin) > 0)];
        string[] ids = left.Length > limit ? left[..limit] : left;
        var clients = new OAuthClient?[ids.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, ids.Length),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (place, token) => clients[place] = await read(ids[place], token).ConfigureAwait(false)).ConfigureAwait(false);
        return () =>
        {
            OAuthClient[] found = [.. clients.OfType<OAuthClient>()];
            if (found.Length < ids.Length)
            {
                leftOut(ids.Length - found.Length);
            }

            (_isOpen, _after) = left.Length > ids.Length ? (true, ids[^1]) : (false, null);
            return found;
        };
    }
}
