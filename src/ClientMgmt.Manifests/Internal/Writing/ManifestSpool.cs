using System.Runtime.CompilerServices;

namespace ClientMgmt.Manifests;

/// <summary>Sorts manifests by way of a temporary file, in which no secret is.</summary>
/// <param name="write">Gives the text of a manifest.</param>
/// <param name="options">Whether the manifests are to be without ids, where their names are enough.</param>
internal sealed class ManifestSpool(Func<ClientManifest, byte[]> write, ExportOptions options) : IDisposable
{
    private readonly FileStream _file = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });

    private readonly List<(string Name, string Id, long Start, int Length, int LengthWithoutId)> _entries = [];

    public int Count => _entries.Count;

    /// <summary>The names and ids of the clients, sorted.</summary>
    public IEnumerable<(string Name, string Id)> Clients => Sorted.Select(e => (e.Name, e.Id));

    private IEnumerable<(string Name, string Id, long Start, int Length, int LengthWithoutId)> Sorted =>
        _entries.OrderBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal);

    public void Add(ClientManifest manifest)
    {
        byte[] bytes = write(manifest);
        byte[] withoutId = options.WithoutIds && manifest.ClientName is { Length: > 0 } ? write(manifest with { ClientId = null }) : [];
        _entries.Add((manifest.ClientName ?? "", manifest.ClientId ?? "", _file.Position, bytes.Length, withoutId.Length));
        _file.Write(bytes);
        _file.Write(withoutId);
    }

    /// <summary>The texts, sorted by name and then id. The id is in those that need it.</summary>
    public async IAsyncEnumerable<byte[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Only of all names it is known which of them are one client's alone.
        HashSet<string> shared = [.. _entries.GroupBy(e => e.Name, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => g.Key)];
        foreach ((string name, string id, long start, int length, int lengthWithoutId) in Sorted)
        {
            bool isIdless = lengthWithoutId > 0 && !shared.Contains(name);
            if (options.WithoutIds && !isIdless)
            {
                options.OnIdKept?.Invoke(id);
            }

            byte[] bytes = new byte[isIdless ? lengthWithoutId : length];
            _file.Position = isIdless ? start + length : start;
            await _file.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
            yield return bytes;
        }
    }

    public void Dispose() => _file.Dispose();
}
