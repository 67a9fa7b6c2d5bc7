using System.Globalization;
using Spectre.Console;

namespace ClientMgmt.Cli.Demo;

/// <summary>Shows what the demo found: the table, and below it what needs more words.</summary>
internal static class DemoReport
{
    public static void WriteHeading(IAnsiConsole console, Uri sandbox)
    {
        console.WriteLine();
        WriteLine(console, "One IClientManagement, four backends", Look.Bold);
        console.WriteLine(
            $"Every operation goes over HTTP to a sandbox at {sandbox} and is checked by reading back. "
            + "The same code drives all four; only ClientManagement:Provider changes.");
        console.WriteLine();
    }

    public static void WriteHeading(IAnsiConsole console, string provider)
    {
        console.WriteLine();
        WriteLine(console, $"IClientManagement with {provider}", Look.Bold);
        console.WriteLine(
            "Every operation that needs nobody else and touches nobody else's clients is done with clients of the demo's own and checked by "
            + "reading back. They are removed at the end.");
        console.WriteLine();
    }

    /// <summary>What became of the clients of a demo with a configured provider.</summary>
    public static string Removed(IReadOnlyList<string> left) =>
        left.Count == 0 ? "the clients of the demo were removed." : "not all clients of the demo could be removed; left behind:";

    public static void Write(IAnsiConsole console, DemoResults results)
    {
        console.Write(DemoTable.Create(results));
        WriteNotes(console, "Not as asked", results, Outcome.Failed);
        WriteNotes(console, "Not supported, because", results, Outcome.NotSupported);
        WriteNotes(console, "Not run, because", results, Outcome.NotRun);
        WriteNotes(console, "Done, but", results, Outcome.Done);
        console.WriteLine();
        WriteLine(console, Summary(results), Look.Of(results.Count(Outcome.Failed) == 0 ? Outcome.Done : Outcome.Failed));
    }

    /// <summary>One line for each remark, with the operation and the providers that it is about.</summary>
    private static void WriteNotes(IAnsiConsole console, string title, DemoResults results, Outcome outcome)
    {
        var notes = results.Steps.Where(s => s.Outcome == outcome && s.Remark is not null)
            .GroupBy(s => (s.Operation, Remark: s.Remark!.TrimEnd('.')), s => s.Provider).ToArray();
        if (notes.Length == 0)
        {
            return;
        }

        Grid grid = new Grid().AddColumn(Column(2)).AddColumn(Column(0)).AddColumn(Column(0, wrap: true));
        foreach (var note in notes)
        {
            grid.AddRow(new Text(Look.Of(note.Key.Operation)), new Text(string.Join(", ", note)), new Text(note.Key.Remark));
        }

        console.WriteLine();
        WriteLine(console, title, Look.Of(outcome));
        console.Write(grid);
    }

    private static GridColumn Column(int left, bool wrap = false) =>
        new() { NoWrap = !wrap, Padding = new Padding(left, 0, wrap ? 0 : 2, 0) };

    private static string Summary(DemoResults results)
    {
        int failed = results.Count(Outcome.Failed), notRun = results.Count(Outcome.NotRun);
        string seconds = results.Time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        return (failed == 0 ? "Everything was as asked: " : "Something was not as asked: ")
            + $"{results.Count(Outcome.Done)} done, {results.Count(Outcome.NotSupported)} not supported, {(notRun > 0 ? $"{notRun} not run, " : "")}{failed} failed; "
            + $"{(results.Requests is { } requests ? $"{requests} HTTP requests in " : "")}{seconds} s.";
    }

    private static void WriteLine(IAnsiConsole console, string text, Style style)
    {
        console.Write(new Text(text, style));
        console.WriteLine();
    }
}
