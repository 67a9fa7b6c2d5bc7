using System.Text;
using ClientMgmt.Cli.Options;

namespace ClientMgmt.Cli;

/// <summary>Standard input as UTF-8, whatever the locale is: by lines for answers, or whole.</summary>
internal sealed class Utf8Input(Stream stream) : TextReader
{
    private readonly StreamReader _lines = new(stream, Encoding.UTF8);

    public override string? ReadLine() => _lines.ReadLine();

    public override int Read() => _lines.Read();

    public override int Peek() => _lines.Peek();

    /// <exception cref="InvalidDataException">It is not UTF-8; the message says where.</exception>
    public override string ReadToEnd()
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return TextFile.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
