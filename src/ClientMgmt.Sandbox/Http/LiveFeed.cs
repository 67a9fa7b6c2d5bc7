using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ClientMgmt.Sandbox.Http;

/// <summary>Tells those who follow what happens: each request with its number, and that anything else has changed.</summary>
internal sealed class LiveFeed
{
    // Who does not read loses the oldest, and sees it by the numbers.
    private const int Waiting = 1000;
    private readonly Lock _gate = new();
    private readonly List<ChannelWriter<LiveEvent>> _followers = [];

    public void Publish(LiveEvent happened)
    {
        lock (_gate)
        {
            foreach (ChannelWriter<LiveEvent> follower in _followers)
                follower.TryWrite(happened);
        }
    }

    /// <summary>What happens from the first reading on, without end.</summary>
    /// <param name="first">What is told at once, if anything.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<LiveEvent> FollowAsync(LiveEvent? first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<LiveEvent>(
            new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        if (first is not null)
            channel.Writer.TryWrite(first);
        lock (_gate)
            _followers.Add(channel.Writer);
        try
        {
            await foreach (LiveEvent happened in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return happened;
        }
        finally
        {
            lock (_gate)
                _followers.Remove(channel.Writer);
        }
    }
}
