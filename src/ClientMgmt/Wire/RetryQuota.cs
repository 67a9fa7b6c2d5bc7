namespace ClientMgmt.Wire;

/// <summary>
/// A store of retries that successes fill up again. When a server is down, it soon is empty, and all callers together then
/// send little more than they were asked to.
/// </summary>
internal sealed class RetryQuota(int retries)
{
    private const int Cost = 5;

    private readonly int _capacity = retries * Cost;
    private readonly Lock _gate = new();
    private int _left = retries * Cost;

    public bool TryTake()
    {
        lock (_gate)
        {
            if (_left < Cost)
            {
                return false;
            }

            _left -= Cost;
            return true;
        }
    }

    /// <summary>
    /// A retry that a working server answers, whatever it says, gives back what it took, and a request at once a fifth of that.
    /// </summary>
    public void Record(Attempt attempt, bool isRetry)
    {
        if (attempt.Failure is not null || Faults.IsTransient(attempt) || attempt.Status is 429)
        {
            return;
        }

        lock (_gate)
        {
            _left = Math.Min(_capacity, _left + (isRetry ? Cost : 1));
        }
    }
}
