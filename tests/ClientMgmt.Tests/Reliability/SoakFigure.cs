namespace ClientMgmt.Tests.Reliability;

/// <summary>Prints a figure where a person sees it, and where the result file keeps it.</summary>
internal static class SoakFigure
{
    /// <summary>Whether the long tests run at full size.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("CLIENTMGMT_FULL") == "1";

    public static void Print(string text)
    {
        TestContext.Out.WriteLine(text);
        TestContext.Progress.WriteLine(text);
    }
}
