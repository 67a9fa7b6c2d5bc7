using System.Text;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Output;

/// <summary>Standard output. Where it takes nothing more, the error says that it is about that.</summary>
internal sealed class ResultWriter(TextWriter writer) : TextWriter
{
    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value) => Try(() => writer.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => writer.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => writer.Write(value));

    public override void WriteLine(string? value) => Try(() => writer.WriteLine(value));

    public override void Flush() => Try(writer.Flush);

    public override Task FlushAsync() => FlushAsync(CancellationToken.None);

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw OutputException.OfResult(e);
        }
    }

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw OutputException.OfResult(e);
        }
    }

    private static bool IsBroken(Exception error) => FileErrors.IsOne(error) || error is ObjectDisposedException;
}
