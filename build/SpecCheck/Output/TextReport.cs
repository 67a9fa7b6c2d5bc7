using SpecCheck.Comparing;
using SpecCheck.Reading;

namespace SpecCheck.Output;

/// <summary>The report for people.</summary>
internal static class TextReport
{
    public static void Write(TextWriter output, Report report, bool all)
    {
        if (report.Written.Count > 0)
        {
            output.WriteLine($"Written to {report.Ours.Path} ({report.Written.Count})");
            WriteAll(output, report, report.Written);
        }

        foreach (Meaning meaning in (Meaning[])[Meaning.Breaking, Meaning.Additive])
        {
            Finding[] findings = [.. report.Of(meaning)];
            if (findings.Length > 0)
            {
                output.WriteLine($"{meaning} ({findings.Length})");
                WriteAll(output, report, findings);
            }
        }

        WriteDeliberate(output, report, all);
        if (report.Obsolete.Count > 0)
        {
            output.WriteLine($"Recorded, but not found any more ({report.Obsolete.Count})");
            foreach ((Deliberate.DeliberateDifference record, string at) in report.Obsolete)
            {
                output.WriteLine($"  {string.Join(", ", record.Facts)} of {at}: {record.Reason}");
                output.WriteLine($"      {record.Node.File}:{record.Node.Line}");
            }
        }

        output.WriteLine(Summary(report));
    }

    private static string Summary(Report report) => string.Join(", ", Enum.GetValues<Meaning>().Select(m =>
        $"{report.Of(m).Count()} {m.ToString().ToLowerInvariant()}")) + $", {report.Obsolete.Count} obsolete"
        + (report.HasNews ? "." : ": nothing new.");

    // Each reason once, and below it what it explains; rules explain hundreds.
    private static void WriteDeliberate(TextWriter output, Report report, bool all)
    {
        Finding[] findings = [.. report.Of(Meaning.Deliberate)];
        if (findings.Length == 0)
        {
            return;
        }

        output.WriteLine($"Deliberate ({findings.Length})");
        foreach (var reason in findings.GroupBy(f => (f.Difference.Explanation!.Rule, f.Difference.Explanation.Reason)))
        {
            string rule = reason.Key.Rule is { } number ? $"rule {number}: " : "";
            output.WriteLine($"  {rule}{reason.Key.Reason} ({reason.Count()})");
            if (all || reason.Key.Rule is null)
            {
                WriteAll(output, report, reason);
            }
        }
    }

    private static void WriteAll(TextWriter output, Report report, IEnumerable<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            output.WriteLine($"    {Sentence.Of(finding)}");
            output.WriteLine($"        {Place(finding.Difference.HereAt, report.Ours)}  {Place(finding.Difference.VendorAt, report.Theirs)}");
        }
    }

    private static string Place(Node? node, SpecFile file) => node is null ? file.Path : $"{node.File}:{node.KeyLine}";
}
