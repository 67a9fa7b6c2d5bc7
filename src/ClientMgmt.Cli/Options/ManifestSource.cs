using System.Text;
using ClientMgmt.Cli.Commands;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>Manifests where an option says that they are: in a file, in a folder, or - for standard input.</summary>
internal static class ManifestSource
{
    private const string StandardInput = "-";

    /// <summary>What to call it in messages.</summary>
    public static string Name(string path) => path == StandardInput ? "standard input" : path;

    /// <exception cref="UsageException">No path is given, or standard input cannot be read.</exception>
    /// <exception cref="ManifestException">Something is wrong with them; nothing was sent.</exception>
    public static async Task<IReadOnlyList<ClientManifest>> ReadAsync(Session session, string path, ReaderOptions? options = null)
    {
        if (path.Length == 0)
        {
            throw new UsageException("--file: name a file, or - for standard input.");
        }

        if (path != StandardInput)
        {
            return await ManifestReader.ReadAsync([Shown(session, path)], options, session.Token).ConfigureAwait(false);
        }

        string text = await TextFile.ReadAsync(path, "--file", session).ConfigureAwait(false);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await ManifestReader.ReadAsync(stream, Name(path), options, session.Token).ConfigureAwait(false);
    }

    // As it was named, so that messages name it so too, unless that means another file.
    private static string Shown(Session session, string path) =>
        session.Environment.CurrentFolder == Directory.GetCurrentDirectory() ? path : session.Environment.FullPath(path);
}
