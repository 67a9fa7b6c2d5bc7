using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>The files that options name to be written, of which - is standard output.</summary>
internal static class OutputFile
{
    public static bool IsStandardOutput(string path) => path == "-" || FileTarget.IsOutput(path);

    /// <summary>What a file is called in messages.</summary>
    public static string Name(string path) => IsStandardOutput(path) ? "standard output" : path;

    /// <summary>
    /// Makes sure that a file that only its owner can read could be written, before anything is sent. If it is standard output, the
    /// results go to standard error from now on.
    /// </summary>
    /// <param name="session">The command.</param>
    /// <param name="option">The option that names it.</param>
    /// <param name="path">The file.</param>
    /// <param name="mayReplace">Whether it may be there already.</param>
    /// <param name="room">What the disk is to keep free for it, in bytes.</param>
    /// <exception cref="UsageException">It could not.</exception>
    public static async Task<WholeFile> OpenAsync(Session session, string option, string path, bool mayReplace, int room)
    {
        if (IsStandardOutput(path))
        {
            return new WholeFile(new TextStream(session.TakeOutput()));
        }

        string full = session.Environment.FullPath(path);
        try
        {
            if (!mayReplace && FileTarget.IsKept(full))
            {
                throw new UsageException($"{option}: {path} is there already; choose another file, or replace it with --force.");
            }

            return await WholeFile.OpenAsync(full, isPrivate: true, mayReplace, room, session.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            throw new UsageException($"{option}: {path} cannot be written: {FileErrors.Reason(e)}", e);
        }
    }
}
