using System.Text.Json;
using ClientMgmt.DocSpace;

namespace ClientMgmt.Tests.Paging;

/// <summary>Where the pages of a list of DocSpace begin and end. A page is written as its entries, "id at time", and the time behind it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DocSpacePagesTests
{
    private const string Noon = "2026-01-02T12:00:00Z";
    private const string Eleven = "2026-01-02T11:00:00Z";
    private const string Ten = "2026-01-02T10:00:00Z";

    private static readonly Cursor s_start = new(null, null);

    private readonly Queue<DocSpacePage> _pages = new();
    private readonly List<string?> _asked = [];

    [Test]
    public async Task Ids_that_differ_in_case_alone_are_one_entry()
    {
        Answer(Ten, ("a", Noon), ("A", Ten));
        Answer(null, ("a", Ten), ("b", Ten));

        Assert.That(await ListAsync(s_start), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public async Task What_the_cursor_says_was_told_is_not_told_again()
    {
        Answer(null, ("a", Noon), ("b", Noon));

        Assert.That(await ListAsync(s_start with { Time = Noon, Told = ["A"] }), Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public async Task A_cursor_names_all_entries_of_its_instant_that_were_told()
    {
        Answer(Noon, ("a", Noon), ("b", Noon), ("c", Noon));
        DocSpacePages<string> pages = Pages(s_start with { Time = Noon, Told = ["a"] }, limit: 1);

        await OpenAsync(pages);

        Assert.That(Cursor.Parse(pages.NextCursor!).Told, Is.EqualTo(new[] { "a", "b" }));
    }

    [TestCase(Ten, "b")]
    [TestCase(Eleven, "")]
    public async Task A_cursor_names_no_entries_of_another_instant(string behind, string told)
    {
        Answer(behind, ("a", Noon), ("b", Ten));
        DocSpacePages<string> pages = Pages(s_start);

        await OpenAsync(pages);

        Assert.That(string.Join(' ', Cursor.Parse(pages.NextCursor!).Told), Is.EqualTo(told));
    }

    // A microsecond later, where whole seconds would be enough.
    [Test]
    public async Task A_server_that_has_shown_fractions_once_has_them()
    {
        Answer(Eleven, ("a", "2026-01-02T12:00:00.5Z"));
        Answer(Ten, ("b", Eleven));
        Answer(null, ("c", Ten));

        await ListAsync(s_start);

        Assert.That(_asked, Is.EqualTo(new[] { null, "2026-01-02T11:00:00.000001Z", "2026-01-02T10:00:00.000001Z" }));
    }

    [Test]
    public async Task A_server_that_has_shown_nanoseconds_once_goes_on_exactly()
    {
        Answer(Eleven, ("a", "2026-01-02T12:00:00.123456789Z"));
        Answer(Ten, ("b", Eleven));
        Answer(null, ("c", Ten));

        await ListAsync(s_start);

        Assert.That(_asked, Is.EqualTo(new[] { null, Eleven, Ten }));
    }

    [Test]
    public async Task A_full_page_whose_last_entry_has_a_time_and_no_cursor_is_the_end()
    {
        Answer(null, [.. Enumerable.Range(0, 50).Select(i => ($"{i}", (string?)Noon))]);

        Assert.That(await ListAsync(s_start), Has.Count.EqualTo(50));
    }

    [TestCase(49, false)]
    [TestCase(50, true)]
    public void A_full_page_whose_last_entry_has_no_time_may_hide_others(int entries, bool mayHide)
    {
        Answer(Ten, ("a", Noon));
        Answer(null, [.. Enumerable.Range(0, entries).Select(i => ($"{i}", (string?)null))]);

        Assert.That(async () => await ListAsync(s_start), mayHide ? Throws.TypeOf<TimeoutException>() : Throws.Nothing);
    }

    [TestCase("yesterday", "yesterday", true)]
    [TestCase("yesterday", "today", false)]
    [TestCase("2026-01-02T12:00:00+01:00", "2026-01-02T11:00:00.0Z", true)]
    [TestCase(null, null, true)]
    [TestCase(Noon, null, false)]
    public void Times_are_compared_as_instants_if_they_are_times(string? left, string? right, bool same) =>
        Assert.That(Cursor.AreSame(left, right), Is.EqualTo(same));

    private void Answer(string? behind, params (string Id, string? Time)[] entries) => _pages.Enqueue(new DocSpacePage(
        [.. entries.Select(e => JsonSerializer.SerializeToElement(new { client_id = e.Id, created_on = e.Time }))],
        behind is null ? s_start : new Cursor(entries[^1].Id, behind)));

    private DocSpacePages<string> Pages(Cursor start, int limit = 50) => new(
        start, limit, "client_id", "created_on", ReadAsync, c => c.GetProperty("client_id").GetString()!, () => new TimeoutException());

    private Task<DocSpacePage> ReadAsync(Cursor query, int limit, CancellationToken cancellationToken)
    {
        _asked.Add(query.Time);
        return Task.FromResult(_pages.Dequeue());
    }

    private static async Task<IReadOnlyList<string>> OpenAsync(DocSpacePages<string> pages) => (await pages.RequestAsync(default)!)();

    private async Task<List<string>> ListAsync(Cursor start)
    {
        var all = new List<string>();
        DocSpacePages<string> pages = Pages(start);
        while (pages.NextCursor is not null)
        {
            all.AddRange(await OpenAsync(pages));
        }

        return all;
    }
}
