using ClientMgmt.Management;

namespace ClientMgmt.DynamicRegistration;

/// <summary>
/// The clients that a store knew when the first page was asked for, page after page in the order of their ids; those of a page are
/// read at once.
/// </summary>
/// <param name="after">The id that the list begins behind; null for the beginning.</param>
/// <param name="limit">How many clients a page has.</param>
/// <param name="list">Lists what is known; asked once, because a store may have to read all that it holds.</param>
/// <param name="read">Reads one, or tells why it cannot be read; neither if there is none any more.</param>
/// <param name="ask">Asks the server for anything, where no client is known: that nothing is there shows only the store.</param>
/// <param name="leftOut">Is told how many of a page could not be read.</param>
/// <param name="onUnreadable">Is told what could not be read; null if that is to end the list.</param>
/// <param name="fail">Makes the error that ends the list.</param>
internal sealed class KnownClients(
    string? after,
    int limit,
    Func<CancellationToken, ValueTask<IReadOnlyList<RegistrationEntry>>> list,
    Func<string, CancellationToken, Task<(OAuthClient? Client, ClientManagementException? Error)>> read,
    Func<CancellationToken, Task> ask,
    Action<int> leftOut,
    Action<string, ClientManagementException>? onUnreadable,
    Func<IReadOnlyDictionary<string, ClientManagementException>, Exception> fail) : IPageSource<OAuthClient>
{
    /// <summary>How many are read at once.</summary>
    public const int AtOnce = 8;

    private readonly OrderedDictionary<string, ClientManagementException> _unreadable = [];
    private string? _after = after;
    private ReadOnlyMemory<string>? _left;
    private bool _isOpen = true;
    private bool _isUnderWay;

    public string? NextCursor => _isOpen ? _after : null;

    public Task<Func<IReadOnlyList<OAuthClient>>>? RequestAsync(CancellationToken cancellationToken)
    {
        if (!_isOpen)
        {
            // The clients of a page that is under way come first.
            return _isUnderWay || _unreadable.Count == 0 ? null : Task.FromException<Func<IReadOnlyList<OAuthClient>>>(fail(TakeUnreadable()));
        }

        // The next page begins where this one turns out to end.
        (_isOpen, _isUnderWay) = (false, true);
        return ReadPageAsync(cancellationToken);
    }

    private OrderedDictionary<string, ClientManagementException> TakeUnreadable()
    {
        var taken = new OrderedDictionary<string, ClientManagementException>(_unreadable);
        _unreadable.Clear();
        return taken;
    }

    private async Task<Func<IReadOnlyList<OAuthClient>>> ReadPageAsync(CancellationToken cancellationToken)
    {
        ReadOnlyMemory<string> left = _left ?? await FindAsync(cancellationToken).ConfigureAwait(false);
        string[] ids = left[..Math.Min(limit, left.Length)].ToArray();
        var clients = new (OAuthClient? Client, ClientManagementException? Error)[ids.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, ids.Length),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (place, token) => clients[place] = await read(ids[place], token).ConfigureAwait(false)).ConfigureAwait(false);
        return () =>
        {
            OAuthClient[] found = [.. clients.Select(c => c.Client).OfType<OAuthClient>()];
            if (found.Length < ids.Length)
            {
                leftOut(ids.Length - found.Length);
            }

            foreach ((string id, (_, ClientManagementException? error)) in ids.Zip(clients).Where(c => c.Second.Error is not null))
            {
                (onUnreadable ?? _unreadable.Add)(id, error!);
            }

            _isUnderWay = false;
            _left = left[ids.Length..];
            (_isOpen, _after) = left.Length > ids.Length ? (true, ids[^1]) : (false, null);
            return found;
        };
    }

    private async Task<string[]> FindAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<RegistrationEntry> all = await list(cancellationToken).ConfigureAwait(false);
        if (all.Count == 0)
        {
            await ask(cancellationToken).ConfigureAwait(false);
        }

        return [.. all.Select(e => e.ClientId).Where(id => _after is null || string.CompareOrdinal(id, _after) > 0)];
    }
}
