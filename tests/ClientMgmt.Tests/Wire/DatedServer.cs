using System.Globalization;
using System.Web;

namespace ClientMgmt.Tests.Wire;

/// <summary>
/// A DocSpace server whose lists go by dates, as the stores of its kinds do. Where several entries have the same date, their
/// order changes from request to request.
/// </summary>
internal sealed class DatedServer(DatedStore store, int entries, int atOneInstant)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss";

    private readonly Random _order = new(7);

    public List<int> Limits { get; } = [];

    public WireHost Host() => WireHost.For(Backend.DocSpace).Expect(500).OnAny((request, _) => Task.FromResult(Answer(request)));

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        int limit = int.Parse(query["limit"]!, CultureInfo.InvariantCulture);
        Limits.Add(limit);
        string? date = query["last_created_on"] ?? query["last_modified_on"];
        (string Id, string Date)[] rest =
        [
            .. Enumerable.Range(0, entries)
                .Select(i => (Id: $"{i:D4}", Date: DateOf(i / atOneInstant)))
                .OrderByDescending(e => e.Date, StringComparer.Ordinal)
                .ThenBy(e => store == DatedStore.Hosted ? int.Parse(e.Id, CultureInfo.InvariantCulture) : _order.Next()),
        ];
        if (date is not null)
        {
            rest = store == DatedStore.Hosted
                ? [.. rest.SkipWhile(e => e.Id != query["last_client_id"]).Skip(1)]
                : [.. rest.Where(e => IsOlder(e.Date, date))];
        }

        (string Id, string Date)[] page = [.. rest.Take(limit)];
        string next = page.Length < rest.Length
            ? $"\"last_client_id\":\"{page[^1].Id}\",\"last_created_on\":\"{page[^1].Date}\",\"last_modified_on\":\"{page[^1].Date}\""
            : "\"last_client_id\":null,\"last_created_on\":null,\"last_modified_on\":null";
        IEnumerable<string> data = page.Select(e =>
            $$"""{"client_id":"{{e.Id}}","created_on":"{{e.Date}}","registered_client_id":"{{e.Id}}","modified_at":"{{e.Date}}"}""");
        return WireAnswer.Ok($$"""{"data":[{{string.Join(',', data)}}],{{next}}}""").ToResponse();
    }

    private string DateOf(int instant)
    {
        DateTime time = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        return store switch
        {
            DatedStore.Seconds => time.AddSeconds(instant).ToString(Format, CultureInfo.InvariantCulture) + "Z",
            DatedStore.Microseconds => time.AddMicroseconds(700 + instant).ToString(Format + ".ffffff", CultureInfo.InvariantCulture) + "Z",
            _ => $"{time.ToString(Format, CultureInfo.InvariantCulture)}.{123456001 + instant}Z",
        };
    }

    private static bool IsOlder(string date, string than) => DateTimeOffset.Parse(date, CultureInfo.InvariantCulture)
        < DateTimeOffset.Parse(than, CultureInfo.InvariantCulture);
}
