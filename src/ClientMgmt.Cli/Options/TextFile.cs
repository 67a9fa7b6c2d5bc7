using ClientMgmt.Cli.Errors;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>A file that an option names, or standard input.</summary>
internal static class TextFile
{
    public static async Task<string> ReadAsync(string path, string option, Session session)
    {
        try
        {
            // Standard input cannot be interrupted, only left.
            return path == "-"
                ? await Task.Run(session.Environment.Input.ReadToEnd).WaitAsync(session.Token).ConfigureAwait(false)
                : Decode(await File.ReadAllBytesAsync(session.Environment.FullPath(path), session.Token).ConfigureAwait(false));
        }
        catch (InvalidDataException e)
        {
            throw new UsageException($"{option}: {(path == "-" ? "standard input" : path)}: {e.Message}", e);
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            throw new UsageException($"{option}: {path} cannot be read: {FileErrors.Reason(e)}", e);
        }
    }

    /// <exception cref="InvalidDataException">It is not UTF-8; the message says where.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        Utf8Text.TryDecode(bytes, out string? text, out (int Line, int Column) place)
            ? text
            : throw new InvalidDataException($"line {place.Line}, column {place.Column} is not UTF-8.");
}
