using System.Text;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Output;

/// <summary>Standard error, which may be closed or full: what cannot be said there must not take the place of what happened.</summary>
internal sealed class ErrorWriter(TextWriter writer) : TextWriter
{
    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value) => Try(() => writer.Write(value));

    public override void Write(string? value) => Try(() => writer.Write(value));

    public override void WriteLine(string? value) => Try(() => writer.WriteLine(value));

    public override void Flush() => Try(writer.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (FileErrors.IsOne(e) || e is ObjectDisposedException)
        {
            // There is nowhere else to say it.
        }
    }
}
