using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.DocSpace.Java;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>Something that a list can hold, with the time that orders it.</summary>
internal sealed record Entry<T>(string Id, string? Written, long Time, T Value);

/// <summary>
/// Pages, newest first. Numbered on 3.0; after that by a cursor, of which self-hosted servers use only the date, and
/// SaaS servers nothing unless they are given both halves.
/// </summary>
internal sealed class Pager<T>
{
    private const int TruncationSize = 1024 * 1024;

    private readonly Visit _visit;
    private readonly string _timeName;
    private readonly string? _idName;
    private readonly Entry<T>[] _entries;
    private readonly int _page;

    public Pager(Visit visit, IEnumerable<Entry<T>> entries, string timeName, string? idName)
    {
        _visit = visit;
        _timeName = timeName;
        _idName = idName;
        IOrderedEnumerable<Entry<T>> ordered = entries.OrderByDescending(e => e.Time);
        int turn = visit.Portal.Turn();
        _entries = [.. visit.Portal.IsSaas ? ordered.ThenBy(e => e.Id, StringComparer.Ordinal) : ordered.ThenBy(e => Shuffled(e.Id, turn))];
        if (visit.Traits.NumberedPages)
            _page = PageNumber();
        else
            _entries = AfterCursor();
    }

    public Reply Answer(int limit, Func<T, JsonObject?> view) =>
        _visit.Success(200, _visit.Traits.NumberedPages ? Numbered(limit, view) : ByCursor(limit, view));

    // A self-hosted store has no order among equal times: it is another one in every call.
    private static uint Shuffled(string id, int turn) => id.Aggregate((uint)turn, (hash, c) => unchecked((hash ^ c) * 16777619u));

    private JsonObject Numbered(int limit, Func<T, JsonObject?> view)
    {
        long skipped = (long)_page * limit;
        Entry<T>[] rest = [.. _entries.Skip((int)Math.Min(skipped, int.MaxValue))];
        return new JsonObject
        {
            ["data"] = new JsonArray([.. rest.Take(limit).Select(e => view(e.Value))]),
            ["page"] = _page,
            ["limit"] = limit,
            ["next"] = rest.Length > limit ? _page + 1 : null,
            ["previous"] = _page > 0 ? _page - 1 : null,
        };
    }

    private JsonObject ByCursor(int limit, Func<T, JsonObject?> view)
    {
        Entry<T>[] page = [.. _entries.Take(limit)];
        bool more = _entries.Length > page.Length;
        JsonObject?[] data = [.. page.Select(e => view(e.Value))];
        if (_visit.Portal.IsSaas && _visit.Portal.Options.LargePagesTruncated && Truncated(data) is { } fitting)
            (data, more) = (fitting, false);
        var answer = new JsonObject { ["data"] = new JsonArray([.. data]) };
        if (_visit.Traits.OldMembers)
            answer["limit"] = limit;
        if (_idName is not null)
            answer[_idName] = more ? page[^1].Id : null;
        answer[_timeName] = more ? page[^1].Written : null;
        if (!_visit.Traits.OldMembers)
            answer["limit"] = limit;
        return answer;
    }

    private static JsonObject?[]? Truncated(JsonObject?[] data)
    {
        int size = 0;
        JsonObject?[] fitting = [.. data.TakeWhile(entry => (size += entry is null ? 0 : JsonText.Write(entry).Length) <= TruncationSize)];
        return fitting.Length < data.Length ? fitting : null;
    }

    private Entry<T>[] AfterCursor()
    {
        string? written = _visit.Incoming.Query[_timeName];
        string? id = _idName is null ? null : _visit.Incoming.Query[_idName];
        if (JavaText.IsBlank(written))
            return _entries;
        long time = Timestamp.Parse(written) ?? throw new FormatException();
        if (_idName is null || !_visit.Portal.IsSaas)
            return [.. _entries.Where(e => e.Time < time)];
        if (string.IsNullOrEmpty(id))
            return _entries;
        return [.. _entries.Where(e => e.Time < time || (e.Time == time && string.CompareOrdinal(e.Id, id) > 0))];
    }

    private int PageNumber()
    {
        string? text = _visit.Incoming.Query["page"];
        if (string.IsNullOrEmpty(text))
            return 0;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int page))
            throw new FormatException();
        return page >= 0
            ? page
            : throw new Refusal(Problem.Validation(_visit, [new FieldError("page", "ErrorName", "page must not be negative")]));
    }
}
