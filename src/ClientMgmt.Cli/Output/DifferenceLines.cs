using Spectre.Console;

namespace ClientMgmt.Cli.Output;

/// <summary>Differences as lines: a sign, and one line for each entry and member, within the width of a terminal if the values are short enough.</summary>
internal static class DifferenceLines
{
    private const int Width = 80;
    private const int Step = 4;

    public static Color? ColorOf(char sign) => sign switch
    {
        Difference.Added => Color.Green,
        Difference.Removed => Color.Red,
        Difference.Changed => Color.Yellow,
        _ => null,
    };

    /// <param name="difference">The difference.</param>
    /// <param name="indent">Where its sign stands.</param>
    public static IEnumerable<ReportLine> Of(Difference difference, int indent)
    {
        string start = difference.Name is { } name ? $"{name}:" : "";
        if (difference.Parts.Count == 0)
        {
            string text = string.Join(' ', ((string[])[start, string.Join(" -> ", difference.Values)]).Where(t => t.Length > 0));
            if (difference.Name is null || indent + 2 + text.Length <= Width)
            {
                return [Line(difference.Sign, text, indent)];
            }

            char[] signs = difference.Values.Count == 2 ? [Difference.Removed, Difference.Added] : [difference.Sign];
            return [Line(difference.Sign, start, indent), .. difference.Values.Select((value, i) => Line(signs[i], value, indent + Step))];
        }

        string remark = difference.Remark is { } known ? $" ({known})" : "";
        return
        [
            Line(difference.Sign, (difference.Name is null ? "{" : start) + remark, indent),
            .. difference.Parts.SelectMany(part => Of(part, indent + Step)),
            .. difference.Name is null ? (ReportLine[])[Line(Difference.Kept, "}", indent)] : [],
        ];
    }

    private static ReportLine Line(char sign, string text, int indent) => new($"{sign} {text}", ColorOf(sign), indent);
}
