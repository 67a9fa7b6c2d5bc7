namespace ClientMgmt.Wire;

/// <summary>What is sent again, and when. Nothing here changes anything.</summary>
internal static class RetryRules
{
    /// <summary>Whether another attempt may go better, does no harm, and comes in time.</summary>
    /// <param name="failed">The latest attempt.</param>
    /// <param name="retries">How many retries there were before.</param>
    /// <param name="progress">How far the call is.</param>
    public static bool IsWorthwhile(Attempt failed, int retries, CallProgress progress) =>
        retries < progress.Call.Options.MaxRetryAttempts
        && (failed.Failure is null ? MayBeRefusedAnew(failed, progress) : MayConnectAnew(failed, progress))

        // What takes more time than there is left is not waited for: the answer at hand says when to come back.
        && Delay(failed, retries, progress) < progress.TimeLeft;

    /// <summary>How long to wait: as the server asks, or else longer each time.</summary>
    public static TimeSpan Delay(Attempt failed, int retries, CallProgress progress) =>
        failed.Delay ?? RetryDelay.Own(progress.Call.Options, retries, progress.Jitter);

    private static bool MayBeRefusedAnew(Attempt failed, CallProgress progress) =>
        Faults.IsRefusal(failed) || (progress.Call.Request.IsSafe && Faults.IsTransient(failed));

    private static bool MayConnectAnew(Attempt failed, CallProgress progress) =>
        Faults.IsTransient(failed) && failed.Failure is not AttemptTimeoutException { EndsCall: true }
        && (progress.Call.Request.IsSafe || !failed.MayHaveActed);
}
