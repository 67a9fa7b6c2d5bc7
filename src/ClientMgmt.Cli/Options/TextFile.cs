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
            return path == "-"
                ? await session.Environment.Input.ReadToEndAsync(session.Token).ConfigureAwait(false)
                : await File.ReadAllTextAsync(session.Environment.FullPath(path), session.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            throw new UsageException($"{option}: {path} cannot be read: {FileErrors.Reason(e)}", e);
        }
    }
}
