using Spectre.Console;

namespace ClientMgmt.Cli.Output;

/// <summary>Tables without lines, so that they can be cut and searched.</summary>
internal static class Tables
{
    // A file has no edge to wrap at.
    private const int Endless = 100_000;

    private static readonly Style s_heading = new(decoration: Decoration.Bold);

    public static Table Create(params string[] headings)
    {
        Table table = new Table().Border(TableBorder.None);
        foreach (string heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading, s_heading)) { NoWrap = heading != headings[^1], Padding = new Padding(0, 0, 2, 0) });
        }

        return table;
    }

    /// <summary>Names and values, one pair a line.</summary>
    public static Table Pairs(IEnumerable<(string Name, string Value)> pairs)
    {
        Table table = Create("", "").HideHeaders();
        foreach ((string name, string value) in pairs)
        {
            table.Row(name, value);
        }

        return table;
    }

    public static void Row(this Table table, params string[] cells) =>
        table.AddRow(cells.Select(c => new Text(PlainText.OneLine(c))));

    public static void Write(View view, Table table)
    {
        if (table.Rows.Count == 0)
        {
            return;
        }

        if (view.Environment.OutputIsTerminal)
        {
            view.OutputConsole().Write(table);
            return;
        }

        using var text = new StringWriter();
        IAnsiConsole console = Terminal.Create(text, view.Environment, isTerminal: false);
        console.Profile.Width = Endless;
        console.Write(table);
        foreach (string line in text.ToString().TrimEnd().Split('\n'))
        {
            view.Output.WriteLine(line.TrimEnd());
        }
    }
}
