using System.Text;
using ClientMgmt.Cli.Configuration;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>Manifests where an option says that they are: in a file, in a folder, or - for standard input.</summary>
internal static class ManifestSource
{
    private const string StandardInput = "-";

    // What the tool itself puts into the folder in which people work.
    private static readonly string[] s_ownFiles = [ConfigurationLoader.FileName, MappingFile.DefaultName];

    /// <summary>What to call it in messages.</summary>
    public static string Name(string path) => path == StandardInput ? "standard input" : path;

    /// <exception cref="UsageException">Standard input cannot be read.</exception>
    /// <exception cref="ManifestException">Something is wrong with them; nothing was sent.</exception>
    public static async Task<IReadOnlyList<ClientManifest>> ReadAsync(Session session, string path, ReaderOptions? options = null)
    {
        if (path != StandardInput)
        {
            string given = session.Environment.GivenPath(path);
            string[] skipped = [.. s_ownFiles.Where(f => Directory.Exists(given) && File.Exists(Path.Combine(given, f)))];
            if (skipped.Length > 0)
            {
                session.View.Note($"{path}: skipped {string.Join(" and ", skipped)}, which {(skipped.Length == 1 ? "is no manifest" : "are no manifests")}.");
            }

            ReaderOptions actual = options ?? new ReaderOptions();
            return await ManifestReader.ReadAsync(
                [given], actual with { IgnoredFiles = [.. s_ownFiles, .. actual.IgnoredFiles] }, session.Token).ConfigureAwait(false);
        }

        string text = await TextFile.ReadAsync(path, "--file", session).ConfigureAwait(false);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await ManifestReader.ReadAsync(stream, Name(path), options, session.Token).ConfigureAwait(false);
    }
}
