namespace ClientMgmt.Tests.Support;

/// <summary>The numbers that the project promises to reach; see README.md of the tests.</summary>
public static class Figure
{
    /// <summary>Whether the long tests run at full size.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("CLIENTMGMT_FULL") == "1";

    /// <summary>Prints one where both a log of the run and a report of the tests show it.</summary>
    public static void Print(int number, FormattableString result) => Print($"figure {number}: {FormattableString.Invariant(result)}");

    /// <summary>Prints what belongs to one.</summary>
    public static void Print(string line)
    {
        TestContext.Out.WriteLine(line);
        TestContext.Progress.WriteLine(line);
    }
}
