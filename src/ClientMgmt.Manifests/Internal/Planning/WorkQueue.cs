namespace ClientMgmt.Manifests;

/// <summary>Works on several clients at once, until one fails or the caller wants no more.</summary>
/// <param name="maxConcurrency">How many at once.</param>
/// <param name="continueOnError">Whether to begin others after one has failed.</param>
/// <param name="report">Is told each result, one call at a time.</param>
internal sealed class WorkQueue<TResult>(int maxConcurrency, bool continueOnError, Action<TResult>? report)
{
    private readonly Lock _turn = new();
    private volatile bool _isStopped;
    private Exception? _failure;

    /// <summary>Runs some work and gives the results in the order of the items.</summary>
    /// <param name="items">What to work on.</param>
    /// <param name="work">The work; it does not throw.</param>
    /// <param name="skip">The result of what is not begun.</param>
    /// <param name="isFailure">Whether a result keeps others from being begun.</param>
    /// <param name="cancellationToken">Begins nothing more.</param>
    public async Task<TResult[]> RunAsync<T>(
        IReadOnlyList<T> items,
        Func<T, Task<TResult>> work,
        Func<T, TResult> skip,
        Func<TResult, bool> isFailure,
        CancellationToken cancellationToken)
    {
        var results = new TResult[items.Count];
        await Parallel.ForAsync(0, items.Count, new ParallelOptions { MaxDegreeOfParallelism = maxConcurrency }, async (index, _) =>
        {
            TResult result = _isStopped || cancellationToken.IsCancellationRequested
                ? skip(items[index])
                : await work(items[index]).ConfigureAwait(false);
            lock (_turn)
            {
                results[index] = result;
                _isStopped |= !continueOnError && isFailure(result);
                Report(result);
            }
        }).ConfigureAwait(false);
        return results;
    }

    /// <summary>Says that reporting has failed, if it has.</summary>
    /// <exception cref="ResultCallbackException{TResult}">It has.</exception>
    public void ThrowIfNotReported(IReadOnlyList<TResult> results)
    {
        if (_failure is not null)
        {
            throw new ResultCallbackException<TResult>(results, _failure);
        }
    }

    // Others are told all the same: their secrets are known here alone.
    private void Report(TResult result)
    {
        try
        {
            report?.Invoke(result);
        }
        catch (Exception e)
        {
            _failure ??= e;
            _isStopped = true;
        }
    }
}
