using System.Text;

namespace ClientMgmt.Manifests;

/// <summary>Sorts manifests by way of a temporary file, in which no secret is.</summary>
internal sealed class ManifestSpool : IDisposable
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

    public static byte[] Bytes(ClientManifest manifest)
    {
        using var text = new StringWriter { NewLine = "\n" };
        ManifestWriter.WriteYaml(text, manifest);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public void Add(ClientManifest manifest)
    {
        byte[] bytes = Bytes(manifest);
        _entries.Add((manifest.ClientName ?? "", manifest.ClientId ?? "", _file.Position, bytes.Length));
        _file.Write(bytes);
    }

    public async Task CopyToAsync(Stream output, CancellationToken cancellationToken)
    {
        foreach ((_, _, long start, int length) in _entries
            .OrderBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal))
        {
            byte[] bytes = new byte[length];
            _file.Position = start;
            await _file.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
            await output.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _file.Dispose();
}
