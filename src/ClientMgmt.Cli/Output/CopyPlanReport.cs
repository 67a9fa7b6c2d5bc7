using ClientMgmt.Manifests;
using Spectre.Console;

namespace ClientMgmt.Cli.Output;

/// <summary>A plan to copy for people: + copied, = there already, ! refused, with what would be lost.</summary>
internal static class CopyPlanReport
{
    public static IEnumerable<ReportLine> Lines(CopyPlan plan) => [.. Parts(plan), new(Summary(plan))];

    public static IEnumerable<string> Markdown(CopyPlan plan) =>
    [
        $"### {Summary(plan)}",
        "",
        .. MarkdownReport.Difference(Parts(plan)),
        .. MarkdownReport.Problems(OtherProblems(plan)),
    ];

    private static ReportLine[] Parts(CopyPlan plan) =>
    [
        .. plan.Items.Select(Line),
        .. plan.Items.SelectMany(i => i.Losses.Select(loss => (Item: i, Loss: loss)))
            .GroupBy(l => (l.Loss.Name, l.Loss.Reason)).OrderBy(l => l.Key.Name, StringComparer.Ordinal).SelectMany(Lost),
    ];

    private static string Summary(CopyPlan plan) =>
        $"{plan.Source} to {plan.Target}: {plan.Items.Count(IsCopied)} to copy, {plan.Items.Count(i => i.ExistingId is not null && i.Problems.Count == 0)} there already, "
        + $"{plan.Items.Count(i => i.Problems.Count > 0)} refused.";

    /// <summary>What is wrong with a plan besides the losses, which its lines tell.</summary>
    public static IEnumerable<ManifestProblem> OtherProblems(CopyPlan plan) =>
        plan.Items.SelectMany(item => item.Problems.Where(p => p.Property is null || item.Losses.All(l => l.Name != p.Property)));

    /// <summary>What to do about a plan that is refused.</summary>
    public static string Refusal(CopyPlan plan, CopyOptions options)
    {
        HashSet<string> lost = [.. plan.Items.SelectMany(i => i.Losses).Select(l => l.Name)];
        bool isLoss = !options.AllowLoss && plan.Problems.Any(p => p.Property is { } name && lost.Contains(name));
        bool lacksValue = plan.Problems.Any(p => p.Property is { } name && !lost.Contains(name));
        return "nothing was copied."
            + (isLoss ? " --allow-loss copies without what would be lost." : "")
            + (lacksValue ? " --default NAME=VALUE gives copies what they lack." : "");
    }

    private static bool IsCopied(CopyItem item) => item.ExistingId is null && item.Problems.Count == 0;

    private static ReportLine Line(CopyItem item)
    {
        string name = PlanReport.Name(item.ClientName, item.SourceId);
        return item.Problems.Count > 0 ? new ReportLine($"! refuse {name}", Color.Red)
            : item is { ExistingId: not null, KeptSecret: not null }
                ? new ReportLine($"~ there already {name} as {item.ExistingId}: gets the secret of the source", Color.Yellow)
            : item.ExistingId is not null ? new ReportLine($"= there already {name} as {item.ExistingId}")
            : new ReportLine($"+ copy {name}{Kept(item)}", Color.Green);
    }

    private static string Kept(CopyItem item)
    {
        string[] kept = [.. item.KeptClientId is { } id ? new[] { $"the id {id}" } : [], .. item.KeptSecret is null ? [] : new[] { "its secret" }];
        return kept.Length == 0 ? "" : $", keeping {string.Join(" and ", kept)}";
    }

    private static IEnumerable<ReportLine> Lost(IGrouping<(string Name, string Reason), (CopyItem Item, PropertyLoss Loss)> losses) =>
    [
        new($"- lost: {losses.Key.Name} ({losses.Key.Reason})", Color.Red),
        .. losses.SelectMany(l => DifferenceLines.Of(
            Difference.Of(PlanReport.Name(l.Item.ClientName, l.Item.SourceId), l.Loss.Value, null), indent: 4)),
    ];
}
