using ClientMgmt.Cli.Commands;

namespace ClientMgmt.Cli.Options;

/// <summary>A file that an option names, or standard input.</summary>
internal static class TextFile
{
    public static async Task<string> ReadAsync(string path, string option, Session session)
    {
        try
        {
            return path == "-"
                ? await session.Environment.Input.ReadToEndAsync(session.Token).ConfigureAwait(false)
                : await File.ReadAllTextAsync(session.Environment.FullPath(path), session.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option}: {path} cannot be read: {Reason(e)}", e);
        }
    }

    private static string Reason(Exception e) =>
        e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file." : e.Message;
}
