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

        // What takes more time than there is left is not waited for: the answer at hand says when to come back.
        TimeSpan delay = told ?? RetryDelay.Own(options, attempt, Random.Shared.NextDouble());
        TimeSpan wait = call.Budget?.Take() ?? TimeSpan.Zero;
        call.NextDelay = delay > wait ? delay : wait;
        bool isInTime = options.TotalTimeout == Timeout.InfiniteTimeSpan
            || call.NextDelay < options.TotalTimeout - time.GetElapsedTime(call.StartedAt);
        if (isInTime && quota.TryTake())
        {
            call.MayHaveActed = false;
            return true;
        }

        call.Budget?.Return();
        return false;
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
