using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Commands;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>
/// A JSON file that says which client is the copy of which, with the secrets that were issued. It is written again after each
/// copy, so that nothing is lost if the command is stopped.
/// </summary>
internal sealed class MappingFile
{
    public const string DefaultName = "clientmgmt-mapping.json";

    private readonly string _path;
    private readonly List<CopyMapping> _mappings;

    private MappingFile(string shown, string path, List<CopyMapping> mappings) => (Shown, _path, _mappings) = (shown, path, mappings);

    /// <summary>The file as the user calls it.</summary>
    public string Shown { get; }

    public IReadOnlyCollection<CopyMapping> Known => [.. _mappings];

    /// <summary>Why it could not be written; null if it was.</summary>
    public Exception? Failure { get; private set; }

    /// <exception cref="UsageException">The file is there and is no mapping file.</exception>
    public static MappingFile Open(string shown, string path)
    {
        try
        {
            return new MappingFile(shown, path, File.Exists(path) ? Read(File.ReadAllText(path)) : []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--mapping: {shown} cannot be read: {e.Message}", e);
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
        int index = _mappings.FindIndex(m => Key(m) == Key(mapping));
        if (index >= 0 && _mappings[index] == mapping)
        {
            return;
        }

        if (index >= 0)
        {
            _mappings[index] = mapping;
        }
        else
        {
            _mappings.Add(mapping);
        }

        try
        {
            PrivateFile.Replace(_path, JsonText.Of(new JsonArray([.. _mappings.Select(Node)])) + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Failure = e;
        }
    }

    public void ThrowIfFailed()
    {
        if (Failure is not null)
        {
            throw new ToolException(
                $"clients were copied, but {Shown} could not be written: {Failure.Message} Run it again: the copies are found by their names.", Failure);
        }
    }

    private static (string, string, string) Key(CopyMapping mapping) =>
        (mapping.SourceProvider, mapping.SourceId, mapping.TargetProvider);

    private static List<CopyMapping> Read(string text) => [.. (JsonNode.Parse(text) as JsonArray ?? throw new JsonException()).Select(node =>
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
