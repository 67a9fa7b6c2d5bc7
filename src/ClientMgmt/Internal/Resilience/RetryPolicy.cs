using ClientMgmt.Http;
using Polly;

namespace ClientMgmt.Resilience;

/// <summary>Decides whether a failed request is sent again, and when.</summary>
internal sealed class RetryPolicy(ResilienceOptions options, RetryQuota quota, TimeProvider time)
{
    /// <summary>Whether to send it again; if so, the call's next delay says when.</summary>
    public bool Decide(HttpCall call, Outcome<HttpResponseMessage> outcome, int attempt)
    {
        HttpResponseMessage? response = outcome.Result;
        TimeSpan? told = response is { IsSuccessStatusCode: false }
            ? RetryDelay.FromServer((int)response.StatusCode, response.Header, call.Protocol, time.GetUtcNow())
            : null;
        if (told is { } pause && response!.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
        {
            call.Budget?.Pause(pause);
        }

        if (attempt >= options.MaxRetryAttempts || !IsRetryable(call, outcome))
        {
            return false;
        }

        // A server that asks for more time than there is left is not asked again: its answer says when to come back.
        TimeSpan delay = told ?? RetryDelay.Own(options, attempt, Random.Shared.NextDouble());
        TimeSpan left = options.TotalTimeout - time.GetElapsedTime(call.StartedAt);
        bool isUnbounded = options.TotalTimeout == Timeout.InfiniteTimeSpan;
        if ((!isUnbounded && delay >= left) || !quota.TryTake())
        {
            return false;
        }

        TimeSpan wait = call.Budget?.Take() ?? TimeSpan.Zero;
        call.NextDelay = delay > wait ? delay : wait;
        call.MayHaveActed = false;
        return true;
    }

    private static bool IsRetryable(HttpCall call, Outcome<HttpResponseMessage> outcome)
    {
        if (outcome.Exception is { } failure)
        {
            return Faults.IsTransient(failure) && (call.About.IsSafe || !call.MayHaveActed);
        }

        int status = (int)outcome.Result!.StatusCode;
        return Faults.IsRefusal(status, outcome.Result.Header(RetryDelay.Header) is not null)
            || (call.About.IsSafe && Faults.IsTransient(status));
    }
}
