using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Manifests;
using Spectre.Console;

namespace ClientMgmt.Cli.Output;

/// <summary>A plan for people: + create, ~ change, - delete, with what becomes of each property, entry by entry.</summary>
internal static class PlanReport
{
    /// <summary>Writes a plan that is the result of a command.</summary>
    public static void Write(
        View view, Func<IEnumerable<ReportLine>> lines, Func<IEnumerable<string>> markdown, Action<Utf8JsonWriter> json)
    {
        switch (view.Format)
        {
            case OutputFormat.Table:
                Output.Lines.Write(view, lines());
                break;
            case OutputFormat.Markdown:
                foreach (string line in markdown())
                {
                    view.Output.WriteLine(line);
                }

                break;
            default:
                view.Write(Document(json), static () => Tables.Create());
                break;
        }
    }

    private static JsonNode Document(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            write(writer);
        }

        return JsonNode.Parse(stream.ToArray())!;
    }

    public static IEnumerable<ReportLine> Lines(ManifestPlan plan) =>
    [
        .. plan.Changes.SelectMany(Lines),
        new(Summary(plan)),
    ];

    public static IEnumerable<string> Markdown(ManifestPlan plan) =>
    [
        $"### {Summary(plan)}",
        .. plan.Changes.Where(c => c.Kind != ChangeKind.Unchanged).Select(Lines)
            .SelectMany(lines => (string[])["", .. MarkdownReport.Difference(lines)]),
        .. MarkdownReport.Problems(plan.Problems),
    ];

    public static string Action(ChangeKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private static string Summary(ManifestPlan plan) =>
        $"{plan.Provider}: {plan.Count(ChangeKind.Create)} to create, {plan.Count(ChangeKind.Change)} to change, "
        + $"{plan.Count(ChangeKind.Delete)} to delete, {plan.Count(ChangeKind.Unchanged)} unchanged.";

    private static IEnumerable<ReportLine> Lines(ClientChange change)
    {
        if (change.Kind == ChangeKind.Unchanged)
        {
            yield break;
        }

        char sign = SignOf(change.Kind);
        yield return new ReportLine($"{sign} {Heading(change)}", DifferenceLines.ColorOf(sign));
        foreach (ReportLine line in Differences(change).SelectMany(difference => DifferenceLines.Of(difference, indent: 4)))
        {
            yield return line;
        }
    }

    private static string Heading(ClientChange change) => $"{Action(change.Kind)} {Name(change.ClientName, change.ClientId)}";

    private static char SignOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => Difference.Added,
        ChangeKind.Delete => Difference.Removed,
        _ => Difference.Changed,
    };

    // Of a client that is deleted, all goes.
    private static IEnumerable<Difference> Differences(ClientChange change) =>
        from property in change.Kind == ChangeKind.Delete ? [] : change.Properties
        let name = property.IsExtension ? $"{ClientDocument.Extensions}.{property.Name}" : property.Name
        select Difference.Of(name, change.Kind == ChangeKind.Create ? null : property.Old, property.New);

    public static string Name(string? name, string? id) =>
        (name, id) switch { (null, _) => id ?? "", (_, null) => name, _ => $"{name} ({id})" };

    public static string Text(PropertyLoss loss) => $"{loss.Name}: {JsonText.Short(loss.Value)} ({loss.Reason})";
}
