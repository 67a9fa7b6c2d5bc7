namespace ClientMgmt.Wire;

/// <summary>
/// Keeps to what a server says of its limit. Once it has refused a request because there were too many, requests go out one by
/// one: each waits for the answer to the one before, and for the time that the answers show a token to take. Where an answer
/// says how many are left, that many go at once. A minute without a request ends all of this.
/// </summary>
/// <param name="shortest">The own distance between requests; zero if there is none.</param>
/// <param name="time">The clock.</param>
internal sealed class Throttle(TimeSpan shortest, TimeProvider time)
{
    private const int MostAtOnce = 1024;

    private static readonly TimeSpan s_memory = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_prompt = TimeSpan.FromMilliseconds(100);

    private readonly TimeSpan _shortest = shortest;
    private readonly Lock _gate = new();
    private volatile bool _isOn;
    private TimeSpan _interval = shortest;

    // When the latest token came that is known of; the next one comes an interval later.
    private DateTimeOffset? _filled;
    private DateTimeOffset _next;
    private DateTimeOffset _used;
    private bool _wasPrompt;
    private int _left;
    private int _ramp;

    private SemaphoreSlim Turn { get; } = new(1);

    /// <summary>Waits until a request may go out.</summary>
    /// <param name="patience">How long it may wait for the server.</param>
    /// <param name="progress">Is told of a wait; null if nobody is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it goes alone: the next one waits for its answer.</returns>
    /// <exception cref="ThrottledException">The server wants a longer wait.</exception>
    public async ValueTask<bool> EnterAsync(TimeSpan patience, CallProgress? progress, CancellationToken cancellationToken)
    {
        if (!_isOn)
        {
            return false;
        }

        await Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        bool isAlone = false;
        try
        {
            TimeSpan wait;
            while ((wait = Begin(ref isAlone)) > TimeSpan.Zero)
            {
                if (wait >= patience)
                {
                    throw new ThrottledException(wait);
                }

                progress?.Waiting(wait);
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (!isAlone)
            {
                Turn.Release();
            }
        }

        return isAlone;
    }

    /// <summary>Takes note of an answer.</summary>
    /// <param name="answer">The attempt; null if it was cancelled.</param>
    /// <param name="wasAlone">What <see cref="EnterAsync"/> returned.</param>
    public void Leave(Attempt? answer, bool wasAlone)
    {
        // As long as the server refuses nothing, a request asks for neither the clock nor the lock.
        if (_isOn || answer?.Status == 429)
        {
            lock (_gate)
            {
                DateTimeOffset now = _used = time.GetUtcNow();
                if (answer?.Status == 429)
                {
                    Refuse(now, answer.Delay ?? TimeSpan.Zero, wasAlone);
                }
                else if (wasAlone && answer?.Response is { } response)
                {
                    Pass(now, RetryRules.Remaining(response));
                }
            }
        }

        if (wasAlone)
        {
            Turn.Release();
        }
    }

    // How long to wait yet; if not at all, whether the request goes alone.
    private TimeSpan Begin(ref bool isAlone)
    {
        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (now - _used > s_memory)
            {
                (_isOn, _interval, _filled) = (false, _shortest, null);
            }

            if (!_isOn || _left > 0)
            {
                _left = Math.Max(0, _left - 1);
                return TimeSpan.Zero;
            }

            // Timers count whole milliseconds.
            isAlone = _next - now < TimeSpan.FromMilliseconds(1);
            _wasPrompt = now - Greater(_next, _used) <= s_prompt;
            return isAlone ? TimeSpan.Zero : _next - now;
        }
    }

    // Tokens are no closer than the longest wait for one. And one that went alone and at once is refused because only one token
    // has come since the one before.
    private void Refuse(DateTimeOffset now, TimeSpan delay, bool wasAlone)
    {
        DateTimeOffset refill = now + delay;
        TimeSpan distance = wasAlone && _wasPrompt && _filled is { } filled ? refill - filled : delay;
        _interval = Greater(distance, _interval);
        (_isOn, _left, _ramp) = (true, 0, 1);
        _filled = _next = Greater(refill, _next);
    }

    private void Pass(DateTimeOffset now, int? left)
    {
        if (left == 0)
        {
            // From when it might go, not from when the answer came: the server fills up meanwhile.
            DateTimeOffset filled = now - _next < Greater(_interval, s_prompt) ? _next : now;
            (_filled, _next) = (filled, filled + _interval);
            return;
        }

        _ramp = Math.Min(_ramp * 2, MostAtOnce);
        (_left, _filled, _next) = (left ?? _ramp, null, now);
    }

    private static T Greater<T>(T one, T other)
        where T : IComparable<T> => one.CompareTo(other) > 0 ? one : other;
}
