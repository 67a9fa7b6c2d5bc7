using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Management;

namespace ClientMgmt.DocSpace;

/// <summary>
/// Page after page of a list. The end is a cursor that is null, however many entries the page holds; a page without
/// anything new also ends the list, because a server that starts again would never end.
/// </summary>
/// <param name="start">Where the list begins. Where pages have numbers, there is no other cursor.</param>
/// <param name="idName">The property that tells entries apart.</param>
/// <param name="read">Reads the page at a cursor, and the cursor of the next.</param>
/// <param name="convert">Makes the items of the list.</param>
internal sealed class DocSpacePages<TEntry>(
    Cursor start, string idName, Func<Cursor, CancellationToken, Task<DocSpacePage>> read, Func<JsonElement, TEntry> convert)
    : IPageSource<TEntry>
{
    private readonly HashSet<string?> _seen = new(StringComparer.OrdinalIgnoreCase);
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
        DocSpacePage page = await read(asked, cancellationToken).ConfigureAwait(false);
        return () => Open(asked, page);
    }

    private TEntry[] Open(Cursor asked, DocSpacePage page)
    {
        JsonElement[] fresh = [.. page.Items.Where(item => _seen.Add(WireValues.Text(item.Member(idName))))];
        Cursor next = asked.Page is { } number ? asked with { Page = number + 1 } : page.Next;
        _next = fresh.Length == 0 || next == new Cursor(null, null) ? null : next;
        return Array.ConvertAll(fresh, convert.Invoke);
    }
}
