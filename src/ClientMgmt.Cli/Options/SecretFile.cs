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
        PrivateFile.ProbeNew(SecretOutput.Name, shown, path, replace);
        string temporary = PrivateFile.Temporary(path);
        return new SecretFile(shown, path, temporary, replace, PrivateFile.Open(temporary));
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
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            throw new ToolException(
                $"client {clientId} has its secret, but {_shown} could not be written: {FileErrors.Reason(e)} 'client get {clientId} --show-secrets' shows it.", e);
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        File.Delete(_temporary);
    }
}
