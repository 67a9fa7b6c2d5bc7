using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Management;

namespace ClientMgmt.DocSpace;

/// <summary>
/// Page after page of a list. The end is a cursor that is null, however many entries the page holds; a page that is not
/// full and has nothing new also ends the list, because a server that starts again would never end.
/// </summary>
/// <remarks>
/// Most servers go on with what is older than the last entry, and would leave out others of the same instant, in an order
/// that changes from call to call. So the pages behind the first are as large as can be, begin just after that instant, and
/// what was told before is dropped.
/// </remarks>
/// <param name="start">Where the list begins. Where pages have numbers, there is no other cursor.</param>
/// <param name="limit">How many entries the first page is to have.</param>
/// <param name="idName">The property that tells entries apart.</param>
/// <param name="timeName">The property by which the list is sorted, the latest first.</param>
/// <param name="read">Reads a page of a size at a cursor, and the cursor of the next.</param>
/// <param name="convert">Makes the items of the list.</param>
/// <param name="endless">What to throw when there may be more entries of one instant than a page holds.</param>
internal sealed class DocSpacePages<TEntry>(
    Cursor start,
    int limit,
    string idName,
    string timeName,
    Func<Cursor, int, CancellationToken, Task<DocSpacePage>> read,
    Func<JsonElement, TEntry> convert,
    Func<Exception> endless) : IPageSource<TEntry>
{
    public const int LargestPage = 50;

    private readonly Cursor _start = start;
    private readonly HashSet<string> _seen = new(start.Told, StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _told = [.. start.Told];
    private Cursor _at = start;
    private Cursor? _next = start;

    public string? NextCursor => _next?.ToString();

    public Task<Func<IReadOnlyList<TEntry>>>? RequestAsync(CancellationToken cancellationToken)
    {
        if (_next is not { } asked)
        {
            return null;
        }

        _next = null;
        return RequestAsync(asked, cancellationToken);
    }

    private async Task<Func<IReadOnlyList<TEntry>>> RequestAsync(Cursor asked, CancellationToken cancellationToken)
    {
        bool isWidened = asked is { Time: not null, IsExact: false };
        DocSpacePage page = await read(asked.ToQuery(), isWidened ? LargestPage : limit, cancellationToken).ConfigureAwait(false);
        return () => Open(asked, page);
    }

    private TEntry[] Open(Cursor asked, DocSpacePage page)
    {
        string?[] times = [.. page.Items.Select(TimeOf), page.Next.Time];
        _at = _at with
        {
            HasFractions = _at.HasFractions || times.Any(time => Cursor.Digits(time) > 0),
            IsExact = _at.IsExact || times.Any(Cursor.IsFinerThanMicroseconds),
        };
        JsonElement[] fresh = [.. page.Items.Where(item => !_seen.Contains(IdOf(item))).DistinctBy(IdOf, StringComparer.OrdinalIgnoreCase)];
        JsonElement[] told = ReferenceEquals(asked, _start) && fresh.Length > limit ? fresh[..limit] : fresh;
        foreach (JsonElement item in told)
        {
            Tell(IdOf(item), TimeOf(item));
        }

        bool isEnd = page.Next is { ClientId: null, Time: null };
        _next = asked.Page is { } number ? fresh.Length > 0 ? asked with { Page = number + 1 } : null
            : told.Length < fresh.Length ? Behind(IdOf(told[^1]), TimeOf(told[^1]))
            : isEnd && (page.Items.Count < LargestPage || times.Length < 2 || times[^2] is not null) ? null
            : isEnd ? throw endless()
            : page.Items.Count >= LargestPage && !_at.IsExact && Cursor.AreSame(page.Next.Time, asked.Time) ? throw endless()
            : fresh.Length > 0 ? Behind(page.Next.ClientId, page.Next.Time)
            : null;
        return Array.ConvertAll(told, convert.Invoke);
    }

    private void Tell(string id, string? time)
    {
        if (!Cursor.AreSame(time, _at.Time))
        {
            _told.Clear();
            _at = _at with { Time = time };
        }

        _seen.Add(id);
        _told.Add(id);
    }

    private Cursor Behind(string? id, string? time) =>
        _at with { ClientId = id, Time = time, Told = Cursor.AreSame(time, _at.Time) ? [.. _told] : [] };

    private string IdOf(JsonElement item) => WireValues.Text(item.Member(idName)) ?? "";

    private string? TimeOf(JsonElement item) => WireValues.Text(item.Member(timeName));
}
