namespace ClientMgmt.Tests.Support;

/// <summary>Ends tests that would wait for ever where the library is broken; one that works never takes as long.</summary>
internal static class Patience
{
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(20);

    public static Task<T> InTimeAsync<T>(this Task<T> task) => task.WaitAsync(Limit);

    public static Task InTimeAsync(this Task task) => task.WaitAsync(Limit);

    /// <summary>Does something again until that has come about which it brings about in the background.</summary>
    public static async Task UntilAsync(Func<bool> isDone, Func<Task> again)
    {
        using var limit = new CancellationTokenSource(Limit);
        do
        {
            await again();
            await Task.Yield();
            if (isDone())
            {
                return;
            }
        }
        while (!limit.IsCancellationRequested);

        throw new TimeoutException($"It has not come about within {Limit.TotalSeconds} s.");
    }
}
