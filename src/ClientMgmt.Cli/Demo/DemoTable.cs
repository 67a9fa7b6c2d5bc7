using Spectre.Console;

namespace ClientMgmt.Cli.Demo;

/// <summary>Operations down, providers across.</summary>
internal static class DemoTable
{
    public static Table Create(DemoResults results)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn(Column("Operation", ""));
        foreach (string provider in results.Providers)
        {
            table.AddColumn(Column(Look.Heading(provider), $"{results.Count(Outcome.Done, provider)} done").RightAligned());
        }

        foreach (DemoGroup group in DemoSteps.All)
        {
            if (group != DemoSteps.All[0])
            {
                table.AddEmptyRow();
            }

            table.AddRow(new Text(group.Title, Look.Bold));
            foreach (ClientOperation operation in group.Steps.Select(s => s.Operation))
            {
                table.AddRow(
                    results.Providers.Select(p => Look.Of(results.Of(p, operation))).Prepend(new Text("  " + Look.Of(operation))));
            }
        }

        return table;
    }

    private static TableColumn Column(string header, string footer) =>
        new(new Text(header, Look.Bold)) { Footer = new Text(footer, Look.Bold), NoWrap = true };
}
