using ClientMgmt.Wire;

namespace ClientMgmt.Tests.Wire;

/// <summary>Changes of one client wait for one another, and those of others do not.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class KeyedLockTests
{
    private readonly KeyedLock _gate = new();

    [Test]
    public async Task The_next_comes_in_when_the_one_before_has_left()
    {
        IDisposable first = await EnterAsync("a");
        Task<IDisposable> second = EnterAsync("a");
        Assert.That(second.IsCompleted, Is.False);

        first.Dispose();

        (await second).Dispose();
    }

    [Test]
    public async Task A_key_in_another_case_is_the_same()
    {
        await EnterAsync("a");

        Assert.That(EnterAsync("A").IsCompleted, Is.False);
    }

    [Test]
    public async Task Another_key_is_free()
    {
        await EnterAsync("a");

        Assert.That(EnterAsync("b").IsCompleted, Is.True);
    }

    [Test]
    public async Task Whoever_gives_up_leaves_the_others_in_their_order()
    {
        IDisposable first = await EnterAsync("a");
        using var source = new CancellationTokenSource();
        Task<IDisposable> impatient = _gate.EnterAsync("a", source.Token);
        await source.CancelAsync();
        Assert.That(async () => await impatient, Throws.InstanceOf<OperationCanceledException>());

        Task<IDisposable> third = EnterAsync("a");
        Assert.That(third.IsCompleted, Is.False, "the first is still there");
        first.Dispose();
        (await third).Dispose();
    }

    [Test]
    public async Task A_key_that_nobody_uses_is_forgotten()
    {
        IDisposable first = await EnterAsync("a");
        Task<IDisposable> second = EnterAsync("a");
        using var source = new CancellationTokenSource();
        Task<IDisposable> impatient = _gate.EnterAsync("a", source.Token);
        await source.CancelAsync();
        Assert.That(async () => await impatient, Throws.InstanceOf<OperationCanceledException>());
        first.Dispose();
        (await second).Dispose();

        // Each key has one object, which is kept while somebody uses the key.
        Assert.That(await second, Is.SameAs(first));
        Assert.That(await EnterAsync("a"), Is.Not.SameAs(first));
    }

    private Task<IDisposable> EnterAsync(string key) => _gate.EnterAsync(key, default);
}
