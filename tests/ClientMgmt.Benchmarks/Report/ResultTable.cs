using System.Globalization;
using System.Text;
using ClientMgmt.Benchmarks.Measuring;

namespace ClientMgmt.Benchmarks.Report;

/// <summary>Measured, target and reached, as Markdown.</summary>
internal static class ResultTable
{
    private static readonly string[] s_others = ["System.Text.Json", "NSwag"];

    public static IEnumerable<(Target Target, Figure Figure)> Judged(IReadOnlyCollection<Figure> figures) =>
        from target in Target.All
        join figure in figures on target.Name equals figure.Name
        select (target, figure);

    public static string Write(IReadOnlyCollection<Figure> figures)
    {
        var text = new StringBuilder();
        Row(text, ["figure", "ClientMgmt", "rounds", "target", "reached", .. s_others]);
        Row(text, Enumerable.Repeat("---", 5 + s_others.Length));
        foreach ((Target target, Figure figure) in Judged(figures))
        {
            IEnumerable<string> others = s_others.Select(o => Number(figures.FirstOrDefault(f => f.Name == $"{target.Name}, {o}")?.Median));
            string bound = (target.IsLeast ? "≥ " : "≤ ") + Number(target.Bound);
            Row(text, [figure.Name, Number(figure.Median), Rounds(figure), bound, target.IsReached(figure) ? "yes" : "no", .. others]);
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
