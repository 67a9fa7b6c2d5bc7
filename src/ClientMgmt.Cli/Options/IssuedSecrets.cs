using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>A JSON file with the secrets of the clients that a command creates.</summary>
internal sealed class IssuedSecrets
{
    private readonly string _shown;
    private readonly PrivateList _list;

    private IssuedSecrets(string shown, string path) => (_shown, _list) = (shown, new PrivateList(path, []));

    /// <exception cref="UsageException">The file is there already, or cannot be made.</exception>
    public static IssuedSecrets Open(string shown, string path, bool replace)
    {
        PrivateFile.ProbeNew(SecretOutput.Name, shown, path, replace);
        return new IssuedSecrets(shown, path);
    }

    public void Add(string clientId, string? clientName, Secret secret) => _list.Add(new JsonObject
    {
        ["client_id"] = clientId,
        ["client_name"] = clientName,
        ["client_secret"] = secret.Reveal(),
    });

    public void ThrowIfFailed()
    {
        if (_list.Failure is { } failure)
        {
            throw new ToolException(
                $"clients were created, but {_shown} could not be written: {FileErrors.Reason(failure)} 'client get ID --show-secrets' shows their secrets.", failure);
        }
    }
}
