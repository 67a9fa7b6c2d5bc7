using Spectre.Console;

namespace ClientMgmt.Cli.Output;

/// <summary>A line of a report, with the colour that it has on a terminal.</summary>
internal sealed record ReportLine(string Text, Color? Color = null, int Indent = 0);

/// <summary>Writes lines that are no table.</summary>
internal static class Lines
{
    /// <summary>To standard output where it holds text for people, otherwise to standard error.</summary>
    public static void Write(View view, IEnumerable<ReportLine> lines)
    {
        bool isTerminal = view.IsTable ? view.Environment.OutputIsTerminal : view.Environment.ErrorIsTerminal;
        TextWriter output = view.IsTable ? view.Output : view.Error;
        IAnsiConsole? console = !isTerminal ? null : view.IsTable ? view.OutputConsole() : view.ErrorConsole();
        foreach (ReportLine line in lines)
        {
            string text = new string(' ', line.Indent) + PlainText.OneLine(line.Text);
            if (console is null)
            {
                output.WriteLine(text);
            }
            else
            {
                console.Write(new Text(text + "\n", new Style(line.Color)));
            }
        }
    }
}
