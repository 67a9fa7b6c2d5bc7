using ClientMgmt.Http;
using Polly;
using Polly.Timeout;

namespace ClientMgmt.Resilience;

/// <summary>Decides whether a failed request is sent again, and when.</summary>
internal sealed class RetryPolicy(ResilienceOptions options, RetryQuota quota, TimeProvider time)
{
    /// <summary>Whether to send it again; if so, the call's next delay says when.</summary>
    public bool Decide(HttpCall call, Outcome<HttpResponseMessage> outcome)
    {
        HttpResponseMessage? response = outcome.Result;
        TimeSpan? told = response is { IsSuccessStatusCode: false }
            ? RetryDelay.FromServer((int)response.StatusCode, response.Header, call.Protocol, time.GetUtcNow())
            : null;
        if (told is { } pause && response!.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
        {
            call.Budget?.Pause(pause);
        }

        if (call.Retries >= options.MaxRetryAttempts || !IsRetryable(call, outcome))
        {
            return false;
        }

        // What takes more time than there is left is not waited for: the answer at hand says when to come back.
        TimeSpan delay = told ?? RetryDelay.Own(options, call.Retries, Random.Shared.NextDouble());
        if (!IsInTime(call, delay) || !quota.TryTake())
        {
            return false;
        }

        call.MayHaveActed = false;
        TimeSpan wait = call.Budget?.Take() ?? TimeSpan.Zero;
        call.NextDelay = delay > wait ? delay : wait;
        if (IsInTime(call, call.NextDelay))
        {
            return true;
        }

        // Many wait for the same budget. That time does not count, as it did not before the first attempt.
        call.Budget!.Return();
        call.QueuesAgain = response is not null;
        return false;
    }

    /// <summary>How long the next attempt may take: no longer than there is left of the whole.</summary>
    /// <exception cref="TimeoutRejectedException">There is nothing left.</exception>
    public TimeSpan NextTimeout(HttpCall call)
    {
        TimeSpan left = TimeLeft(call);
        return left <= TimeSpan.Zero ? throw new TimeoutRejectedException(left)
            : EndsAll(left) ? left
            : options.AttemptTimeout;
    }

    private TimeSpan TimeLeft(HttpCall call) => options.TotalTimeout == Timeout.InfiniteTimeSpan
        ? TimeSpan.MaxValue
        : options.TotalTimeout - time.GetElapsedTime(call.StartedAt);

    private bool IsInTime(HttpCall call, TimeSpan delay) => delay < TimeLeft(call);

    private bool EndsAll(TimeSpan timeout) => options.AttemptTimeout == Timeout.InfiniteTimeSpan || timeout < options.AttemptTimeout;

    private bool IsRetryable(HttpCall call, Outcome<HttpResponseMessage> outcome)
    {
        if (outcome.Exception is { } failure)
        {
            // A timer may go off a moment early, when there still seems to be time left.
            return Faults.IsTransient(failure) && !(failure is TimeoutRejectedException e && EndsAll(e.Timeout))
                && (call.About.IsSafe || !call.MayHaveActed);
        }

        int status = (int)outcome.Result!.StatusCode;
        return Faults.IsRefusal(status, outcome.Result.Header(RetryDelay.Header) is not null)
            || (call.About.IsSafe && Faults.IsTransient(status));
    }
}
