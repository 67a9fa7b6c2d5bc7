using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Output;

/// <summary>
/// Writes a list entry by entry, each as soon as it is there. What follows an error is missing, and JSON then lacks its end,
/// so that half a list is not taken for a whole one.
/// </summary>
internal sealed class ListWriter(View view, params IReadOnlyList<(string Heading, int Width)> columns)
{
    /// <summary>The width of a column of ids, which are mostly as long as the first one.</summary>
    public const int FitsIds = -1;

    // Numbers differ in length: those of Authlete have up to 19 digits.
    private const int WidthOfNumbers = 19;
    private const int WidthOfGuids = 36;

    private const string Gap = "  ";

    private int[] _widths = [];

    // A file has no edge to wrap at.
    private int _edge;

    public int Count { get; private set; }

    public void Add(JsonNode document, params string[] cells)
    {
        switch (view.Format)
        {
            case OutputFormat.Json:
                view.Output.Write((Count == 0 ? "[\n  " : ",\n  ") + JsonText.Of(document).Replace("\n", "\n  ", StringComparison.Ordinal));
                break;
            case OutputFormat.JsonLines:
                view.Output.WriteLine(document.ToJsonString(JsonText.OneLine));
                break;
            case OutputFormat.Yaml:
                YamlText.Write(view.Output, JsonSerializer.SerializeToElement(new[] { document }));
                break;
            default:
                WriteRow(cells);
                break;
        }

        Count++;
        view.Output.Flush();
    }

    public void End()
    {
        switch (view.Format)
        {
            case OutputFormat.Json:
                view.Output.Write(Count == 0 ? "[]\n" : "\n]\n");
                break;
            case OutputFormat.Yaml when Count == 0:
                view.Output.Write("[]\n");
                break;
            case OutputFormat.Table when Count == 0:
                view.Note("There are none.");
                break;
        }
    }

    // The widths are fixed: those of later entries are not known yet.
    private void WriteRow(string[] cells)
    {
        if (Count == 0)
        {
            _widths = [.. columns.Select((c, i) => c.Width == FitsIds ? WidthOf(c.Heading, cells[i]) : c.Width)];
            _edge = view.Environment.OutputIsTerminal ? view.OutputConsole().Profile.Width : int.MaxValue;
            view.Output.WriteLine(Line([.. columns.Select(c => c.Heading)]));
        }

        int before = _widths.SkipLast(1).Sum(w => w + Gap.Length);
        bool isFirst = true;
        foreach (string part in Words.Wrap(PlainText.OneLine(cells[^1]), _edge - before))
        {
            string[] others = isFirst ? cells[..^1] : [.. cells[..^1].Select(_ => "")];
            view.Output.WriteLine(Line([.. others, part]));
            isFirst = false;
        }
    }

    private static int WidthOf(string heading, string id) => Math.Max(
        heading.Length, id.Length == 0 ? WidthOfGuids : id.All(char.IsAsciiDigit) ? WidthOfNumbers : id.Length);

    private string Line(string[] cells) => string.Join(
        Gap, cells.Select((cell, i) => PlainText.OneLine(cell).PadRight(_widths[i]))).TrimEnd();
}
