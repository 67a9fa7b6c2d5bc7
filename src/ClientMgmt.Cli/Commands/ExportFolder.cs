using System.CommandLine;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary>A folder with a file for each client: not any folder by mistake, and without clients that are gone.</summary>
internal sealed class ExportFolder
{
    private const int MostNames = 5;

    private readonly Confirmation _confirmation = new("the export to a folder of other files");

    private readonly Option<bool> _prune = new("--prune")
    {
        Description = "Deletes the files of earlier exports in the folder that are about clients that are gone.",
        Arity = ArgumentArity.Zero,
    };

    public void AddTo(Command command)
    {
        command.Add(_prune);
        _confirmation.AddTo(command);
    }

    /// <summary>Whether the target of an export means a folder.</summary>
    public static bool IsMeant(Session session, string target) =>
        Directory.Exists(session.Environment.FullPath(target)) || Path.EndsInDirectorySeparator(target);

    /// <exception cref="UsageException">There is nothing to prune.</exception>
    public void Check(Session session, string[] ids, string? target)
    {
        if (session.Get(_prune) && (ids.Length > 0 || target is null || !IsMeant(session, target)))
        {
            throw new UsageException("--prune belongs to an export of all clients to a folder.");
        }
    }

    /// <summary>Asks before files are written among others where no export was before.</summary>
    /// <exception cref="UsageException">Nobody can be asked, and --yes is not given.</exception>
    public async Task<bool> AskAsync(Session session, string folder)
    {
        string path = session.Environment.GivenPath(folder);
        if (!Directory.Exists(path)
            || !Directory.EnumerateFileSystemEntries(path).Any(e => !Path.GetFileName(e).StartsWith('.'))
            || await HoldsExportAsync(path, session.Token).ConfigureAwait(false))
        {
            return true;
        }

        string reason = $"{folder} holds other files and no earlier export";
        _confirmation.Require(session, reason + ", and ");
        return await _confirmation.AskAsync(session, $"{reason}. Write a file for each client there?").ConfigureAwait(false);
    }

    /// <summary>Writes the files.</summary>
    /// <returns>Their names.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(
        Session session, IClientManagement clients, string folder, ExportOptions options)
    {
        int written = 0;
        session.Progress = () => ($"{written} exported to {folder}.", written);
        IReadOnlyList<string> files = await ManifestExporter.ExportToFolderAsync(
            clients,
            session.Environment.GivenPath(folder),
            options with
            {
                OnProgress = count =>
                {
                    written = count;
                    options.OnProgress?.Invoke(count);
                },
            },
            session.Token).ConfigureAwait(false);
        return [.. files.Select(f => Path.GetFileName(f))];
    }

    /// <summary>Deletes the files of clients that are gone or, without --prune, says which ones they are.</summary>
    /// <returns>Those that are still there.</returns>
    public async Task<IReadOnlyList<string>> PruneAsync(Session session, string folder, IReadOnlyList<string> written)
    {
        var stale = new List<string>();
        await foreach (string file in ManifestExporter.FindExportedAsync(session.Environment.GivenPath(folder), cancellationToken: session.Token).ConfigureAwait(false))
        {
            if (!written.Contains(Path.GetFileName(file)))
            {
                stale.Add(file);
            }
        }

        if (stale.Count == 0)
        {
            return [];
        }

        stale.Sort(StringComparer.Ordinal);
        string names = string.Join(", ", stale.Take(MostNames).Select(Path.GetFileName)) + (stale.Count > MostNames ? ", …" : "");
        if (!session.Get(_prune))
        {
            session.View.Note($"{folder} still has files of an earlier export that this one did not write, {stale.Count} in number: {names}; --prune deletes them.");
            return stale;
        }

        foreach (string file in stale)
        {
            File.Delete(file);
        }

        session.View.Note($"{stale.Count} deleted from {folder}: {names}.");
        return [];
    }

    private static async Task<bool> HoldsExportAsync(string path, CancellationToken cancellationToken)
    {
        await foreach (string _ in ManifestExporter.FindExportedAsync(path, withoutIds: true, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        return false;
    }
}
