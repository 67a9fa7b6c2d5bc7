using System.Text.Json;
using ClientMgmt.Paging;
using ClientMgmt.JsonText;
using ClientMgmt.Serialization;

namespace ClientMgmt.DocSpace;

/// <summary>
/// Page after page of a list. The end is a cursor that is null, however many entries the page holds; a page without
/// anything new also ends the list, because a server that starts again would never end.
/// </summary>
/// <param name="isNumbered">Whether pages have numbers and no cursor.</param>
/// <param name="idName">The property that tells entries apart.</param>
/// <param name="read">Reads the page at a cursor, and the cursor of the next.</param>
internal sealed class DocSpacePages(
    bool isNumbered, string idName, Func<Cursor, CancellationToken, Task<(IReadOnlyList<JsonElement> Items, Cursor Next)>> read)
    : IPageSource<(IReadOnlyList<JsonElement> Items, Cursor Next), JsonElement>
{
    private readonly HashSet<string?> _seen = new(StringComparer.OrdinalIgnoreCase);
    private Cursor _asked = new(null, null);
    private Cursor? _next = new(null, null, isNumbered ? 0 : null);

    public Task<(IReadOnlyList<JsonElement> Items, Cursor Next)>? RequestAsync(CancellationToken cancellationToken)
    {
        if (_next is null)
        {
            return null;
        }

        _asked = _next;
        _next = null;
        return read(_asked, cancellationToken);
    }

    public IReadOnlyList<JsonElement> Open((IReadOnlyList<JsonElement> Items, Cursor Next) page)
    {
        JsonElement[] fresh = [.. page.Items.Where(item => _seen.Add(WireValues.Text(item.Member(idName))))];
        Cursor next = isNumbered ? _asked with { Page = _asked.Page + 1 } : page.Next;
        _next = fresh.Length == 0 || next == new Cursor(null, null) ? null : next;
        return fresh;
    }
}
