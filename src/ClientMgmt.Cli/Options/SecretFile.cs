using System.Text;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>
/// A file for a secret. It is made before the secret is, with its mode from the start and under another name, so that there is
/// no moment at which others can read it; the last step puts it in its place.
/// </summary>
internal sealed class SecretFile : IDisposable
{
    // More than any secret needs, and as much as a disk gives out at once: a disk that is full still takes an empty file.
    private const int Room = 8192;

    private readonly string _shown;
    private readonly WholeFile _file;

    private SecretFile(string shown, WholeFile file) => (_shown, _file) = (shown, file);

    /// <exception cref="UsageException">The file is there already, or cannot be made.</exception>
    public static async Task<SecretFile> CreateAsync(Session session, string path, bool replace) => new(
        OutputFile.Name(path), await OutputFile.OpenAsync(session, SecretOutput.Name, path, replace, Room).ConfigureAwait(false));

    /// <exception cref="OutputException">The secret could not be written.</exception>
    public void Write(Secret secret)
    {
        try
        {
            _file.Content.Write(Encoding.UTF8.GetBytes(secret.Reveal() + "\n"));
            _file.Put();
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            throw OutputException.OfFile(_shown, e);
        }
    }

    public void Dispose() => _file.Dispose();
}
