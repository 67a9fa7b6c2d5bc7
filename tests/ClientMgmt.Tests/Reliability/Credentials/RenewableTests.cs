using ClientMgmt.Tests.Support;
using ClientMgmt.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What holds of a value that is fetched, however soon the fetching ends.</summary>
public sealed class RenewableTests
{
    private const int Times = 20_000;

    [Test]
    public async Task One_that_was_refused_is_fetched_anew_also_if_it_came_at_once()
    {
        int fetched = 0;
        for (int i = 0; i < Times; i++)
        {
            var values = new Renewable<string>(TimeProvider.System);
            string first = await GetAsync(values);

            values.Forget(first);
            await GetAsync(values);
        }

        Assert.That(fetched, Is.EqualTo(2 * Times));

        Task<string> GetAsync(Renewable<string> values) => values.GetAsync(
            _ => Task.FromResult(new Expiring<string>($"{++fetched}", DateTimeOffset.MaxValue)),
            Timeout.InfiniteTimeSpan,
            CancellationToken.None).AsTask().InTimeAsync();
    }
}
