using System.Text;
using ClientMgmt.Cli.Commands;

namespace ClientMgmt.Cli.Options;

/// <summary>
/// A file for a secret. It is made before the secret is, with its mode from the start and under another name, so that there is
/// no moment at which others can read it; the last step puts it in its place.
/// </summary>
internal sealed class SecretFile : IDisposable
{
    private readonly string _shown;
    private readonly string _path;
    private readonly string _temporary;
    private readonly bool _replace;
    private readonly FileStream _stream;

    private SecretFile(string shown, string path, string temporary, bool replace, FileStream stream) =>
        (_shown, _path, _temporary, _replace, _stream) = (shown, path, temporary, replace, stream);

    /// <exception cref="UsageException">The file is there already, or cannot be made.</exception>
    public static SecretFile Create(string shown, string path, bool replace)
    {
        if (!replace && Path.Exists(path))
        {
            throw new UsageException($"--secret-out: {shown} is there already; choose another file, or replace it with --force.");
        }

        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            return new SecretFile(shown, path, temporary, replace, PrivateFile.Open(temporary));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--secret-out: {shown} cannot be written: {e.Message}", e);
        }
    }

    /// <exception cref="ToolException">The secret could not be written.</exception>
    public void Write(string clientId, Secret secret)
    {
        try
        {
            _stream.Write(Encoding.UTF8.GetBytes(secret.Reveal() + "\n"));
            _stream.Dispose();
            File.Move(_temporary, _path, _replace);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(
                $"client {clientId} has its secret, but {_shown} could not be written: {e.Message} 'client get {clientId} --show-secrets' shows it.", e);
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        File.Delete(_temporary);
    }
}
