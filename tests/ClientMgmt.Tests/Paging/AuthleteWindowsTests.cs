using System.Text.Json;
using ClientMgmt.Authlete;

namespace ClientMgmt.Tests.Paging;

/// <summary>Which windows of a list are read, from servers that give less than asked for, or tell no total.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AuthleteWindowsTests
{
    private readonly List<(int Begin, int End)> _asked = [];

    // What the server holds, and what it tells of it.
    private int _count = 10;
    private int _mostAtOnce = 100;
    private Func<int, int?> _total = _ => null;
    private Func<int, bool> _isSeen = _ => true;

    [Test]
    public async Task A_server_that_gives_what_is_asked_for_is_read_in_windows_of_that_size()
    {
        TellTotal(5);

        Assert.That(await ListAsync(size: 2), Is.EqualTo(Enumerable.Range(0, 5)));
        Assert.That(_asked, Is.EqualTo(new[] { (0, 2), (2, 4), (4, 6) }));
    }

    // A window of a multiple of what comes at once needs no request that brings only the rest of it.
    [TestCase(7, 3, 12, "0-7 3-9 6-9 9-15")]
    [TestCase(100, 30, 100, "0-100 30-120 60-120 90-120")]
    [TestCase(500, 30, 100, "0-500 30-120 60-120 90-120")]
    [TestCase(3, 2, 6, "0-3 2-4 4-6")]
    public async Task Windows_are_a_multiple_of_what_the_server_gives_at_once(int size, int mostAtOnce, int count, string windows)
    {
        _mostAtOnce = mostAtOnce;
        TellTotal(count);

        Assert.That(await ListAsync(size), Is.EqualTo(Enumerable.Range(0, count)));
        Assert.That(string.Join(' ', _asked.Select(w => $"{w.Begin}-{w.End}")), Is.EqualTo(windows));
    }

    [Test]
    public async Task Without_a_total_the_next_window_begins_where_the_answer_ended_and_is_as_wide_as_asked_for()
    {
        _mostAtOnce = 3;
        _count = 5;

        Assert.That(await ListAsync(size: 4), Is.EqualTo(Enumerable.Range(0, 5)));
        Assert.That(_asked, Is.EqualTo(new[] { (0, 4), (3, 7), (5, 9) }));
    }

    [Test]
    public async Task A_total_that_only_the_first_answer_tells_holds_for_all()
    {
        _total = begin => begin == 0 ? 4 : null;

        Assert.That(await ListAsync(size: 2), Is.EqualTo(Enumerable.Range(0, 4)));
        Assert.That(_asked, Is.EqualTo(new[] { (0, 2), (2, 4) }));
    }

    [TestCase(null)]
    [TestCase(10)]
    public void The_first_window_is_read_alone(int? total)
    {
        _total = _ => total;
        AuthleteWindows<int> windows = Windows(size: 1, start: 3);

        Assert.That(windows.NextCursor, Is.EqualTo("3"));
        Assert.That(windows.RequestAsync(default), Is.Not.Null);
        Assert.That(windows.RequestAsync(default), Is.Null);
    }

    [Test]
    public async Task Without_a_total_each_window_is_read_alone()
    {
        AuthleteWindows<int> windows = Windows(size: 1);
        (await windows.RequestAsync(default)!)();

        Assert.That(windows.RequestAsync(default), Is.Not.Null);
        Assert.That(windows.RequestAsync(default), Is.Null);
    }

    [TestCase(3, "2")]
    [TestCase(2, null)]
    public async Task After_the_last_client_there_is_no_cursor(int total, string? cursor)
    {
        TellTotal(total);
        AuthleteWindows<int> windows = Windows(size: 2);

        (await windows.RequestAsync(default)!)();

        Assert.That(windows.NextCursor, Is.EqualTo(cursor));
    }

    [Test]
    public async Task A_list_may_be_longer_than_the_windows_that_may_bring_nothing()
    {
        TellTotal(1_200);

        Assert.That(await ListAsync(size: 1), Has.Count.EqualTo(1_200));
    }

    // As for a token that sees few clients of many.
    [Test]
    public async Task A_thousand_windows_that_bring_nothing_are_passed_by()
    {
        TellTotal(1_002);
        _isSeen = i => i is 0 or 1_001;

        Assert.That(await ListAsync(size: 1), Is.EqualTo(new[] { 0, 1_001 }));
    }

    [Test]
    public void One_window_more_shows_that_the_total_is_wrong()
    {
        TellTotal(1_003);
        _isSeen = i => i is 0 or 1_002;

        Assert.That(async () => await ListAsync(size: 1), Throws.TypeOf<TimeoutException>());
    }

    private void TellTotal(int count) => (_count, _total) = (count, _ => count);

    private AuthleteWindows<int> Windows(int size, int start = 0) =>
        new(size, start, ReadAsync, c => c.GetProperty("clientId").GetInt32(), () => new TimeoutException());

    private async Task<List<int>> ListAsync(int size)
    {
        var all = new List<int>();
        AuthleteWindows<int> windows = Windows(size);
        while (windows.RequestAsync(default) is { } window)
        {
            all.AddRange((await window)());
        }

        return all;
    }

    private Task<AuthleteWindow> ReadAsync(int begin, int end, CancellationToken cancellationToken)
    {
        _asked.Add((begin, end));
        int last = Math.Min(Math.Min(end, _count), begin + _mostAtOnce);
        IEnumerable<int> told = Enumerable.Range(begin, Math.Max(last - begin, 0)).Where(_isSeen);
        return Task.FromResult(new AuthleteWindow([.. told.Select(i => JsonElement.Parse($$"""{"clientId":{{i}}}"""))], _total(begin)));
    }
}
