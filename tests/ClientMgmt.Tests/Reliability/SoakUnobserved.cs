namespace ClientMgmt.Tests.Reliability;

/// <summary>Counts the exceptions that nobody looked at.</summary>
internal sealed class SoakUnobserved : IDisposable
{
    private int _count;

    public SoakUnobserved()
    {
        // Those of earlier tests.
        Collect();
        TaskScheduler.UnobservedTaskException += Count;
    }

    public int Collect()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return _count;
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Count;

    private void Count(object? sender, UnobservedTaskExceptionEventArgs e)
    {
        Interlocked.Increment(ref _count);
        TestContext.Out.WriteLine(e.Exception);
    }
}
