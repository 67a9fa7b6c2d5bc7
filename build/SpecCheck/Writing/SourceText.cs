using SpecCheck.Reading;

namespace SpecCheck.Writing;

/// <summary>The lines of a specification of ours, to be added to.</summary>
internal sealed class SourceText
{
    private readonly string _newLine;
    private readonly List<int> _starts = [0];
    private readonly string _text;

    public SourceText(string text)
    {
        _text = text;
        _newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                _starts.Add(i + 1);
            }
        }
    }

    /// <summary>How far a line is indented.</summary>
    public int IndentOf(long line) => Line(line).TakeWhile(c => c == ' ').Count();

    /// <summary>Where in its line a character stands.</summary>
    public int ColumnOf(int position) => position - _starts[_starts.FindLastIndex(s => s <= position)];

    /// <summary>Adds lines behind what begins in a line: behind all that is indented further.</summary>
    public Edit InsertBehind(long line, params string[] lines)
    {
        int indent = IndentOf(line);
        long last = line;
        for (long next = line + 1; next < _starts.Count; next++)
        {
            if (Line(next).Length > 0 && IndentOf(next) <= indent)
            {
                break;
            }

            last = Line(next).Length > 0 ? next : last;
        }

        return InsertBefore(last + 1, lines);
    }

    public Edit InsertBefore(long line, params string[] lines) => line <= _starts.Count
        ? new Edit(_starts[(int)line - 1], 0, string.Concat(lines.Select(l => l + _newLine)))
        : new Edit(_text.Length, 0, string.Concat(lines.Select(l => _newLine + l)));

    /// <summary>Adds values to a list in brackets, on further lines where one would become too long.</summary>
    public Edit Append(ListNode list, TextNode last, IEnumerable<string> values)
    {
        const int MaxLineLength = 120;
        string indent = new(' ', ColumnOf(list.Items[0].Start));
        int column = ColumnOf(last.End);
        string added = "";
        foreach (string value in values)
        {
            bool fits = column + ", ".Length + value.Length + ",]".Length <= MaxLineLength;
            column = fits ? column + ", ".Length + value.Length : indent.Length + value.Length;
            added += fits ? $", {value}" : $",{_newLine}{indent}{value}";
        }

        return new Edit(last.End, 0, added);
    }

    private string Line(long line)
    {
        int start = _starts[(int)line - 1];
        int end = line < _starts.Count ? _starts[(int)line] : _text.Length;
        return _text[start..end].TrimEnd();
    }
}
