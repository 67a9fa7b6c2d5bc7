using System.Collections.Concurrent;

namespace ClientMgmt.Tests.Support;

/// <summary>Collects the exceptions of tasks that nobody looked at, from now on.</summary>
internal sealed class UnobservedExceptions : IDisposable
{
    private readonly ConcurrentQueue<string> _seen = [];

    public UnobservedExceptions()
    {
        FinishGarbage();
        TaskScheduler.UnobservedTaskException += Keep;
    }

    /// <summary>What was seen by now, including of all tasks that are garbage.</summary>
    public IReadOnlyList<string> Collect()
    {
        FinishGarbage();
        return [.. _seen];
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Keep;

    private static void FinishGarbage()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private void Keep(object? sender, UnobservedTaskExceptionEventArgs e) => _seen.Enqueue($"{e.Exception}");
}
