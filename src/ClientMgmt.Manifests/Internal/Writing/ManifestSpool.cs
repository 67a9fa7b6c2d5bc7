using System.Text;

namespace ClientMgmt.Manifests;

/// <summary>Sorts manifests by way of a temporary file, in which no secret is.</summary>
internal sealed class ManifestSpool(ManifestFormat format) : IDisposable
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

    private readonly List<(string Name, string Id, long Start, int Length)> _entries = [];

    public int Count => _entries.Count;

    public void Add(ClientManifest manifest)
    {
        byte[] bytes = ManifestText.Part(manifest, format);
        _entries.Add((manifest.ClientName ?? "", manifest.ClientId ?? "", _file.Position, bytes.Length));
        _file.Write(bytes);
    }

    public async Task CopyToAsync(Stream output, CancellationToken cancellationToken)
    {
        (string before, string between, string after) = ManifestText.Around(format, Count);
        string separator = before;
        foreach ((_, _, long start, int length) in _entries
            .OrderBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal))
        {
            await WriteAsync(output, separator, cancellationToken).ConfigureAwait(false);
            separator = between;
            byte[] bytes = new byte[length];
            _file.Position = start;
            await _file.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
            await output.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }

        await WriteAsync(output, Count == 0 ? before : after, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _file.Dispose();

    private static ValueTask WriteAsync(Stream output, string text, CancellationToken cancellationToken) =>
        output.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
}
