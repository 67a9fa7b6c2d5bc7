using System.Text;

namespace ClientMgmt.Manifests;

/// <summary>From positions in UTF-8 to lines and columns, which begin at 1.</summary>
internal sealed class LineIndex
{
    private readonly byte[] _bytes;
    private readonly List<int> _starts = [0];

    public LineIndex(byte[] bytes)
    {
        _bytes = bytes;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\n')
            {
                _starts.Add(i + 1);
            }
        }
    }

    public (int Line, int Column) Of(long position)
    {
        int index = _starts.BinarySearch((int)position);
        int line = index < 0 ? ~index - 1 : index;
        return Of(line, (int)position - _starts[line]);
    }

    /// <summary>The same for a line and a position in it that begin at 0.</summary>
    public (int Line, int Column) Of(int line, int position)
    {
        int start = _starts[Math.Min(line, _starts.Count - 1)];
        int length = Math.Clamp(position, 0, _bytes.Length - start);
        return (line + 1, Encoding.UTF8.GetCharCount(_bytes.AsSpan(start, length)) + 1);
    }
}
