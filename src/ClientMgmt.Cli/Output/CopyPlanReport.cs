using ClientMgmt.Manifests;
using Spectre.Console;

namespace ClientMgmt.Cli.Output;

/// <summary>A plan to copy for people: + copied, = there already, ! refused, with what would be lost.</summary>
internal static class CopyPlanReport
{
    public static IEnumerable<ReportLine> Lines(CopyPlan plan) =>
    [
        .. plan.Items.SelectMany(Lines),
        new($"{plan.Source} to {plan.Target}: {plan.Items.Count(IsCopied)} to copy, {plan.Items.Count(i => i.ExistingId is not null)} there already, "
            + $"{plan.Items.Count(i => i.Problems.Count > 0)} refused."),
    ];

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

    private static IEnumerable<ReportLine> Lines(CopyItem item)
    {
        string name = PlanReport.Name(item.ClientName, item.SourceId);
        if (item.ExistingId is not null)
        {
            yield return new ReportLine($"= there already {name} as {item.ExistingId}");
            yield break;
        }

        yield return IsCopied(item)
            ? new ReportLine($"+ copy {name}", Color.Green)
            : new ReportLine($"! refuse {name}", Color.Red);
        foreach (PropertyLoss loss in item.Losses)
        {
            yield return new ReportLine($"lost: {PlanReport.Text(loss)}", Color.Yellow, 4);
        }
    }
}
