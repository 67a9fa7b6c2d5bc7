using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>A JSON file with the secrets of the clients that a command creates.</summary>
internal sealed class IssuedSecrets : IDisposable
{
    private readonly string _shown;
    private readonly PrivateList _list;

    private IssuedSecrets(string shown, PrivateList list) => (_shown, _list) = (shown, list);

    /// <exception cref="UsageException">The file is there already, or cannot be made.</exception>
    public static async Task<IssuedSecrets> OpenAsync(Session session, string path, bool replace)
    {
        WholeFile file = await OutputFile.OpenAsync(session, SecretOutput.Name, path, replace, PrivateList.Room).ConfigureAwait(false);
        return new IssuedSecrets(OutputFile.Name(path), new PrivateList(session.Environment.FullPath(path), [], file));
    }

    public void Add(string clientId, string? clientName, Secret secret) => _list.Add(new JsonObject
    {
        ["client_id"] = clientId,
        ["client_name"] = clientName,
        ["client_secret"] = secret.Reveal(),
    });

    /// <exception cref="OutputException">Not all of them are in the file.</exception>
    public void End()
    {
        _list.End();
        if (_list.Failure is { } failure)
        {
            throw new OutputException(
                $"{OutputException.OfFile(_shown, failure).Message} 'client get ID --show-secrets' shows the secrets.", failure);
        }
    }

    public void Dispose() => _list.Dispose();
}
