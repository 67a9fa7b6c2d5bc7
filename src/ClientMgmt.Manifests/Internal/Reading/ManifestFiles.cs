using System.Text;

namespace ClientMgmt.Manifests;

/// <summary>From paths to texts to manifests.</summary>
internal sealed class ManifestFiles(ReaderOptions options)
{
    private const int LargestFile = 256 * 1024 * 1024;

    private const string Json = ".json";

    private static readonly string[] s_endings = [".yaml", ".yml", Json];
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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

        var problems = new List<ManifestProblem>();
        IReadOnlyList<ClientManifest> manifests = Decode(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), name, problems) is { } text
            ? Parse(text, name, problems)
            : [];

        // A mistake in the syntax was found before all others, wherever it stands.
        _problems.AddRange(problems.OrderBy(p => p.Location?.Line).ThenBy(p => p.Location?.Column));
        return manifests;
    }

    private ClientManifest[] Parse(string text, string name, List<ManifestProblem> problems)
    {
        IReadOnlyList<Node> clients = [.. Documents(text, name, problems).SelectMany(d => d is ListNode list ? list.Items : [d])];
        if (clients.Count == 0 && problems.Count == 0)
        {
            problems.Add(new ManifestProblem("There is no client in it.", new ManifestLocation(name, 1, 1)));
        }

        return [.. clients.Select(c => ManifestBuilder.Build(c, name, options, problems)).OfType<ClientManifest>()];
    }

    private static IReadOnlyList<Node> Documents(string text, string name, List<ManifestProblem> problems)
    {
        string ending = Path.GetExtension(name).ToLowerInvariant();
        if (ending == Json)
        {
            return JsonDocuments.Read(text, name, problems);
        }

        return s_endings.Contains(ending) || text.AsSpan().TrimStart() is not ['{' or '[', ..]
            ? YamlDocuments.Read(text, name, problems)
            : JsonOrYaml(text, name, problems);
    }

    // YAML begins like that too. What neither can read was meant as JSON, whose reader tells its mistakes better.
    private static IReadOnlyList<Node> JsonOrYaml(string text, string name, List<ManifestProblem> problems)
    {
        List<ManifestProblem> json = [], yaml = [];
        IReadOnlyList<Node> documents = JsonDocuments.Read(text, name, json);
        if (json.Count > 0)
        {
            documents = YamlDocuments.Read(text, name, yaml);
            problems.AddRange(yaml.Count > 0 ? json : []);
        }

        return documents;
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
                .Where(f => s_endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)];
            if (files.Length == 0)
            {
                _problems.Add(new ManifestProblem($"{path}: no file in it ends in {string.Join(", ", s_endings)}."));
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
