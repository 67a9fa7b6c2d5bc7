namespace ClientMgmt.Wire;

/// <summary>
/// Keeps a value that expires. However many callers wait for one, it is fetched once; it is renewed in the background before
/// it expires, while the old one serves.
/// </summary>
internal sealed class Renewable<T>(TimeProvider time)
    where T : class
{
    // Before the next try to renew a value that is still valid.
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan s_longestMargin = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private Task<Expiring<T>>? _fetching;
    private Expiring<T>? _value;
    private DateTimeOffset _renewAt;

    /// <summary>The value, or one that is fetched.</summary>
    /// <param name="fetch">Fetches one; its token ends with the bound.</param>
    /// <param name="bound">How long fetching may take; what does not heed the token is not waited for any longer.</param>
    /// <param name="cancellationToken">Ends this caller's wait. The others' go on.</param>
    /// <exception cref="TimeLimitException">It took too long. The next caller fetches anew.</exception>
    public ValueTask<T> GetAsync(
        Func<CancellationToken, Task<Expiring<T>>> fetch, TimeSpan bound, CancellationToken cancellationToken)
    {
        Task<Expiring<T>> fetching;
        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            bool isUsable = _value is not null && now < _value.ExpiresAt;
            if (isUsable && now < _renewAt)
            {
                return new ValueTask<T>(_value!.Value);
            }

            // Not this caller's token: others wait for the same value.
            fetching = _fetching ??= Start(fetch, bound);
            if (isUsable)
            {
                return new ValueTask<T>(_value!.Value);
            }
        }

        return new ValueTask<T>(WaitAsync(fetching, cancellationToken));
    }

    /// <summary>Forgets a value that was refused, unless it has been renewed meanwhile.</summary>
    public void Forget(T refused)
    {
        lock (_gate)
        {
            if (_value?.Value.Equals(refused) == true)
            {
                _value = null;
            }
        }
    }

    private static async Task<T> WaitAsync(Task<Expiring<T>> fetching, CancellationToken cancellationToken) =>
        (await fetching.WaitAsync(cancellationToken).ConfigureAwait(false)).Value;

    private Task<Expiring<T>> Start(Func<CancellationToken, Task<Expiring<T>>> fetch, TimeSpan bound) =>
        Observed(FetchAsync(fetch, bound));

    // Nobody may be waiting when it fails, which then is nobody's error: telemetry has told of it.
    private static Task<Expiring<T>> Observed(Task<Expiring<T>> fetching)
    {
        _ = fetching.ContinueWith(
            static failed => failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return fetching;
    }

    private async Task<Expiring<T>> FetchAsync(Func<CancellationToken, Task<Expiring<T>>> fetch, TimeSpan bound)
    {
        DateTimeOffset asked = time.GetUtcNow();
        using var limit = new CancellationTokenSource(bound, time);
        try
        {
            // On a thread of the pool, so that one that blocks does not hold up whoever asked. And never at once: whoever asks
            // takes note of this fetch, and it must not have ended before.
            Expiring<T> fetched = await Observed(Task.Run(() => fetch(limit.Token), CancellationToken.None))
                .WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            lock (_gate)
            {
                (_value, _renewAt, _fetching) = (fetched, RenewAt(asked, fetched.ExpiresAt), null);
            }

            return fetched;
        }
        catch (Exception e)
        {
            lock (_gate)
            {
                (_renewAt, _fetching) = (time.GetUtcNow() + s_pause, null);
            }

            if (e is OperationCanceledException && limit.IsCancellationRequested)
            {
                throw new TimeLimitException(nameof(ResilienceOptions.CredentialTimeout));
            }

            throw;
        }
    }

    // A short-lived value is used for most of its life.
    private static DateTimeOffset RenewAt(DateTimeOffset asked, DateTimeOffset expiresAt)
    {
        TimeSpan margin = (expiresAt - asked) / 5;
        return expiresAt - (margin < s_longestMargin ? margin : s_longestMargin);
    }
}
