using ClientMgmt.Management;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Paging;

/// <summary>What is requested when, and what becomes of it when the consumer leaves.</summary>
[CancelAfter(30_000)]
public sealed class ReadAheadTests
{
    private const int Most = 3;
    private const string UnreachedPage = "a page that nobody reached";

    [Test]
    public async Task One_page_is_requested_for_the_items_of_the_first_page(CancellationToken limit)
    {
        HeldPages pages = Answering(20);

        List<int> first = await Read(pages, CancellationToken.None).Take(2).ToListAsync(limit);

        Assert.That(first, Is.EqualTo([0, 1]));
        Assert.That(pages.Requested, Is.EqualTo(1));
    }

    [Test]
    public async Task Pages_are_requested_ahead_once_an_item_behind_the_first_page_is_asked_for(CancellationToken limit)
    {
        HeldPages pages = Holding(20);
        await using IAsyncEnumerator<int> items = Read(pages, CancellationToken.None).GetAsyncEnumerator(limit);
        Task<bool> first = items.MoveNextAsync().AsTask();
        pages.Answer(0);
        await first;
        await items.MoveNextAsync();
        int before = pages.Requested;

        Task<bool> third = items.MoveNextAsync().AsTask();
        int ahead = pages.InFlight;
        pages.Answer(1);
        await third;

        Assert.That((before, ahead, pages.Requested), Is.EqualTo((1, Most, 1 + Most)));
    }

    [Test]
    public async Task The_page_that_is_read_or_waited_for_counts(CancellationToken limit)
    {
        HeldPages pages = Holding(20);
        await using IAsyncEnumerator<int> items = await ReadPastFirstPageAsync(pages, limit);
        int whileRead = pages.InFlight;
        await items.MoveNextAsync();

        Task<bool> waiting = items.MoveNextAsync().AsTask();
        int whileWaited = pages.InFlight;
        pages.Answer(2);
        await waiting;

        Assert.That((whileRead, whileWaited), Is.EqualTo((Most - 1, Most)));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(8)]
    public async Task No_more_pages_than_allowed_wait_for_the_consumer(int most, CancellationToken limit)
    {
        HeldPages pages = Answering(20);
        var waiting = new List<int>();

        await foreach (int _ in ReadAhead.ReadAsync(_ => pages, most, limit))
        {
            waiting.Add(pages.Requested - pages.Opened);
        }

        Assert.That((waiting[0], waiting.Max(), pages.Requested), Is.EqualTo((0, most - 1, 20)));
    }

    [Test]
    public async Task Items_come_in_order_whatever_order_the_pages_come_in(CancellationToken limit)
    {
        HeldPages pages = Holding(1 + Most);
        await using IAsyncEnumerator<int> items = await ReadPastFirstPageAsync(pages, limit);
        Task<List<int>> rest = DrainAsync(items);

        for (int page = Most; page > 1; page--)
        {
            pages.Answer(page);
        }

        Assert.That(await rest, Is.EqualTo([3, 4, 5, 6, 7]));
    }

    [Test]
    public async Task Each_enumeration_begins_anew(CancellationToken limit)
    {
        IAsyncEnumerable<int> list = ReadAhead.ReadAsync(_ => Answering(3), Most, limit);

        List<int> first = await list.ToListAsync(limit);

        Assert.That(await list.ToListAsync(limit), Is.EqualTo(first));
    }

    [Test]
    public async Task A_failed_page_ends_the_list_with_its_own_error_when_it_is_reached(CancellationToken limit)
    {
        var error = new InvalidOperationException("page 2");
        HeldPages pages = Holding(20);
        await using IAsyncEnumerator<int> items = await ReadPastFirstPageAsync(pages, limit);
        await pages.FailAsync(2, error);
        var told = new List<int>();

        Exception? caught = await CatchAsync(async () => await DrainAsync(items, told));

        Assert.That((caught, pages.InFlight), Is.EqualTo(((Exception?)error, 0)));
        Assert.That(told, Is.EqualTo([3]));
    }

    [Test]
    public async Task Nothing_is_requested_behind_a_page_that_failed(CancellationToken limit)
    {
        HeldPages pages = Holding(20);
        await using IAsyncEnumerator<int> items = await ReadPastFirstPageAsync(pages, limit);
        await pages.FailAsync(2, new InvalidOperationException());

        await CatchAsync(async () => await DrainAsync(items));

        Assert.That(pages.Requested, Is.EqualTo(1 + Most));
    }

    [Test]
    public async Task Leaving_ends_what_is_in_flight_and_requests_no_more(CancellationToken limit)
    {
        HeldPages pages = Holding(20);
        IAsyncEnumerator<int> items = await ReadPastFirstPageAsync(pages, limit);

        await items.DisposeAsync();

        Assert.That((pages.Requested, pages.InFlight), Is.EqualTo((1 + Most, 0)));
    }

    [Test]
    public async Task Leaving_waits_for_what_does_not_end_at_once(CancellationToken limit)
    {
        var late = new TaskCompletionSource<int>();
        IAsyncEnumerator<int> items = ReadAhead.ReadAsync(_ => new Stubborn(late.Task), 2, limit).GetAsyncEnumerator(limit);
        await items.MoveNextAsync();
        await items.MoveNextAsync();
        await items.MoveNextAsync();

        Task leaving = items.DisposeAsync().AsTask();
        bool early = leaving.IsCompleted;
        late.SetResult(0);
        await leaving;

        Assert.That(early, Is.False);
    }

