using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>A JSON file that says which client is the copy of which, with the secrets that were issued.</summary>
internal sealed class MappingFile : IDisposable
{
    public const string DefaultName = "clientmgmt-mapping.json";

    private const string Option = "--mapping";

    private readonly Session _session;
    private readonly string _path;
    private readonly Dictionary<(string, string, string), CopyMapping> _mappings = [];
    private WholeFile? _output;
    private FileLock? _lock;
    private PrivateList? _list;

    private MappingFile(Session session, string path) => (_session, _path) = (session, path);

    /// <summary>The file as the user calls it.</summary>
    public string Shown => OutputFile.Name(_path);

    /// <summary>What it tells now; the last word on a client counts.</summary>
    public IReadOnlyCollection<CopyMapping> Known => _mappings.Values;

    private string FullPath => _session.Environment.FullPath(_path);

    /// <exception cref="UsageException">The file is there and is no mapping file.</exception>
    public static MappingFile Open(Session session, string path)
    {
        var file = new MappingFile(session, path);
        file.Read();
        return file;
    }

    /// <summary>Makes sure that it can be written.</summary>
    /// <exception cref="UsageException">It cannot.</exception>
    public async Task ProbeAsync()
    {
        WholeFile output = await OpenAsync().ConfigureAwait(false);

        // A pipe that is left would be at its end.
        _output = output.IsDirect ? output : null;
        if (!output.IsDirect)
        {
            output.Dispose();
        }
    }

    /// <summary>Keeps other runs from copying by it until the end of this one, and reads what they have added meanwhile.</summary>
    /// <exception cref="UsageException">That is not possible.</exception>
    public async Task TakeAsync()
    {
        if (_output is null)
        {
            try
            {
                _lock = await FileLock.TakeAsync(
                    FileTarget.Follow(FullPath),
                    () => _session.View.Note($"another run writes {Shown}; waiting for its end."),
                    _session.Environment.Time,
                    _session.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (FileErrors.IsOne(e))
            {
                throw new UsageException($"{Option}: {Shown} cannot be kept from other runs: {FileErrors.Reason(e)}", e);
            }

            Read();
            _output = await OpenAsync().ConfigureAwait(false);
        }

        _list = new PrivateList(FullPath, _mappings.Values.Select(Node), _output);
    }

    public void Add(CopyMapping mapping)
    {
        if (_mappings.GetValueOrDefault(Key(mapping)) != mapping)
        {
            _mappings[Key(mapping)] = mapping;
            _list!.Add(Node(mapping));
        }
    }

    /// <exception cref="OutputException">Not all of it is in the file.</exception>
    public void End()
    {
        _list!.End();
        if (_list.Failure is { } failure)
        {
            throw new OutputException(
                $"{OutputException.OfFile(Shown, failure).Message} Run it again: the copies are found by their names.", failure);
        }
    }

    public void Dispose()
    {
        _list?.Dispose();
        _output?.Dispose();
        _lock?.Dispose();
    }

    private Task<WholeFile> OpenAsync() => OutputFile.OpenAsync(_session, Option, _path, mayReplace: true, PrivateList.Room);

    private void Read()
    {
        try
        {
            // A device or a pipe that is to be written tells nothing.
            foreach (CopyMapping mapping in OutputFile.IsStandardOutput(_path) || !FileTarget.IsKept(FullPath) ? [] : Parse(File.ReadAllText(FullPath)))
            {
                _mappings[Key(mapping)] = mapping;
            }
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            throw new UsageException($"{Option}: {Shown} cannot be read: {FileErrors.Reason(e)}", e);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new UsageException($"{Option}: {Shown} is no mapping file; choose another.", e);
        }
    }

    private static (string, string, string) Key(CopyMapping mapping) =>
        (mapping.SourceProvider, mapping.SourceId, mapping.TargetProvider);

    private static CopyMapping[] Parse(string text) => [.. PrivateList.Parse(text).Select(node =>
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
