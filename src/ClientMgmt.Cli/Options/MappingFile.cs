using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>A JSON file that says which client is the copy of which, with the secrets that were issued.</summary>
internal sealed class MappingFile
{
    public const string DefaultName = "clientmgmt-mapping.json";

    private readonly string _path;
    private readonly Dictionary<(string, string, string), CopyMapping> _mappings;
    private readonly PrivateList _list;

    private MappingFile(string shown, string path, IEnumerable<CopyMapping> mappings)
    {
        (Shown, _path, _mappings) = (shown, path, []);
        foreach (CopyMapping mapping in mappings)
        {
            // The last word on a client counts.
            _mappings[Key(mapping)] = mapping;
        }

        _list = new PrivateList(path, _mappings.Values.Select(Node));
    }

    /// <summary>The file as the user calls it.</summary>
    public string Shown { get; }

    public IReadOnlyCollection<CopyMapping> Known => [.. _mappings.Values];

    /// <exception cref="UsageException">The file is there and is no mapping file.</exception>
    public static MappingFile Open(string shown, string path)
    {
        try
        {
            return new MappingFile(shown, path, File.Exists(path) ? Read(File.ReadAllText(path)) : []);
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            throw new UsageException($"--mapping: {shown} cannot be read: {FileErrors.Reason(e)}", e);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new UsageException($"--mapping: {shown} is no mapping file; choose another.", e);
        }
    }

    /// <summary>Makes sure that it can be written.</summary>
    public void Probe() => PrivateFile.Probe("--mapping", Shown, _path);

    public void Add(CopyMapping mapping)
    {
        if (_mappings.GetValueOrDefault(Key(mapping)) != mapping)
        {
            _mappings[Key(mapping)] = mapping;
            _list.Add(Node(mapping));
        }
    }

    public void ThrowIfFailed()
    {
        if (_list.Failure is { } failure)
        {
            throw new ToolException(
                $"clients were copied, but {Shown} could not be written: {FileErrors.Reason(failure)} Run it again: the copies are found by their names.", failure);
        }
    }

    private static (string, string, string) Key(CopyMapping mapping) =>
        (mapping.SourceProvider, mapping.SourceId, mapping.TargetProvider);

    private static CopyMapping[] Read(string text) => [.. PrivateList.Parse(text).Select(node =>
    {
        string Text(string name) => node?[name]?.GetValue<string>() ?? throw new JsonException();
        return new CopyMapping(
            Text("source"), Text("source_id"), Text("target"), Text("target_id"),
            node?["client_secret"]?.GetValue<string>() is { Length: > 0 } secret ? new Secret(secret) : null);
    })];

    private static JsonNode Node(CopyMapping mapping) => new JsonObject
    {
        ["source"] = mapping.SourceProvider,
        ["source_id"] = mapping.SourceId,
        ["target"] = mapping.TargetProvider,
        ["target_id"] = mapping.TargetId,
        ["client_secret"] = mapping.Secret?.Reveal(),
    };
}
