using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;

namespace ClientMgmt.Cli.Output;

/// <summary>
/// Results of work on several clients, in their order, each as soon as it and all before it are there. Where standard output takes
/// nothing more the work goes on, and <see cref="End"/> says so.
/// </summary>
/// <param name="writer">Writes them.</param>
/// <param name="count">How many there will be.</param>
internal sealed class OrderedRows(ListWriter writer, int count)
{
    private readonly Lock _gate = new();
    private readonly (JsonNode Document, string[] Cells)?[] _rows = new (JsonNode, string[])?[count];
    private OutputException? _failure;
    private int _next;

    public void Set(int index, JsonNode document, params string[] cells)
    {
        lock (_gate)
        {
            _rows[index] ??= (document, cells);
            while (_next < _rows.Length && _rows[_next] is var (ready, text))
            {
                _next++;
                Write(ready, text);
            }
        }
    }

    /// <exception cref="OutputException">Standard output took not all of them.</exception>
    public void End()
    {
        if (_failure is not null)
        {
            throw _failure;
        }

        writer.End();
    }

    private void Write(JsonNode document, string[] cells)
    {
        try
        {
            if (_failure is null)
            {
                writer.Add(document, cells);
            }
        }
        catch (OutputException e)
        {
            _failure = e;
        }
    }
}
