namespace ClientMgmt.Manifests;

/// <summary>From the bytes of a file to manifests.</summary>
internal sealed class ManifestParser(string name, ReaderOptions options)
{
    private const string Json = ".json";

    private readonly List<ManifestProblem> _problems = [];

    /// <summary>How the name of a file of manifests may end.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".yaml", ".yml", Json];

    public static bool IsManifest(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong, by the place: a mistake in the syntax was found before all others, wherever it stands.</summary>
    public IEnumerable<ManifestProblem> Problems => _problems.OrderBy(p => p.Location?.Line).ThenBy(p => p.Location?.Column);

    public IReadOnlyList<ClientManifest> Parse(ReadOnlySpan<byte> bytes) => Decode(bytes) is { } text ? Parse(text) : [];

    private ClientManifest[] Parse(string text)
    {
        IReadOnlyList<Node> clients = [.. Documents(text).SelectMany(d => d is ListNode list ? list.Items : [d])];
        if (clients.Count == 0 && _problems.Count == 0)
        {
            _problems.Add(new ManifestProblem("There is no client in it.", new ManifestLocation(name, 1, 1)));
        }

        return [.. clients.Select(c => ManifestBuilder.Build(c, name, options, _problems)).OfType<ClientManifest>()];
    }

    private IReadOnlyList<Node> Documents(string text)
    {
        string ending = Path.GetExtension(name).ToLowerInvariant();
        if (ending == Json)
        {
            return JsonDocuments.Read(text, name, _problems);
        }

        return Endings.Contains(ending) || text.AsSpan().TrimStart() is not ['{' or '[', ..]
            ? YamlDocuments.Read(text, name, _problems)
            : JsonOrYaml(text);
    }

    // YAML begins like that too. What neither can read was meant as JSON, whose reader tells its mistakes better.
    private IReadOnlyList<Node> JsonOrYaml(string text)
    {
        List<ManifestProblem> json = [], yaml = [];
        IReadOnlyList<Node> documents = JsonDocuments.Read(text, name, json);
        if (json.Count == 0)
        {
            return documents;
        }

        documents = YamlDocuments.Read(text, name, yaml);
        if (yaml.Count == 0)
        {
            return documents;
        }

        _problems.AddRange(json);
        return [];
    }

    private string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8Text.TryDecode(bytes, out string? text, out (int Line, int Column) place))
        {
            _problems.Add(new ManifestProblem("This is not UTF-8; save the file as UTF-8.", new ManifestLocation(name, place.Line, place.Column)));
        }

        return text;
    }
}
