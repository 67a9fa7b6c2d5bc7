using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Several clients are read at once, and come in the order in which they were asked for.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class InOrderTests
{
    private readonly Dictionary<int, TaskCompletionSource<int>> _reads = [];
    private readonly Dictionary<int, TaskCompletionSource> _cancelled = [];

    [Test]
    public async Task As_many_are_read_at_once_as_may_be_and_no_more()
    {
        await using IAsyncEnumerator<int> read = Read(5, atOnce: 3).GetAsyncEnumerator();

        ValueTask<bool> first = read.MoveNextAsync();
        Assert.That((_reads.Keys.ToArray(), first.IsCompleted), Is.EqualTo((new[] { 0, 1, 2 }, false)));

        _reads[1].SetResult(1);
        _reads[2].SetResult(2);
        Assert.That((_reads.Count, first.IsCompleted), Is.EqualTo((3, false)), "the first comes first");

        _reads[0].SetResult(0);
        Assert.That(await first, Is.True);
        Assert.That((read.Current, _reads.Count), Is.EqualTo((0, 3)));
    }

    [Test]
    public async Task What_is_there_already_is_given_before_more_is_begun()
    {
        await using IAsyncEnumerator<int> read = Read(5, atOnce: 3, Enumerable.Range(0, 5)).GetAsyncEnumerator();

        Assert.That(await read.MoveNextAsync(), Is.True);

        Assert.That((read.Current, _reads.Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task All_come_in_their_order([Values(1, 2, 7)] int atOnce)
    {
        var all = new List<int>();
        await foreach (int one in Read(5, atOnce, Enumerable.Range(0, 5)))
        {
            all.Add(one);
        }

        Assert.That(all, Is.EqualTo(Enumerable.Range(0, 5)));
    }

    [Test]
    public async Task Whoever_leaves_early_ends_what_is_under_way_and_waits_for_it()
    {
        IAsyncEnumerator<int> read = Read(5, atOnce: 2, [0]).GetAsyncEnumerator();
        await read.MoveNextAsync();
        ValueTask<bool> next = read.MoveNextAsync();
        Assert.That(_reads.Keys, Is.EqualTo(new[] { 0, 1, 2 }));
        _reads[1].SetResult(1);
        await next;

        ValueTask leaving = read.DisposeAsync();

        await _cancelled[2].Task;
        Assert.That(leaving.IsCompleted, Is.False);
        _reads[2].SetException(new InvalidOperationException("It fails after it was ended."));
        await leaving;
    }

    private IAsyncEnumerable<int> Read(int count, int atOnce, IEnumerable<int>? ready = null) =>
        ClientReader.InOrderAsync(Enumerable.Range(0, count), atOnce, (key, token) =>
        {
            var read = _reads[key] = new TaskCompletionSource<int>();
            var cancelled = _cancelled[key] = new TaskCompletionSource();
            token.Register(() => cancelled.SetResult());
            if (ready?.Contains(key) == true)
            {
                read.SetResult(key);
            }

            return read.Task;
        }, CancellationToken.None);
}
