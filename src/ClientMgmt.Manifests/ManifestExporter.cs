using System.Runtime.CompilerServices;
using System.Text;

namespace ClientMgmt.Manifests;

/// <summary>Writes the clients of a provider as manifests.</summary>
/// <remarks>
/// The same clients give the same bytes, in whatever order the server lists them: sorted by name and then id in one file, a
/// file for each client in a folder; UTF-8 without a byte order mark, lines ended by a line feed. See
/// <see cref="ClientManifest.From"/> for what is left out. Every method may throw what
/// <see cref="IClientManagement.ListAsync"/> and <see cref="IClientManagement.GetAsync"/> throw.
/// </remarks>
public static class ManifestExporter
{
    // An exported file that somebody has put a variable into is still one.
    private static readonly ReaderOptions s_asItStands = new() { Variables = null };

    /// <summary>
    /// Writes all manifests as one text, sorted. They wait in a temporary file meanwhile, so that in memory there are no more
    /// than the names, the ids and a page of the list.
    /// </summary>
    /// <param name="clients">The provider.</param>
    /// <param name="output">Where to; nothing is written before the last client was read. It is left open.</param>
    /// <param name="options">What to export; by default all.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>How many clients were written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="clients"/> or <paramref name="output"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number in the options is too small.</exception>
    /// <exception cref="ClientNotFoundException">There is no client of an id in the options, and nobody is called for that.</exception>
    public static async Task<int> ExportAsync(
        IClientManagement clients, Stream output, ExportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(output);
        ExportOptions asked = Checked(options);
        using var spool = new ManifestSpool(manifest => ManifestText.Part(manifest, asked.Format), asked);
        await FillAsync(spool, clients, asked, cancellationToken).ConfigureAwait(false);
        (string before, string between, string after) = ManifestText.Around(asked, spool.Count);
        await WriteAsync(output, before, cancellationToken).ConfigureAwait(false);
        bool isFirst = true;
        await foreach (byte[] text in spool.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            await WriteAsync(output, isFirst ? "" : between, cancellationToken).ConfigureAwait(false);
            await output.WriteAsync(text, cancellationToken).ConfigureAwait(false);
            isFirst = false;
        }

        await WriteAsync(output, after, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return spool.Count;
    }

    private static async Task FillAsync(
        ManifestSpool spool, IClientManagement clients, ExportOptions options, CancellationToken cancellationToken)
    {
        await foreach (ClientManifest manifest in ReadAsync(clients, options, cancellationToken).ConfigureAwait(false))
        {
            spool.Add(manifest);
            options.OnProgress?.Invoke(spool.Count);
        }
    }

    private static ExportOptions Checked(ExportOptions? options) => options?.Schema?.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) != true
        ? options ?? new ExportOptions()
        : throw new ArgumentException("The place of the schema must hold no white space.", nameof(options));

    private static ValueTask WriteAsync(Stream output, string text, CancellationToken cancellationToken) =>
        output.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

