namespace ClientMgmt.Manifests;

/// <summary>From paths to bytes to manifests.</summary>
internal sealed class ManifestFiles(ReaderOptions options)
{
    private const int LargestFile = 256 * 1024 * 1024;

    private readonly List<ManifestProblem> _problems = [];

    public async Task<IReadOnlyList<ClientManifest>> ReadAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var manifests = new List<ClientManifest>();
        foreach (string path in paths.SelectMany(Expand))
        {
            try
            {
                using FileStream stream = File.OpenRead(path);
                manifests.AddRange(await ReadFileAsync(stream, path, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                AddUnreadable(path, e);
            }
        }

        return Checked(manifests);
    }

    public async Task<IReadOnlyList<ClientManifest>> ReadAsync(Stream stream, string name, CancellationToken cancellationToken) =>
        Checked(await ReadFileAsync(stream, name, cancellationToken).ConfigureAwait(false));

    private IReadOnlyList<ClientManifest> Checked(IReadOnlyList<ClientManifest> manifests) =>
        _problems.Count == 0 ? manifests : throw new ManifestException(_problems);

    private async Task<IReadOnlyList<ClientManifest>> ReadFileAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        byte[] chunk = new byte[81920];
        for (int read; (read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (buffer.Length + read > LargestFile)
            {
                _problems.Add(new ManifestProblem($"{name}: is larger than {LargestFile >> 20} MiB; split it."));
                return [];
            }

            buffer.Write(chunk, 0, read);
        }

        var parser = new ManifestParser(name, options);
        IReadOnlyList<ClientManifest> manifests = parser.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        _problems.AddRange(parser.Problems);
        return manifests;
    }

    private string[] Expand(string path)
    {
        if (string.IsNullOrEmpty(path))
        {
            _problems.Add(new ManifestProblem("The path of a file is empty."));
            return [];
        }

        if (!Directory.Exists(path))
        {
            return [path];
        }

        try
        {
            string[] files = [.. Directory.EnumerateFiles(path)
                .Where(f => ManifestParser.Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)];
            if (files.Length == 0)
            {
                _problems.Add(new ManifestProblem($"{path}: no file in it ends in {string.Join(", ", ManifestParser.Endings)}."));
            }

            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            AddUnreadable(path, e);
            return [];
        }
    }

    private void AddUnreadable(string path, Exception error) => _problems.Add(new ManifestProblem(
        $"{path}: cannot be read: {(error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file." : error.Message)}"));
}
