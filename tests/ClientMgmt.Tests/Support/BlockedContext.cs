namespace ClientMgmt.Tests.Support;

/// <summary>
/// The synchronization context of a thread that waits for a result, as in a desktop application: what is to go on in it does
/// not go on until the wait is over, which is never.
/// </summary>
internal sealed class BlockedContext : SynchronizationContext
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _posted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs something that blocks on a thread with such a context.</summary>
    /// <exception cref="InvalidOperationException">Something would go on in the context only.</exception>
    /// <exception cref="TimeoutException">It has not come to an end.</exception>
    public static async Task<T> RunAsync<T>(Func<T> work)
    {
        var context = new BlockedContext();
        Task<T> done = Task.Factory.StartNew(
            () =>
            {
                SetSynchronizationContext(context);
                return work();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        await Task.WhenAny(done, context._posted.Task).WaitAsync(s_limit);
        return context._posted.Task.IsCompleted
            ? throw new InvalidOperationException("Something waits for the thread that waits for it.")
            : await done;
    }

    public override void Post(SendOrPostCallback d, object? state) => _posted.TrySetResult();

    public override void Send(SendOrPostCallback d, object? state) => _posted.TrySetResult();
}
