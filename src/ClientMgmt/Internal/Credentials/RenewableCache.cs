namespace ClientMgmt.Credentials;

/// <summary>
/// Keeps values that expire. However many callers wait for one, one request fetches it; it is renewed before it expires,
/// and if that fails, the old one serves as long as it is valid.
/// </summary>
internal sealed class RenewableCache<TKey, TValue>(TimeProvider time)
    where TKey : notnull
    where TValue : class
{
    // Before the next try to renew a value that is still valid.
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Task<Renewable<TValue>>> _values = [];

    /// <summary>A value that is at hand and not to be renewed yet, or null.</summary>
    public TValue? Find(TKey key)
    {
        lock (_gate)
        {
            return _values.TryGetValue(key, out Task<Renewable<TValue>>? value) && value.IsCompleted && IsFresh(value)
                ? value.Result.Value
                : null;
        }
    }

    public async Task<TValue> GetAsync(TKey key, Func<Task<Renewable<TValue>>> fetch, CancellationToken cancellationToken)
    {
        Task<Renewable<TValue>>? value;
        lock (_gate)
        {
            if (!_values.TryGetValue(key, out value) || !IsFresh(value))
            {
                RemoveExpired();

                // Not this caller's token: others wait for the same request.
                Renewable<TValue>? old = value is not null && IsUsable(value) ? value.Result : null;
                value = Task.Run(() => FetchAsync(fetch, old), CancellationToken.None);
                _values[key] = value;

                // Callers may all have given up by the time it fails, which then is nobody's error.
                _ = value.ContinueWith(
                    static failed => failed.Exception,
                    CancellationToken.None,
                    TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default);
            }
        }

        return (await value.WaitAsync(cancellationToken).ConfigureAwait(false)).Value;
    }

    /// <summary>Forgets a value that was refused, unless it has been renewed meanwhile.</summary>
    public void Forget(TKey key, TValue refused)
    {
        lock (_gate)
        {
            if (_values.TryGetValue(key, out Task<Renewable<TValue>>? value)
                && value.IsCompletedSuccessfully && value.Result.Value.Equals(refused))
            {
                _values.Remove(key);
            }
        }
    }

    private void RemoveExpired()
    {
        foreach ((TKey key, Task<Renewable<TValue>> value) in _values.ToArray())
        {
            if (value.IsCompleted && !IsUsable(value))
            {
                _values.Remove(key);
            }
        }
    }

    private bool IsFresh(Task<Renewable<TValue>> value) =>
        !value.IsCompleted || (IsUsable(value) && time.GetUtcNow() < value.Result.RenewAt);

    private bool IsUsable(Task<Renewable<TValue>> value) =>
        value.IsCompletedSuccessfully && time.GetUtcNow() < value.Result.ExpiresAt;

    private async Task<Renewable<TValue>> FetchAsync(Func<Task<Renewable<TValue>>> fetch, Renewable<TValue>? old)
    {
        try
        {
            return await fetch().ConfigureAwait(false);
        }
        catch (Exception) when (old is not null && time.GetUtcNow() < old.ExpiresAt)
        {
            return old with { RenewAt = time.GetUtcNow() + s_pause };
        }
    }
}
