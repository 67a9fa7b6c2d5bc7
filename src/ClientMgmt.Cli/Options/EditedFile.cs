using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>A client as a file for an editor, in a folder of its own that nobody else can read; it is removed at the end.</summary>
internal sealed class EditedFile : IDisposable
{
    private static readonly JsonElement s_cleared = JsonSerializer.SerializeToElement<object?>(null);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory($"{Program.Name}-");
    private bool _isKept;

    private EditedFile() => Path = System.IO.Path.Combine(_folder.FullName, "client.yaml");

    public string Path { get; }

    public static async Task<EditedFile> CreateAsync(ClientManifest manifest, CancellationToken cancellationToken)
    {
        var file = new EditedFile();
        try
        {
            using var text = new StringWriter();
            await text.WriteAsync("# A line that you remove clears its property. Without a change, nothing is done.\n").ConfigureAwait(false);
            ManifestWriter.WriteYaml(text, manifest);
            FileStream stream = PrivateFile.Open(file.Path);
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken).ConfigureAwait(false);
            }

            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads what was written: no more than what differs, so that what somebody else has changed meanwhile stays.</summary>
    /// <param name="before">What the file held.</param>
    /// <param name="comparer">How ids are compared.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What is to change; null if that is nothing.</returns>
    /// <exception cref="ManifestException">It cannot be read, or is about another client.</exception>
    public async Task<ClientManifest?> ReadAsync(ClientManifest before, StringComparer comparer, CancellationToken cancellationToken)
    {
        IReadOnlyList<ClientManifest> read = await ManifestReader.ReadAsync(
            [Path], new ReaderOptions { RequireClient = false }, cancellationToken).ConfigureAwait(false);
        if (read is not [var after])
        {
            throw Problem($"the file holds {read.Count} clients; it is about one.", null);
        }

        if (after.ClientId is { } id && !comparer.Equals(id, before.ClientId))
        {
            throw Problem($"client_id is {id}; it cannot be changed from {before.ClientId}.", after.LocationOf("client_id"));
        }

        ClientManifest change = after with
        {
            ClientId = before.ClientId,
            Enabled = after.Enabled == before.Enabled ? null : after.Enabled,
            Values = Changes(before.Values, after.Values),
            Extensions = Changes(before.Extensions, after.Extensions, areMerged: true),
        };
        return change.Enabled is null && change.Values.Count + change.Extensions.Count == 0 ? null : change;
    }

    /// <summary>Leaves the file for the user.</summary>
    public void Keep() => _isKept = true;

    public void Dispose()
    {
        try
        {
            if (!_isKept)
            {
                _folder.Delete(recursive: true);
            }
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            // An editor may hold a file of its own there. Nobody else can read the folder.
        }
    }

    private static ImmutableDictionary<string, JsonElement> Changes(
        IReadOnlyDictionary<string, JsonElement> before, IReadOnlyDictionary<string, JsonElement> after, bool areMerged = false) =>
        before.Keys.Union(after.Keys)
            .Select(name => (Name: name, Old: Find(before, name), New: Find(after, name)))
            .Where(p => p.Old is not { } old || p.New is not { } now || !JsonElement.DeepEquals(old, now))
            .ToImmutableDictionary(
                p => p.Name,
                p => areMerged && p is { Old.ValueKind: JsonValueKind.Object, New.ValueKind: JsonValueKind.Object }
                    ? JsonSerializer.SerializeToElement(Changes(Members(p.Old!.Value), Members(p.New!.Value), areMerged))
                    : p.New ?? s_cleared,
                StringComparer.Ordinal);

    private static JsonElement? Find(IReadOnlyDictionary<string, JsonElement> values, string name) =>
        values.TryGetValue(name, out JsonElement value) ? value : null;

    private static Dictionary<string, JsonElement> Members(JsonElement element) =>
        element.EnumerateObject().ToDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal);

    private static ManifestException Problem(string message, ManifestLocation? location) =>
        new([new ManifestProblem(message) { Location = location }]);
}
