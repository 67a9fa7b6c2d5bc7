using System.Text;

namespace ClientMgmt.Manifests;

/// <summary>From paths to texts to manifests.</summary>
internal static class ManifestFiles
{
    private const int LargestFile = 256 * 1024 * 1024;

    private static readonly string[] s_endings = [".yaml", ".yml", ".json"];
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<IReadOnlyList<ClientManifest>> ReadAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var problems = new List<ManifestProblem>();
        var manifests = new List<ClientManifest>();
        foreach (string path in paths.SelectMany(path => Expand(path, problems)))
        {
            try
            {
                using FileStream stream = File.OpenRead(path);
                manifests.AddRange(await ReadAsync(stream, path, problems, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(new ManifestProblem($"{path}: cannot be read: {e.Message}"));
            }
        }

        return problems.Count == 0 ? manifests : throw new ManifestException(problems);
    }

    public static async Task<IReadOnlyList<ClientManifest>> ReadAsync(
        Stream stream, string name, List<ManifestProblem> problems, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        byte[] chunk = new byte[81920];
        for (int read; (read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (buffer.Length + read > LargestFile)
            {
                problems.Add(new ManifestProblem($"{name}: is larger than {LargestFile >> 20} MiB; split it."));
                return [];
            }

            buffer.Write(chunk, 0, read);
        }

        int found = problems.Count;
        if (Decode(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), name, problems) is not { } text)
        {
            return [];
        }

        IReadOnlyList<Node> documents = name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? JsonDocuments.Read(text, name, problems)
            : YamlDocuments.Read(text, name, problems);
        if (documents.Count == 0 && problems.Count == found)
        {
            problems.Add(new ManifestProblem("There is no client in it.", new ManifestLocation(name, 1, 1)));
        }

        ClientManifest[] manifests = [.. documents.Select(d => ManifestBuilder.Build(d, name, problems)).OfType<ClientManifest>()];

        // A mistake in the syntax was found before all others, wherever it stands.
        ManifestProblem[] sorted = [.. problems.Skip(found).OrderBy(p => p.Location?.Line).ThenBy(p => p.Location?.Column)];
        problems.RemoveRange(found, sorted.Length);
        problems.AddRange(sorted);
        return manifests;
    }

    private static IEnumerable<string> Expand(string path, List<ManifestProblem> problems)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        string[] files = [.. Directory.EnumerateFiles(path)
            .Where(f => s_endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            problems.Add(new ManifestProblem($"{path}: no file in it ends in {string.Join(", ", s_endings)}."));
        }

        return files;
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, string name, List<ManifestProblem> problems)
    {
        ReadOnlySpan<byte> content = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        try
        {
            return s_strict.GetString(content);
        }
        catch (DecoderFallbackException e)
        {
            ReadOnlySpan<byte> before = content[..Math.Clamp(e.Index, 0, content.Length)];
            int line = before.Count((byte)'\n') + 1;
            int column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
            problems.Add(new ManifestProblem("This is not UTF-8; save the file as UTF-8.", new ManifestLocation(name, line, column)));
            return null;
        }
    }
}
