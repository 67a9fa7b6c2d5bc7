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
            view.Output.WriteLine(Line([.. columns.Select(c => c.Heading)]));
        }

        view.Output.WriteLine(Line(cells));
    }

    private string Line(string[] cells) => string.Join(
        "  ", cells.Select((cell, i) => PlainText.OneLine(cell).PadRight(columns[i].Width))).TrimEnd();
}
