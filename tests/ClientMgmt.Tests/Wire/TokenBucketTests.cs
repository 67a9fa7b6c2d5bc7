using ClientMgmt.Tests.Support;
using ClientMgmt.Wire;

namespace ClientMgmt.Tests.Wire;

/// <summary>How long requests wait to keep within a budget per minute.</summary>
internal sealed class TokenBucketTests
{
    [Test]
    public void A_full_one_may_be_used_at_once_and_then_tokens_trickle_back()
    {
        var bucket = new TokenBucket(2, new ManualTime());

        TimeSpan[] waits = [bucket.Take(), bucket.Take(), bucket.Take(), bucket.Take()];

        Assert.That(waits.Select(w => w.TotalSeconds), Is.EqualTo(new double[] { 0, 0, 30, 60 }));
    }

    [Test]
    public void A_token_that_is_there_is_not_waited_for_whatever_there_is_besides()
    {
        var time = new ManualTime();
        var bucket = new TokenBucket(2, time);
        bucket.Take();
        bucket.Take();
        time.Advance(TimeSpan.FromSeconds(45));

        TimeSpan[] waits = [bucket.Take(), bucket.Take()];

        Assert.That(waits.Select(w => w.TotalSeconds), Is.EqualTo(new double[] { 0, 15 }));
    }

    [Test]
    public void A_token_that_is_given_back_does_not_make_it_more_than_full()
    {
        var bucket = new TokenBucket(1, new ManualTime());
        bucket.Return();

        TimeSpan[] waits = [bucket.Take(), bucket.Take()];

        Assert.That(waits.Select(w => w.TotalSeconds), Is.EqualTo(new double[] { 0, 60 }));
    }
}
