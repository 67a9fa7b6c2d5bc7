using SpecCheck.Comparing;
using SpecCheck.Deliberate;
using SpecCheck.Reading;

namespace SpecCheck.Output;

/// <summary>The report for people: what it amounts to, and then what is to be done, the most urgent first.</summary>
internal static class TextReport
{
    private static readonly (ToDo ToDo, string Heading, string Short)[] s_tasks =
    [
        (ToDo.Change, "Change the library, or record why not", "to change in the library"),
        (ToDo.Ask, "Ask a server, then change the library or record the answer", "to ask a server about"),
        (ToDo.Add, "Add to the specification by hand, or record why not", "to add by hand"),
        (ToDo.Write, "Let --write add it to the specification", "for --write"),
        (ToDo.Follow, "Follow in the specification, or record why not", "to follow"),
    ];

    public static void Write(TextWriter output, Report report, bool all)
    {
        output.WriteLine(Summary(report));
        if (report.Written.Count > 0)
        {
            output.WriteLine($"Written to {report.Ours.Path} ({report.Written.Count})");
            WriteAll(output, report, report.Written);
        }

        foreach ((ToDo toDo, string heading, _) in s_tasks)
        {
            Finding[] findings = [.. report.Of(toDo)];
            if (findings.Length > 0)
            {
                output.WriteLine($"{heading} ({findings.Length})");
                WriteAll(output, report, findings);
            }
        }

        WriteObsolete(output, report);
        WriteDeliberate(output, report, all);
    }

    private static string Summary(Report report)
    {
        string[] tasks =
        [
            .. from task in s_tasks
               let count = report.Of(task.ToDo).Count()
               where count > 0
               select $"{count} {task.Short}",
            .. report.Obsolete.Count > 0 ? [$"{report.Obsolete.Count} to remove from the records"] : (string[])[],
        ];
        string counts = string.Join(", ", Enum.GetValues<Meaning>().Select(m => $"{report.Of(m).Count()} {m.ToString().ToLowerInvariant()}"));
        return $"{counts}, {report.Obsolete.Count} obsolete: {(report.HasNews ? string.Join(", ", tasks) : "nothing new")}.";
    }

    private static void WriteObsolete(TextWriter output, Report report)
    {
        if (report.Obsolete.Count == 0)
        {
            return;
        }

        output.WriteLine($"Remove from the records what is not found any more ({report.Obsolete.Count})");
        foreach ((DeliberateDifference record, string at) in report.Obsolete)
        {
            output.WriteLine($"    {string.Join(", ", record.Facts)} of {at}: {record.Reason}");
            output.WriteLine($"        {record.Node.File}:{record.Node.Line}");
            output.WriteLine($"        {Sentence.EffectOfObsolete}");
        }
    }

    // Each reason once, and below it what it explains; rules explain hundreds.
    private static void WriteDeliberate(TextWriter output, Report report, bool all)
    {
        Finding[] findings = [.. report.Of(ToDo.Nothing)];
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
            if (Sentence.OfEffect(finding) is { } effect)
            {
                output.WriteLine($"        {effect}");
            }
        }
    }

    private static string Place(Node? node, SpecFile file) => node is null ? file.Path : $"{node.File}:{node.KeyLine}";
}
