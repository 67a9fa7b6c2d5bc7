using System.Globalization;
using System.Text;
using ClientMgmt.Benchmarks.Measuring;

namespace ClientMgmt.Benchmarks.Report;

/// <summary>Measured, target and reached, as Markdown.</summary>
internal static class ResultTable
{
    private static readonly string[] s_others = ["System.Text.Json", "NSwag"];

    /// <summary>What is to be reached, with the figure and, of a time, the same of the processors.</summary>
    public static IEnumerable<(Target Target, Figure Figure, Figure? Processor)> Judged(IReadOnlyCollection<Figure> figures) =>
        from target in Target.All
        join figure in figures on target.Name equals figure.Name
        select (target, figure, figures.FirstOrDefault(f => f.Name == target.Name + Figure.Processor));

    /// <summary>
    /// Whether either reaches the target. Where others use the machine too, the time that passes is noise; the time of the processors is
    /// less so.
    /// </summary>
    public static bool IsReached(Target target, Figure figure, Figure? processor) =>
        target.IsReached(figure) || (processor is not null && target.IsReached(processor));

    public static string Write(IReadOnlyCollection<Figure> figures)
    {
        var text = new StringBuilder();
        Row(text, ["figure", "ClientMgmt", "rounds", "processor", "target", "reached", .. s_others]);
        Row(text, Enumerable.Repeat("---", 6 + s_others.Length));
        foreach ((Target target, Figure figure, Figure? processor) in Judged(figures))
        {
            IEnumerable<string> others = s_others.Select(o => Number(figures.FirstOrDefault(f => f.Name == $"{target.Name}, {o}")?.Median));
            string bound = (target.IsLeast ? "≥ " : "≤ ") + Number(target.Bound);
            string reached = target.IsReached(figure) ? "yes" : IsReached(target, figure, processor) ? "by processor" : "no";

            // A miss that rounding would hide.
            string median = reached == "no" && Number(figure.Median) == Number(target.Bound)
                ? figure.Median.ToString("0.####", CultureInfo.InvariantCulture)
                : Number(figure.Median);
            Row(text, [figure.Name, median, Rounds(figure), Number(processor?.Median), bound, reached, .. others]);
        }

        Figure[] scale = [.. figures.Where(f => !Target.All.Any(t => Belongs(f, t)))];
        if (scale.Length > 0)
        {
            text.AppendLine().AppendLine("For scale:").AppendLine();
            Row(text, ["figure", "value", "rounds"]);
            Row(text, Enumerable.Repeat("---", 3));
        }

        foreach (Figure figure in scale)
        {
            Row(text, [figure.Name, Number(figure.Median), Rounds(figure)]);
        }

        return text.ToString();
    }

    // That of another contestant has its name behind a comma.
    private static bool Belongs(Figure figure, Target target) =>
        figure.Name == target.Name || figure.Name.StartsWith(target.Name + ",", StringComparison.Ordinal);

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |");

    private static string Rounds(Figure figure) =>
        figure.Least.Equals(figure.Most) ? "" : $"{Number(figure.Least)} to {Number(figure.Most)}";

    private static string Number(double? value) =>
        value?.ToString(Math.Abs(value.Value) >= 100 ? "#,##0" : "0.##", CultureInfo.InvariantCulture) ?? "";
}
