using System.Globalization;
using System.Text.Json;
using ClientMgmt.Authlete.V3;
using ClientMgmt.JsonText;
using ClientMgmt.Management;

namespace ClientMgmt.Authlete;

/// <summary>
/// Window after window of a list. The first is read alone, for it tells how many clients there are; after that the
/// windows are known without waiting for one another. Without a total each is read alone, until one tells nothing new.
/// </summary>
/// <param name="size">How many clients to ask for at once.</param>
/// <param name="start">The number of the first client.</param>
/// <param name="read">Reads from the first number up to, and without, the second.</param>
/// <param name="convert">Makes the items of the list.</param>
/// <param name="endless">What to throw when the server tells of clients that it does not list.</param>
internal sealed class AuthleteWindows<T>(
    int size,
    int start,
    Func<int, int, CancellationToken, Task<AuthleteWindow>> read,
    Func<JsonElement, T> convert,
    Func<Exception> endless) : IPageSource<T>
{
    // A token that sees few clients may have to pass many by; that many stand for a total that is wrong.
    private const int MostBarren = 1000;

    private readonly HashSet<string?> _seen = [];
    private int? _width;
    private int? _total;
    private long _next = start;
    private int _barren;

    // A window that begins here or later is not known to be there.
    private long _limit = start + 1L;

    public string? NextCursor => _next < _limit ? _next.ToString(CultureInfo.InvariantCulture) : null;

    public Task<Func<IReadOnlyList<T>>>? RequestAsync(CancellationToken cancellationToken)
    {
        if (_next >= _limit)
        {
            return null;
        }

        int begin = (int)_next;
        _next += _width ?? size;
        return RequestAsync(begin, (int)Math.Min(_next, int.MaxValue), cancellationToken);
    }

    private async Task<Func<IReadOnlyList<T>>> RequestAsync(int begin, int end, CancellationToken cancellationToken)
    {
        AuthleteWindow window = await ReadAsync(begin, end, _total, cancellationToken).ConfigureAwait(false);
        return () => Open(window);
    }

    private T[] Open(AuthleteWindow page)
    {
        JsonElement[] fresh = [.. page.Clients.Where(c => _seen.Add(WireValues.Text(c.Member(Client.ClientId))))];
        _barren = fresh.Length == 0 ? _barren + 1 : 0;
        if (_barren > MostBarren)
        {
            throw endless();
        }

        if (_total is null)
        {
            _next = page.End;
            _limit = fresh.Length == 0 ? 0 : Math.Min(_next + 1, int.MaxValue);
            _width = page.Total is null ? size : Width(page.Clients.Count);
        }

        _total = page.Total ?? _total;
        _limit = _total ?? _limit;
        return Array.ConvertAll(fresh, convert.Invoke);
    }

    /// <summary>
    /// A first page shorter than asked for may show the server's maximum: windows that are a multiple of it need no
    /// more requests than reading one page at a time. But it may as well show a token that sees few of many clients,
    /// for which windows as narrow as that would be far too many; so they keep at least half of the width that is asked
    /// for, or half of the default where that is less.
    /// </summary>
    private int Width(int length) =>
        length > 0 && length < size ? length * Math.Max(1, Math.Min(size, AuthleteWindow.DefaultSize) / length) : size;

    /// <summary>
    /// Reads one window. A server may give less than asked for, so it is read on from where an answer really ended. An
    /// empty answer is passed over: a token that sees few clients may find them further on.
    /// </summary>
    private async Task<AuthleteWindow> ReadAsync(int begin, int end, int? total, CancellationToken cancellationToken)
    {
        bool isAlone = total is null;
        var clients = new List<JsonElement>();
        long next = begin;
        do
        {
            AuthleteWindow page = await read((int)next, end, cancellationToken).ConfigureAwait(false);
            clients.AddRange(page.Clients);
            next = page.Clients.Count > 0 ? next + page.Clients.Count : end;
            total = page.Total ?? total;
        }
        while (!isAlone && next < end && next < total);

        return new AuthleteWindow(clients, total) { End = next };
    }
}
