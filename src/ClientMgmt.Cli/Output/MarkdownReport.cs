using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Output;

/// <summary>Markdown for a pull request: lines of a plan become a difference, which is shown in colours.</summary>
internal static class MarkdownReport
{
    private const char ChangedInColor = '!';

    /// <summary>Lines whose sign begins them, in a fence that none of them can end.</summary>
    public static IEnumerable<string> Difference(IEnumerable<ReportLine> lines)
    {
        string[] texts = [.. lines.Select(Line)];
        string fence = Fence(texts);
        return [$"{fence}diff", .. texts, fence];
    }

    /// <summary>Why a plan cannot be carried out; nothing if it can.</summary>
    public static IEnumerable<string> Problems(IEnumerable<ManifestProblem> problems)
    {
        string[] texts = [.. problems.Select(p => PlainText.OneLine(p.ToString()))];
        string fence = texts.Length == 0 ? "" : Fence(texts);
        return texts.Length == 0 ? [] : ["", "**It cannot be carried out:**", "", $"{fence}text", .. texts, fence];
    }

    private static string Line(ReportLine line)
    {
        string text = PlainText.OneLine(line.Text);
        char sign = text is [Output.Difference.Changed, ..] ? ChangedInColor : text.Length > 0 ? text[0] : ' ';
        return $"{sign}{new string(' ', line.Indent)}{(text.Length > 1 ? text[1..] : "")}".TrimEnd();
    }

    // CommonMark: a fence ends with at least as many backticks as it begins with.
    private static string Fence(IReadOnlyCollection<string> texts)
    {
        string fence = "```";
        while (texts.Any(text => text.Contains(fence, StringComparison.Ordinal)))
        {
            fence += '`';
        }

        return fence;
    }
}