    /// <summary>
    /// The same into a file, which is replaced when all is written and stays as it is if something fails, or if no client at
    /// all could be read. It keeps its mode and its owner; a symbolic link is followed, and a device or a pipe is written to.
    /// </summary>
    /// <param name="clients">The provider.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">What to export; by default all.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>How many clients were written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="clients"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number in the options is too small.</exception>
    /// <exception cref="ClientNotFoundException">There is no client of an id in the options, and nobody is called for that.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task<int> ExportToFileAsync(
        IClientManagement clients, string path, ExportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (int count, bool hasFailed) = (0, false);
        ExportOptions asked = options ?? new ExportOptions();
        ExportOptions actual = asked with
        {
            Format = ManifestText.FormatOf(path),
            OnError = asked.OnError is null ? null : (id, error) =>
            {
                hasFailed = true;
                asked.OnError(id, error);
            },
        };
        await WriteAsync(path, async stream =>
        {
            count = await ExportAsync(clients, stream, actual, cancellationToken).ConfigureAwait(false);
            return count > 0 || !hasFailed;
        }, cancellationToken).ConfigureAwait(false);
        return count;
    }

    /// <summary>
    /// Writes a file for each client, named after its id (<c>1234567890.yaml</c> or <c>.json</c>), as they come; or, if the options say so,
    /// named after its name or without its id, when the last one was read. Other files in the folder stay, also those of clients that are gone; <see cref="FindExportedAsync"/> finds them.
    /// </summary>
    /// <param name="clients">The provider.</param>
    /// <param name="folder">The folder; it is made if it is not there.</param>
    /// <param name="options">What to export; by default all.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>The files that were written, in ordinal order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="clients"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number in the options is too small.</exception>
    /// <exception cref="ClientNotFoundException">There is no client of an id in the options, and nobody is called for that.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static async Task<IReadOnlyList<string>> ExportToFolderAsync(
        IClientManagement clients, string folder, ExportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ExportOptions asked = Checked(options);
        MakeFolder(folder);
        var files = new List<string>();
        if (asked.NameFiles || asked.WithoutIds)
        {
            await WriteSortedAsync(clients, folder, asked, files, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await foreach (ClientManifest manifest in ReadAsync(clients, asked, cancellationToken).ConfigureAwait(false))
            {
                files.Add(Path.Combine(folder, ManifestFileName.Of(manifest.ClientId!, asked.Format)));
                await WriteAsync(files[^1], ManifestText.Of(manifest, asked), cancellationToken).ConfigureAwait(false);
                asked.OnProgress?.Invoke(files.Count);
            }
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static async Task WriteSortedAsync(
        IClientManagement clients, string folder, ExportOptions options, List<string> files, CancellationToken cancellationToken)
    {
        using var spool = new ManifestSpool(manifest => ManifestText.Of(manifest, options), options);
        await FillAsync(spool, clients, options, cancellationToken).ConfigureAwait(false);
        string[][] names =
        [
            .. spool.Clients.Select(c => options.NameFiles
                ? ManifestFileName.Candidates(c.Name, c.Id, options.Format).ToArray()
                : [ManifestFileName.Of(c.Id, options.Format)]),
        ];
        Dictionary<string, int> uses = names.SelectMany(own => own).CountBy(name => name).ToDictionary(StringComparer.Ordinal);
        int index = 0;
        await foreach (byte[] text in spool.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            files.Add(Path.Combine(folder, names[index++].First(name => uses[name] == 1)));
            await WriteAsync(files[^1], text, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Finds the files that exports wrote into a folder: each holds one client with its id and is named after its id or its name. Those that are not among what
    /// <see cref="ExportToFolderAsync"/> has just written are about clients that are gone, or of the other format.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="withoutIds">
    /// Whether files without an id count as well that are named after the name of their client, as somebody may also have done by hand.
    /// </param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is null or empty.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IAsyncEnumerable<string> FindExportedAsync(
        string folder, bool withoutIds = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return WhereExportedAsync(Directory.EnumerateFiles(folder), withoutIds, cancellationToken);
    }

    private static async IAsyncEnumerable<string> WhereExportedAsync(
        IEnumerable<string> paths, bool withoutIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string path in paths)
        {
            if (await IsExportedAsync(path, withoutIds, cancellationToken).ConfigureAwait(false))
            {
                yield return path;
            }
        }
    }

    private static async Task<bool> IsExportedAsync(string path, bool withoutIds, CancellationToken cancellationToken)
    {
        if (!ManifestParser.IsManifest(path))
        {
            return false;
        }

        try
        {
            return await ManifestReader.ReadAsync([path], s_asItStands, cancellationToken).ConfigureAwait(false) is [var manifest]
                && (withoutIds || manifest.ClientId is not null)
                && ManifestFileName.IsOf(Path.GetFileName(path), manifest.ClientName, manifest.ClientId);
        }
        catch (ManifestException)
        {
            return false;
        }
    }

    private static Task WriteAsync(string path, byte[] text, CancellationToken cancellationToken) => WriteAsync(path, async stream =>
    {
        await stream.WriteAsync(text, cancellationToken).ConfigureAwait(false);
        return true;
    }, cancellationToken);

    // Written whole, or not at all.
    private static async Task WriteAsync(string path, Func<Stream, Task<bool>> write, CancellationToken cancellationToken)
    {
        try
        {
            using WholeFile file = await WholeFile.OpenAsync(path, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (await write(file.Content).ConfigureAwait(false))
            {
                file.Put();
            }
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            throw FileErrors.NotWritten(path, e);
        }
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            throw FileErrors.NotWritten(folder, e);
        }
    }

    /// <summary>Reads clients as manifests, in the order in which they come.</summary>
    /// <param name="clients">The provider.</param>
    /// <param name="options">What to read; by default all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArgumentNullException"><paramref name="clients"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number in the options is too small.</exception>
    /// <exception cref="ClientNotFoundException">There is no client of an id in the options, and nobody is called for that.</exception>
    public static IAsyncEnumerable<ClientManifest> ReadAsync(
        IClientManagement clients, ExportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clients);
        ExportOptions asked = options ?? new ExportOptions();
        var reader = new ClientReader(clients, asked.MaxConcurrency, asked.OnError);
        return ToManifestsAsync(reader.ReadAsync(asked.Ids, cancellationToken), clients.Capabilities, asked, cancellationToken);
    }

    private static async IAsyncEnumerable<ClientManifest> ToManifestsAsync(
        IAsyncEnumerable<OAuthClient> clients,
        Capabilities capabilities,
        ExportOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (OAuthClient client in clients.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (PropertyLoss loss in options.OnLoss is null ? [] : ClientManifest.FindLosses(client))
            {
                options.OnLoss!(client.ClientId, loss);
            }

            var manifest = ClientManifest.From(client, capabilities);
            yield return options.WithoutDefaults ? Defaults.Drop(manifest, capabilities) : manifest;
        }
    }
}
