using ClientMgmt.Tests.Support;
using ClientMgmt.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>When a value that expires is fetched anew, and how it ends if that fails.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RenewalTimeTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    private readonly ManualTime _time = new();
    private readonly Renewable<string> _values;

    public RenewalTimeTests() => _values = new Renewable<string>(_time);

    [TestCase(600, 539, false)]
    [TestCase(600, 540, true)]
    [TestCase(50, 39, false)]
    [TestCase(50, 40, true)]
    public async Task It_is_renewed_a_minute_early_but_not_before_most_of_its_life_is_over(int lifetime, int seconds, bool isRenewed)
    {
        await FetchAsync(lifetime);
        _time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.That(await BeginsToFetchAsync(), Is.EqualTo(isRenewed));
    }

    [TestCase(9, false)]
    [TestCase(10, true)]
    public async Task A_renewal_that_failed_is_tried_again_after_ten_seconds(int seconds, bool isTried)
    {
        await FetchAsync(600);
        _time.Advance(TimeSpan.FromSeconds(550));
        await GetAsync(_ => throw new InvalidOperationException());
        await UntilIdleAsync();
        _time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.That(await BeginsToFetchAsync(), Is.EqualTo(isTried));
    }

    [Test]
    public void What_takes_too_long_is_told_so() => Assert.That(
        async () =>
        {
            Task<string> value = GetAsync(NeverAsync);
            _time.Advance(s_bound);
            await value;
        },
        Throws.TypeOf<TimeLimitException>());

    [Test]
    public void What_gives_up_by_itself_has_not_taken_too_long() => Assert.That(
        () => GetAsync(_ => throw new TaskCanceledException()), Throws.TypeOf<TaskCanceledException>());

    private static async Task<Expiring<string>> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException();
    }

    private async Task FetchAsync(int lifetime)
    {
        await GetAsync(_ => Task.FromResult(new Expiring<string>("value", _time.GetUtcNow() + TimeSpan.FromSeconds(lifetime))));
        await UntilIdleAsync();
    }

    // Fetching has a timer that bounds it.
    private Task UntilIdleAsync() => Patience.UntilAsync(() => _time.IsIdle, () => Task.CompletedTask);

    private async Task<bool> BeginsToFetchAsync()
    {
        await GetAsync(NeverAsync);
        return !_time.IsIdle;
    }

    private Task<string> GetAsync(Func<CancellationToken, Task<Expiring<string>>> fetch) =>
        _values.GetAsync(fetch, s_bound, CancellationToken.None).AsTask().InTimeAsync();
}
