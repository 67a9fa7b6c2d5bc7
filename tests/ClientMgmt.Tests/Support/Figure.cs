namespace ClientMgmt.Tests.Support;

/// <summary>The numbers that the project promises to reach; see README.md of the tests.</summary>
public static class Figure
{
    /// <summary>Prints one where both a log of the run and a report of the tests show it.</summary>
    public static void Print(int number, FormattableString result)
    {
        string line = FormattableString.Invariant($"figure {number}: {FormattableString.Invariant(result)}");
        TestContext.Out.WriteLine(line);
        TestContext.Progress.WriteLine(line);
    }
}
