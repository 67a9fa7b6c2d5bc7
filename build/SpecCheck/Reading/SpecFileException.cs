namespace SpecCheck.Reading;

/// <summary>A file that cannot be used, with the place and what to do.</summary>
internal sealed class SpecFileException(string file, long line, string reason)
    : Exception(line > 0 ? $"{file}:{line}: {reason}" : $"{file}: {reason}")
{
    public SpecFileException(Node at, string reason)
        : this(at.File, at.Line, reason)
    {
    }
}
