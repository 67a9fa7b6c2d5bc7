using ClientMgmt.Http;

namespace ClientMgmt.Resilience;

/// <summary>
/// Bounds how many retries may fail beyond what successes make up for. When a server is down, all callers together then
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
    public void Record(HttpCall call, HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        if (Faults.IsTransient(status) || Faults.IsRefusal(status, namesDelay: true))
        {
            return;
        }

        lock (_gate)
        {
            _left = Math.Min(_capacity, _left + (call.Retries > 0 ? Cost : 1));
        }
    }
}