    [Test]
    public async Task No_failure_of_a_page_that_nobody_reached_stays_unobserved(CancellationToken limit)
    {
        using var unobserved = new UnobservedExceptions();
        WeakReference pages = await FailUnreachedPagesAsync(limit);

        await Patience.UntilAsync(() => !pages.IsAlive, () =>
        {
            unobserved.Collect();
            return Task.CompletedTask;
        });

        Assert.That(unobserved.Collect(), Has.None.Contain(UnreachedPage));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_cancelled_wait_ends_with_the_token_of_the_caller(bool isOfList, CancellationToken limit)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(limit);
        using var other = new CancellationTokenSource();
        HeldPages pages = Holding(20);
        await using IAsyncEnumerator<int> items = isOfList
            ? await ReadPastFirstPageAsync(pages, other.Token, caller.Token)
            : await ReadPastFirstPageAsync(pages, caller.Token, other.Token);

        await items.MoveNextAsync();
        Task<bool> waiting = items.MoveNextAsync().AsTask();
        await caller.CancelAsync();
        Exception? error = await CatchAsync(() => waiting);

        Assert.That((error as OperationCanceledException)?.CancellationToken, Is.EqualTo(caller.Token));
        Assert.That((pages.Requested, pages.InFlight), Is.EqualTo((2 + Most, 0)));
    }

    [Test]
    public async Task An_item_that_is_here_is_not_told_after_the_cancellation(CancellationToken limit)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(limit);
        HeldPages pages = Answering(20);
        await using IAsyncEnumerator<int> items = await ReadPastFirstPageAsync(pages, caller.Token);
        await items.MoveNextAsync();
        int requested = pages.Requested;

        await caller.CancelAsync();
        Exception? error = await CatchAsync(async () => await items.MoveNextAsync());

        Assert.That((error as OperationCanceledException)?.CancellationToken, Is.EqualTo(caller.Token));
        Assert.That(pages.Requested, Is.EqualTo(requested));
    }

    [Test]
    public async Task A_cancellation_that_is_not_the_callers_is_the_error_of_its_page(CancellationToken limit)
    {
        var error = new OperationCanceledException("the application's own");
        HeldPages pages = Holding(20);
        await using IAsyncEnumerator<int> items = await ReadPastFirstPageAsync(pages, limit);
        await pages.FailAsync(2, error);
        await items.MoveNextAsync();

        Assert.That(await CatchAsync(async () => await items.MoveNextAsync()), Is.SameAs(error));
    }

    private static IAsyncEnumerable<int> Read(HeldPages pages, CancellationToken listToken) =>
        ReadAhead.ReadAsync(_ => pages, Most, listToken);

    private static HeldPages Holding(int count) => new(count);

    private static HeldPages Answering(int count)
    {
        HeldPages pages = null!;
        pages = new HeldPages(count) { OnRequest = page => pages.Answer(page) };
        return pages;
    }

    /// <summary>Takes the first page and an item of the next, so that all the others that may be are in flight.</summary>
    private static async Task<IAsyncEnumerator<int>> ReadPastFirstPageAsync(
        HeldPages pages, CancellationToken token, CancellationToken listToken = default)
    {
        IAsyncEnumerator<int> items = Read(pages, listToken).GetAsyncEnumerator(token);
        Task<bool> first = items.MoveNextAsync().AsTask();
        pages.Answer(0);
        await first;
        await items.MoveNextAsync();
        Task<bool> third = items.MoveNextAsync().AsTask();
        pages.Answer(1);
        await third;
        return items;
    }

    // Apart, so that the test itself keeps nothing of it alive.
    private static async Task<WeakReference> FailUnreachedPagesAsync(CancellationToken token)
    {
        HeldPages pages = Holding(20);
        await using IAsyncEnumerator<int> items = await ReadPastFirstPageAsync(pages, token);
        await pages.FailAsync(2, new InvalidOperationException(UnreachedPage));
        await pages.FailAsync(3, new InvalidOperationException(UnreachedPage));
        return new WeakReference(pages);
    }

    private static async Task<List<int>> DrainAsync(IAsyncEnumerator<int> items, List<int>? told = null)
    {
        told ??= [];
        while (await items.MoveNextAsync())
        {
            told.Add(items.Current);
        }

        return told;
    }

    private static async Task<Exception?> CatchAsync(Func<Task> action)
    {
        try
        {
            await action();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    /// <summary>A third page that does not heed its token.</summary>
    private sealed class Stubborn(Task<int> third) : IPageSource<int>
    {
        private int _requested;

        public string? NextCursor => null;

        public Task<Func<IReadOnlyList<int>>>? RequestAsync(CancellationToken cancellationToken) => _requested++ switch
        {
            0 or 1 => OpenAsync(Task.FromResult(0)),
            2 => OpenAsync(third),
            _ => null,
        };

        private static async Task<Func<IReadOnlyList<int>>> OpenAsync(Task<int> page)
        {
            int number = await page;
            return () => [number, number];
        }
    }
}
