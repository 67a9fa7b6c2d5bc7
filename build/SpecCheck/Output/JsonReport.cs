using System.Text.Encodings.Web;
using System.Text.Json;
using SpecCheck.Comparing;
using SpecCheck.Reading;

namespace SpecCheck.Output;

/// <summary>The report for programs; README.md beside the project describes it.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter output, Report report) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            Spec = new { File = report.Ours.Path, report.Ours.Version },
            Vendor = new { File = report.Theirs.Path, report.Theirs.Version },
            Counts = new
            {
                Breaking = report.Of(Meaning.Breaking).Count(),
                Additive = report.Of(Meaning.Additive).Count(),
                Deliberate = report.Of(Meaning.Deliberate).Count(),
                Obsolete = report.Obsolete.Count,
            },
            Written = report.Written.Select(Difference),
            Differences = report.Findings.OrderBy(f => f.ToDo).Select(Difference),
            Obsolete = report.Obsolete.Select(o => new
            {
                o.At,
                Fact = o.Record.Facts,
                o.Record.Reason,
                Users = Sentence.EffectOfObsolete,
                Place = Place(o.Record.Node),
            }),
        },
        s_options));

    private static object Difference(Finding finding) => new
    {
        Meaning = Lower(finding.Difference.Meaning),
        ToDo = Lower(finding.ToDo),
        At = finding.Labels,
        finding.Difference.Fact,
        finding.Difference.Here,
        finding.Difference.Vendor,
        In = finding.Directions.Select(d => Lower(d)),
        finding.Difference.Explanation?.Rule,
        finding.Difference.Explanation?.Reason,
        finding.Difference.Hint,
        Users = Sentence.OfEffect(finding),
        HerePlace = Place(finding.Difference.HereAt),
        VendorPlace = Place(finding.Difference.VendorAt),
    };

    private static object? Place(Node? node) => node is null ? null : new { node.File, Line = node.KeyLine, node.Pointer };

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();
}
