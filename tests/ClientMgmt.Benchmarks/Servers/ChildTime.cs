using System.Runtime.InteropServices;

namespace ClientMgmt.Benchmarks.Servers;

/// <summary>What the processes that this one has started used the processors. .NET tells it only while they run.</summary>
internal static class ChildTime
{
    // RUSAGE_CHILDREN of getrusage(2): those that have ended.
    private const int Children = -1;

    /// <summary>The time of all that have ended. On Windows nothing counts it, and it is zero.</summary>
    public static TimeSpan Total()
    {
        // Seconds and microseconds, in user code and in the system, and fourteen counters.
        long[] usage = new long[18];
        return OperatingSystem.IsWindows() || GetUsage(Children, usage) != 0
            ? TimeSpan.Zero
            : TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3]);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, long[] usage);
}
