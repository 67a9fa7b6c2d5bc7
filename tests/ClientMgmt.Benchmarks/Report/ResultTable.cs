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
        text.AppendLine("| figure | ClientMgmt | rounds | target | reached | System.Text.Json | NSwag |");
        text.AppendLine("|---|---|---|---|---|---|---|");
        foreach ((Target target, Figure figure) in Judged(figures))
        {
            string bound = (target.IsLeast ? "≥ " : "≤ ") + Number(target.Bound);
            string others = string.Join(" | ", s_others.Select(o => Number(figures.FirstOrDefault(f => f.Name == $"{target.Name}, {o}")?.Median)));
            text.AppendLine(CultureInfo.InvariantCulture, $"| {figure.Name} | {Number(figure.Median)} | {Rounds(figure)} | {bound} | {(target.IsReached(figure) ? "yes" : "no")} | {others} |");
        }

        Figure[] scale = [.. figures.Where(f => Target.All.All(t => f.Name != t.Name && !f.Name.StartsWith(t.Name + ",", StringComparison.Ordinal)))];
        if (scale.Length > 0)
        {
            text.AppendLine().AppendLine("For scale:").AppendLine().AppendLine("| figure | value | rounds |").AppendLine("|---|---|---|");
            foreach (Figure figure in scale)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"| {figure.Name} | {Number(figure.Median)} | {Rounds(figure)} |");
            }
        }

        return text.ToString();
    }

    private static string Rounds(Figure figure) => figure.Least.Equals(figure.Most) ? "" : $"{Number(figure.Least)} to {Number(figure.Most)}";

    private static string Number(double? value) => value switch
    {
        null => "",
        _ => value.Value.ToString(Math.Abs(value.Value) >= 100 ? "#,##0" : "0.##", CultureInfo.InvariantCulture),
    };
}
